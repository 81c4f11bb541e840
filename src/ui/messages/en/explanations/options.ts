/** Each TCP option in words. */
export const options = {
  none: "This segment carries no options.",
  noSegment: "Before the first segment there is no header to read.",
  length: (octets: number) => `${octets} ${octets === 1 ? "octet" : "octets"}`,
  kind: (kind: number) => `kind ${kind}`,
  end: { name: "End of option list", text: "Nothing but padding follows." },
  noOperation: {
    name: "No operation",
    text: "One octet of filling, so that what follows starts on a boundary of 32 bits.",
  },
  mss: {
    name: "Maximum segment size",
    text: (octets: number) =>
      `“Send me at most ${octets.toLocaleString("en-US")} octets of data in one segment.” Each end says its own; they need not be equal.`,
  },
  windowScale: {
    name: "Window scale",
    text: (shift: number, factor: string) =>
      `“Multiply the window in my segments by ${factor}” (a shift of ${shift} bits). Counts only if both SYNs carry the option, and never for the window of a SYN itself (RFC 7323).`,
    tooLarge: " A shift above 14 is used as 14.",
  },
  sackPermitted: {
    name: "SACK permitted",
    text: "“I understand selective acknowledgments.” Stands in SYNs only (RFC 2018).",
  },
  sack: {
    name: "Selective acknowledgment",
    text: (blocks: string) =>
      `“Beyond the gap I already hold ${blocks}.” Only what is missing need be sent again (RFC 2018).`,
    block: (left: string, right: string) => `${left} up to but not including ${right}`,
  },
  timestamps: {
    name: "Timestamps",
    text: (value: string, echo: string) =>
      `The sender’s clock shows ${value}; the latest value it has heard from the other end is ${echo} (RFC 7323).`,
    noEcho: (value: string) =>
      `The sender’s clock shows ${value}; it has heard no value from the other end yet (RFC 7323).`,
  },
  fastOpen: {
    name: "Fast Open",
    request: "“Give me a cookie, so that next time I may send data in my SYN” (RFC 7413).",
    cookie: (cookie: string) => `The cookie is ${cookie} (RFC 7413).`,
  },
  md5: { name: "MD5 signature", text: "A signature over the segment and a shared secret (RFC 2385)." },
  authentication: { name: "TCP-AO", text: "A message authentication code for the segment (RFC 5925)." },
  userTimeout: {
    name: "User timeout",
    text: "How long this end keeps trying before it gives the connection up (RFC 5482).",
  },
  multipath: { name: "Multipath TCP", text: "This connection may use several paths (RFC 8684)." },
  experiment: { name: "Experiment", text: "A kind kept for experiments (RFC 4727)." },
  unknown: { name: "Unknown option", text: "Synfin does not know this kind of option." },
  wrongLength: "Its length does not fit this kind of option, so it is not read.",
  malformed: "The length of this option is wrong: what stands after it cannot be read.",
  octets: (octets: string) => `Octets: ${octets}`,
};
