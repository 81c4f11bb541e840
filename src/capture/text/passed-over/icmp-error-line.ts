/** An ICMP line about a destination that cannot be reached. */
export interface IcmpErrorLine {
  /** Sender and receiver of the error; the receiver sent the segment that it is about. */
  readonly reporter: string;
  readonly receiver: string;
  readonly version: 4 | 6;
  readonly type: number;
  readonly code: number;
  /** The destination of the segment, where the line names it: `10.77.33.2 tcp port 8080`. */
  readonly host: string | null;
  readonly port: string | null;
}

const ENDS = /(\S{1,100}) > (\S{1,100}): (?:ICMP6?,?|icmp6?:) (.{1,200})$/;
const TCP_PORT =
  /(\S{1,100}) tcp port (\S{1,40}?),? unreachable|unreachable port, (\S{1,100}) tcp port ([^\s,]{1,40})/;
const PORT_V4 = 3;
const ADMINISTRATIVELY_V4 = 13;
const UNREACHABLE_V4 = 3;
const UNREACHABLE_V6 = 1;

/** ICMP "destination unreachable" codes (RFC 792, RFC 1812, RFC 4443) by what tcpdump prints for them. */
const CODES: readonly (readonly [words: RegExp, v4: number, v6: number])[] = [
  [/tcp port|unreachable port/, PORT_V4, 4],
  [/admin prohibited filter|administratively prohibited|unreachable prohibited/, ADMINISTRATIVELY_V4, 1],
  [/host \S{1,100} unreachable - admin prohibited/, 10, 1],
  [/net \S{1,100} unreachable - admin prohibited/, 9, 1],
  [/protocol \d{1,3} unreachable/, 2, 7],
  [/net \S{1,100} unreachable|unreachable route/, 0, 0],
  [/host \S{1,100} unreachable|unreachable address/, 1, 3],
];

/**
 * `IP 10.77.33.2 > 10.77.33.1: ICMP 10.77.33.2 tcp port 8080 unreachable, length 68`; null for an ICMP line that is
 * no "destination unreachable".
 */
export function readIcmpErrorLine(line: string): IcmpErrorLine | null {
  const match = ENDS.exec(line);
  if (match === null) return null;
  const [, reporter = "", receiver = "", message = ""] = match;
  const code = CODES.find(([words]) => words.test(message));
  if (code === undefined) return null;
  const version = receiver.includes(":") ? 6 : 4;
  const target = TCP_PORT.exec(message);
  return {
    reporter,
    receiver,
    version,
    type: version === 6 ? UNREACHABLE_V6 : UNREACHABLE_V4,
    code: version === 6 ? code[2] : code[1],
    host: target?.[1] ?? target?.[3] ?? null,
    port: target?.[2] ?? target?.[4] ?? null,
  };
}
