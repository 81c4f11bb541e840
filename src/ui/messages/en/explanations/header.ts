/** Fields of the TCP header as RFC 9293 section 3.1 names them, and what each is for. */
const headerFields = {
  sourcePort: { name: "Source Port", text: "The port of the end that sends this segment." },
  destinationPort: { name: "Destination Port", text: "The port of the end that the segment is sent to." },
  sequenceNumber: {
    name: "Sequence Number",
    text: "Number of the first octet of data. In a SYN it is the initial sequence number (ISN), and data begins at ISN + 1.",
  },
  acknowledgmentNumber: {
    name: "Acknowledgment Number",
    text: "The next number expected from the other end: all before it has arrived. It counts only if the ACK flag is 1.",
  },
  dataOffset: {
    name: "Data Offset",
    text: "Length of the header in words of 32 bits: 5, and one more for each 4 octets of options.",
  },
  reserved: { name: "Rsrvd", text: "Bits kept for later use. They must be zero." },
  AE: {
    name: "AE flag",
    text: "Accurate ECN (RFC 9768). Before that it was NS, the nonce sum of RFC 3540.",
  },
  CWR: {
    name: "CWR flag",
    text: "Congestion Window Reduced: the sender has slowed down after an ECN-Echo.",
  },
  ECE: {
    name: "ECE flag",
    text: "ECN-Echo: a router on the way has marked congestion. In a SYN it says that the sender can do ECN.",
  },
  URG: { name: "URG flag", text: "The urgent pointer counts." },
  ACK: {
    name: "ACK flag",
    text: "One bit: the acknowledgment number counts. It is not the number itself. Only the first SYN and some RSTs lack it.",
  },
  PSH: { name: "PSH flag", text: "Push: hand the data to the application without waiting for more." },
  RST: { name: "RST flag", text: "Reset: the connection is ended at once, or there is none here." },
  SYN: {
    name: "SYN flag",
    text: "Synchronize sequence numbers: opens a connection. It takes one sequence number.",
  },
  FIN: { name: "FIN flag", text: "No more data from this end. It takes one sequence number." },
  window: {
    name: "Window",
    text: "How many octets, from the acknowledgment number on, the sender of this segment is ready to receive.",
  },
  checksum: {
    name: "Checksum",
    text: "Guards header and data against damage on the way. Synfin does not keep it.",
  },
  urgentPointer: {
    name: "Urgent Pointer",
    text: "Where urgent data ends, counted from the sequence number. It counts only if the URG flag is 1.",
  },
  options: {
    name: "Options",
    text: "Zero to 40 octets, explained under Options; padded to a multiple of 32 bits.",
  },
  data: {
    name: "Data",
    text: "Octets of data that follow the header. Synfin counts them but does not keep them.",
  },
};

export const header = {
  fields: headerFields,
  hint: "Point at a field, or move to it with the Tab key, to read what it is for.",
  notKept: "not kept",
  notInCapture: "not in the capture",
  relative: (number: string) => `relative ${number}`,
  wire: (number: string) => `wire ${number}`,
  ignored: "does not count: the ACK flag is 0",
  inferred: "worked out, not printed in the text",
  relativeOnly: "relative: the text does not tell the wire number",
  words: (words: number) => `${words} × 4 = ${words * 4} octets`,
  octets: (octets: number) => `${octets} ${octets === 1 ? "octet" : "octets"}`,
  noOptions: "none",
  scaled: (shift: number, octets: string) => `× ${(2 ** shift).toLocaleString("en-US")} = ${octets} octets`,
  alreadyScaled: (octets: string) => `${octets} octets, as the text prints it already scaled`,
  bits: (first: number, last: number) => (first === last ? `bit ${first}` : `bits ${first} to ${last}`),
};
