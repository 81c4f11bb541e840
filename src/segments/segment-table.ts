import type { RowColumns } from "./columns.ts";
import type { Endpoint } from "./endpoint.ts";
import type { FlowColumns } from "./flow-columns.ts";

/**
 * The waist of Synfin: every way in (pcap, pcapng, text, link) ends in this table, everything after it
 * starts from this table. Parallel columns in capture order; row numbers are 0-based.
 * Numbers are as on the wire, never relative. Payload octets are never kept.
 *
 * The columns may be longer than `length`; only rows below `length` are meaningful. A table that is still
 * being filled grows at its end and may replace its column arrays: read them through the table each time.
 */
export interface SegmentTable extends SegmentColumns {
  readonly flows: FlowList;
  /** Names that the capture gives to addresses (pcapng name resolution block). */
  readonly hostNames: ReadonlyMap<string, string>;
  /** ICMP errors that quote a TCP header, in capture order (docs/state-machine.md 6.6). */
  readonly icmpErrors: readonly IcmpError[];
}

/** The columns of a table, or of a part of one: plain data that can cross to and from a worker. */
export interface SegmentColumns extends RowColumns {
  readonly length: number;
  /** Option octets of all rows in wire form (kind, length, value …). */
  readonly optionBytes: Uint8Array;
  /** Urgent pointer by row, only for rows where it is not 0. */
  readonly urgentPointer: ReadonlyMap<number, number>;
  /** Comments that the capture carries for a row. */
  readonly comments: ReadonlyMap<number, string>;
  readonly timeBase: TimeBase;
  /** Time of the last record of any protocol, in the unit of {@link time}; NaN if no record has a time. */
  readonly lastRecordTime: number;
}

/** Unordered pairs of endpoints. Endpoint `a` is the sender of the first segment seen. */
export interface FlowList {
  readonly length: number;
  a(flow: number): Endpoint;
  b(flow: number): Endpoint;
  /** Whether `a` and `b` are the same socket. */
  isLoop(flow: number): boolean;
  /** All pairs as they are now, as plain data in memory of their own. */
  copy(): FlowColumns;
}

/** What the times count from. */
export interface TimeBase {
  /** `epoch`: since 1970-01-01T00:00Z. `time-of-day`: since midnight, no date. `relative`: since some start. */
  readonly kind: "epoch" | "time-of-day" | "relative" | "none";
  /** Nanoseconds from the zero of `kind` to the zero of the time column. */
  readonly origin: bigint;
  /**
   * Nanoseconds between two ticks of the clock that stamped the capture, e.g. 1000; absent where not known.
   * Every absolute time is a multiple of it, which makes up for what the time column cannot hold exactly.
   */
  readonly resolution?: number;
}

/** What is special about a row. Bits of `SegmentTable.marks`. */
export const Mark = {
  /** The text does not print the sequence number and it cannot be derived. */
  SequenceUnknown: 1,
  /** The sequence number counts from an unknown base (text without the start of the connection). */
  SequenceRelative: 2,
  /** The acknowledgment number counts from an unknown base. */
  AcknowledgmentRelative: 4,
  /** The text does not print the sequence number; it was derived from the rows before. */
  SequenceInferred: 8,
  /** The window is printed already scaled (Wireshark text). */
  WindowScaled: 16,
  /** The text does not print the window. */
  WindowUnknown: 32,
  /** The payload length is not known; 0 stands in the column. */
  LengthUnknown: 64,
  /** The flags were inferred, not printed. */
  FlagsInferred: 128,
  /** The text leaves out lines just before this row (`...`). */
  ElidedBefore: 256,
  /** The record was cut; fields beyond the cut are missing. */
  Truncated: 512,
  /** The column `ipId` is meaningful. */
  HasIpId: 1024,
  /** The time stamp was judged wrong and dropped. */
  TimeSuspect: 2048,
  /** The ACK flag is set, but the text does not print the acknowledgment number; 0 stands in the column. */
  AcknowledgmentUnknown: 4096,
  /** The input says that an earlier row of the same pair is a record of the same packet (pktmon's appearances). */
  CapturedAgain: 8192,
  /** A capture at its sender's side shows that the sender did not send it: somebody else did, or the network copied it. */
  NotSent: 16384,
  /** The text does not print the acknowledgment number; it was derived from the rows before. */
  AcknowledgmentInferred: 32768,
} as const;

/** An ICMP or ICMPv6 "destination unreachable" that quotes the head of a TCP segment. */
export interface IcmpError {
  readonly frame: number;
  /** As {@link SegmentTable.time}. */
  readonly time: number;
  readonly version: 4 | 6;
  readonly type: number;
  readonly code: number;
  /** Who sent the error. */
  readonly reporter: string;
  /** `flowIndex * 2 + direction` of the quoted segment. */
  readonly flow: number;
  /** Sequence number of the quoted segment. */
  readonly sequenceNumber: number;
}

/** Index of the row's flow in `table.flows`. */
export function flowOf(table: SegmentColumns, row: number): number {
  return table.flow[row] >>> 1;
}

/** 0 when endpoint `a` of the flow sent the row, 1 when `b` did. */
export function directionOf(table: SegmentColumns, row: number): 0 | 1 {
  return (table.flow[row] & 1) as 0 | 1;
}
