import type { WarningReason } from "./read-report.ts";

type Values = NonNullable<WarningReason["values"]>;
type Sentence = string | ((values: Values) => string);

/** One sentence for each code: first capture files, then text. */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  "record-cut": ({ missing }) => `the file ends within a record: ${missing} more bytes were announced`,
  "record-length": ({ length }) =>
    `a record claims ${length} bytes, which no capture has: reading stops here`,
  "block-cut": ({ missing }) => `the file ends within a block: ${missing} more bytes were announced`,
  "block-length": ({ length }) => `a block claims ${length} bytes: reading stops here`,
  "block-trailer": ({ first, second }) =>
    `a block gives its length as ${first} and as ${second} bytes: reading stops here`,
  "block-short": "an interface description is too short to read and was left out",
  "pcapng-byte-order": "a section does not say its byte order: reading stops here",
  "section-version": ({ version }) => `a section has the unknown version ${version}: reading stops here`,
  "unknown-interface": ({ interface: id }) =>
    `a record names interface ${id}, which the file does not describe`,
  "packet-length": ({ length }) => `a record claims ${length} bytes, more than its block has`,
  "gzip-cut": ({ length }) => `gzip data is cut short or damaged after ${length} inflated bytes`,
  "time-out-of-order": "the time does not fit the lines around it: it was left out, the order was kept",
  "port-out-of-range": "the port is above 65535: the line was left out",
  "header-cut": "the printed TCP header is cut short",
  "fields-missing": "the line lacks fields that tcpdump prints: what it has was read",
  "syn-ack-without-number": "a SYN-ACK without an acknowledgment number",
  "octets-differ": "the hex dump below says something else than the line: the octets were taken",
  restated: ({ line }) => `the line says without a time what line ${line} says: it was left out`,
  "seen-on-two-interfaces": ({ line }) =>
    `the segment of line ${line}, seen on another interface: it was left out`,
  "tcp-hidden": ({ protocol }) => `the ${protocol} summary hides the TCP header`,
  "only-a-mention": "ends and flags without any number: a mention, not a segment",
  "not-understood": "the line looks like a packet but cannot be read",
  "packets-not-in-text": ({ missing, captured }) =>
    `${missing} of ${captured} captured packets are not in the text`,
};

/** One English sentence without a full stop: what could not be read, or is doubtful. */
export function describeWarning({ code, values = {} }: WarningReason): string {
  const sentence = SENTENCES[code];
  if (sentence === undefined) return code.replaceAll("-", " ");
  return typeof sentence === "string" ? sentence : sentence(values);
}
