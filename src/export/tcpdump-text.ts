import type { Endpoint } from "../segments/endpoint.ts";
import { ACK, FIN, RST, SYN, URG } from "../segments/flags.ts";
import { optionOctets } from "../segments/options.ts";
import { type IcmpError, Mark, type SegmentColumns } from "../segments/segment-table.ts";
import { advance } from "../segments/sequence-number.ts";
import type { SteppedConnection } from "../tcp/analysis.ts";
import { digitsFor, printTime } from "./print-time.ts";
import { printOptions } from "./tcpdump-options.ts";

/** The part of an analysis that the text needs. */
export type PrintedConnection = Pick<
  SteppedConnection,
  "connection" | "segments" | "fromClient" | "quotedErrors"
>;

/** The letters of tcpdump's `tcp_flag_values` in its order; `e` is of tcpdump 5. */
const LETTERS: readonly (readonly [bit: number, letter: string])[] = [
  [FIN, "F"],
  [SYN, "S"],
  [RST, "R"],
  [0x008, "P"],
  [ACK, "."],
  [URG, "U"],
  [0x040, "E"],
  [0x080, "W"],
  [0x100, "e"],
];

/**
 * The connection as `tcpdump -nn -S` of version 4.99 prints it (`print-tcp.c`), a line a segment, each ended by a
 * line feed. It leaves out what the table does not hold: a window that was printed scaled, and what tcpdump prints of
 * the payload after `length N`. `...` marks lines that a text left out.
 */
export function tcpdumpText(connection: PrintedConnection): string {
  const { segments, quotedErrors } = connection;
  const digits = digitsFor(segments);
  const lines: string[] = [];
  const errors = quotedErrors.toSorted((one, other) => one.error.frame - other.error.frame);
  let told = 0;
  for (let row = 0; row < segments.length; row++) {
    for (; (errors[told]?.error.frame ?? Infinity) < (segments.frame[row] ?? 0); told++) {
      lines.push(...errorLine(connection, errors[told], digits));
    }
    if (has(segments, row, Mark.ElidedBefore)) lines.push("...");
    lines.push(segmentLine(connection, row, digits));
  }
  for (; told < errors.length; told++) lines.push(...errorLine(connection, errors[told], digits));
  return lines.map((line) => `${line}\n`).join("");
}

/** `12:49:33.192719 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [S], seq 284972257, win 64240, length 0` */
function segmentLine(connection: PrintedConnection, row: number, digits: 6 | 9): string {
  const { segments } = connection;
  const { source, destination } = endsOf(connection, row);
  const flags = segments.flags[row] ?? 0;
  const letters = LETTERS.map(([bit, letter]) => ((flags & bit) === 0 ? "" : letter)).join("");
  const options = printOptions(optionOctets(segments, row));
  const fields = [
    `${printEndpoint(source)} > ${printEndpoint(destination)}: Flags [${letters || "none"}]`,
    printSequence(segments, row, flags),
    (flags & ACK) !== 0 && !has(segments, row, Mark.AcknowledgmentUnknown)
      ? `ack ${segments.acknowledgmentNumber[row]}`
      : null,
    has(segments, row, Mark.WindowUnknown | Mark.WindowScaled) ? null : `win ${segments.window[row]}`,
    (flags & URG) === 0 ? null : `urg ${segments.urgentPointer.get(row) ?? 0}`,
    options === "" ? null : `options [${options}]`,
    has(segments, row, Mark.LengthUnknown) ? null : `length ${segments.payloadLength[row]}`,
  ];
  const protocol = source.address.includes(":") ? "IP6" : "IP";
  const stamp = printTime(segments, row, digits);
  return `${stamp === null ? "" : `${stamp} `}${protocol} ${fields.filter((field) => field !== null).join(", ")}`;
}

/** `if (ndo->ndo_vflag > 1 || length > 0 || flags & (TH_SYN | TH_FIN | TH_RST))` */
function printSequence(segments: SegmentColumns, row: number, flags: number): string | null {
  const length = segments.payloadLength[row] ?? 0;
  if (has(segments, row, Mark.SequenceUnknown)) return null;
  if (length === 0 && (flags & (SYN | FIN | RST)) === 0) return null;
  const sequenceNumber = segments.sequenceNumber[row] ?? 0;
  return length === 0 ? `seq ${sequenceNumber}` : `seq ${sequenceNumber}:${advance(sequenceNumber, length)}`;
}

/** `10.0.0.1.80`, `2001:db8::1.443`; without a port the address alone. */
function printEndpoint({ address, port }: Endpoint): string {
  return port === "" ? address : `${address}.${port}`;
}

function endsOf(
  { connection, fromClient }: PrintedConnection,
  row: number,
): { source: Endpoint; destination: Endpoint } {
  const { client, server } = connection;
  return fromClient[row] === 1
    ? { source: client, destination: server }
    : { source: server, destination: client };
}

/**
 * What tcpdump prints for each code of "destination unreachable", by version and code (RFC 792, RFC 1812, RFC 4443).
 */
const UNREACHABLE: Readonly<Record<4 | 6, Readonly<Record<number, (end: Endpoint) => string>>>> = {
  4: {
    0: ({ address }) => `net ${address} unreachable`,
    1: ({ address }) => `host ${address} unreachable`,
    2: ({ address }) => `${address} protocol 6 unreachable`,
    3: ({ address, port }) => `${address} tcp port ${port} unreachable`,
    9: ({ address }) => `net ${address} unreachable - admin prohibited`,
    10: ({ address }) => `host ${address} unreachable - admin prohibited`,
    13: ({ address }) => `host ${address} unreachable - admin prohibited filter`,
  },
  6: {
    0: ({ address }) => `destination unreachable, unreachable route ${address}`,
    1: ({ address }) => `destination unreachable, unreachable prohibited ${address}`,
    3: ({ address }) => `destination unreachable, unreachable address ${address}`,
    4: ({ address, port }) => `destination unreachable, unreachable port, ${address} tcp port ${port}`,
  },
};

/** `IP 10.0.0.2 > 10.0.0.1: ICMP 10.0.0.2 tcp port 80 unreachable`; without the length, which the table does not hold. */
function errorLine(
  connection: PrintedConnection,
  quoted: { readonly position: number; readonly error: IcmpError } | undefined,
  digits: 6 | 9,
): string[] {
  if (quoted === undefined) return [];
  const { version, code, reporter, time } = quoted.error;
  const { source, destination } = endsOf(connection, quoted.position - 1);
  const words = UNREACHABLE[version][code]?.(destination);
  if (words === undefined) return [];
  const { timeBase } = connection.segments;
  const stamp = printTime({ ...connection.segments, timeBase, time: Float64Array.of(time) }, 0, digits);
  const head = version === 6 ? "IP6" : "IP";
  const protocol = version === 6 ? "ICMP6," : "ICMP";
  return [
    `${stamp === null ? "" : `${stamp} `}${head} ${reporter} > ${source.address}: ${protocol} ${words}`,
  ];
}

function has(segments: SegmentColumns, row: number, marks: number): boolean {
  return ((segments.marks[row] ?? 0) & marks) !== 0;
}
