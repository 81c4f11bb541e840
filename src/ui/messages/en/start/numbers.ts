export const numbers = {
  label: "Sequence numbers",
  relative: "Relative",
  wire: "Wire",
  relativeHint: "Count from the start of the connection: the SYN is 0",
  wireHint: "As they stand in the segments",
  hexadecimal: "Hex",
  hexadecimalHint: "As they stand in the segments, in hexadecimal; lengths and windows stay decimal",
  wireNotTold: "This capture tells relative numbers only",
};

export const hosts = {
  label: "Names of hosts",
  names: { addresses: "Addresses", names: "Names" },
  hints: {
    addresses: "Addresses as in the segments",
    names: "The names that the capture gives to addresses",
  },
};
