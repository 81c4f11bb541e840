import { hashKey, hashWith } from "../base/keyed-hash.ts";
import { hasIdentification } from "../segments/datagram.ts";
import { findOption } from "../segments/find-option.ts";
import { ACK, AE, CWR, ECE, FIN, RST, SYN } from "../segments/flags.ts";
import { OptionKind } from "../segments/options.ts";
import { Mark, type SegmentTable } from "../segments/segment-table.ts";
import type { RowReader } from "./strand.ts";

/** Octets of the timestamps option (RFC 7323 section 3.2). */
const TIMESTAMPS = 10;
/** Bits that routers may set or clear (RFC 3168, RFC 9768). */
const CONGESTION = ECE | CWR | AE;

/** What of a segment has to agree before two rows may be one segment. */
export interface SegmentKey {
  hash(reader: RowReader, row: number): number;
  agrees(one: RowReader, a: number, other: RowReader, b: number): boolean;
}

/** What of the numbers and control bits does not count. */
interface Leniency {
  /** Control bits. */
  readonly ignored: number;
  /**
   * Whether pure ACKs count without their sequence number, which tcpdump does not print: a text's reader takes the next
   * one, where a keep-alive has the one before, and what was overtaken an earlier one.
   */
  readonly isUnnumbered: boolean;
}

/** Direction, numbers, control bits, window, length and options: all that a path leaves as it is. */
export const EXACT = exactKey(false);

/** As {@link EXACT}. @param isUnnumbered as in `Leniency` */
export function exactKey(isUnnumbered: boolean): SegmentKey {
  const leniency = { ignored: 0, isUnnumbered };
  return {
    hash: (reader, row) => hashOptions(reader.table, row, hashNumbers(reader, row, leniency)),
    agrees: (one, a, other, b) =>
      haveSameNumbers(one, a, other, b, leniency) &&
      one.table.window[a] === other.table.window[b] &&
      areScaledAlike(one.table, a, other.table, b) &&
      haveSameOptions(one.table, a, other.table, b),
  };
}

/**
 * What is left where the path, or what printed the capture, changed options, the window or the bits of congestion
 * control.
 * @param withTimestamps whether both captures hold timestamps, which then have to agree
 * @param isUnnumbered as in `Leniency`
 */
export function looseKey(withTimestamps: boolean, isUnnumbered: boolean): SegmentKey {
  const leniency = { ignored: CONGESTION, isUnnumbered };
  return {
    hash: (reader, row) => {
      const numbers = hashNumbers(reader, row, leniency);
      return withTimestamps ? hashWith(numbers, timestampValue(reader.table, row)) : numbers;
    },
    agrees: (one, a, other, b) =>
      haveSameNumbers(one, a, other, b, leniency) &&
      (!withTimestamps || timestampValue(one.table, a) === timestampValue(other.table, b)),
  };
}

/** Octets of data, SYN, FIN and RST make tcpdump print the number; a keep-alive of one octet of garbage has it too. */
function isPureAck({ flags, payloadLength }: SegmentTable, row: number): boolean {
  return payloadLength[row] === 0 && (flags[row] & (SYN | FIN | RST | ACK)) === ACK;
}

/** TSval of a row; -1 where it has none. */
export function timestampValue(table: SegmentTable, row: number): number {
  const at = findOption(table, row, OptionKind.Timestamps, TIMESTAMPS);
  if (at < 0) return -1;
  const { optionBytes: octets } = table;
  return ((octets[at + 2] << 24) | (octets[at + 3] << 16) | (octets[at + 4] << 8) | octets[at + 5]) >>> 0;
}

/** Whether both rows have what tells a segment from its repetition: timestamps, or an IP identification. */
export function isToldApart(one: SegmentTable, a: number, other: SegmentTable, b: number): boolean {
  if (timestampValue(one, a) >= 0 && timestampValue(other, b) >= 0) return true;
  return hasIdentification(one, a) && hasIdentification(other, b);
}

function hashNumbers(reader: RowReader, row: number, { ignored, isUnnumbered }: Leniency): number {
  const { table } = reader;
  const flags = table.flags[row];
  // Ten bits of direction and control bits; the length of almost every segment fits beside them.
  const head = (table.payloadLength[row] << 10) | ((flags & ~ignored) << 1) | reader.direction(row);
  const sequence = isUnnumbered && isPureAck(table, row) ? 0 : reader.sequence(row);
  const numbers = hashWith(hashWith(hashKey(), sequence), head);
  return (flags & ACK) === 0 ? numbers : hashWith(numbers, reader.acknowledgment(row));
}

function haveSameNumbers(
  one: RowReader,
  a: number,
  other: RowReader,
  b: number,
  { ignored, isUnnumbered }: Leniency,
): boolean {
  const flags = one.table.flags[a];
  return (
    ((flags ^ other.table.flags[b]) & ~ignored) === 0 &&
    one.direction(a) === other.direction(b) &&
    one.table.payloadLength[a] === other.table.payloadLength[b] &&
    ((isUnnumbered && isPureAck(one.table, a)) || one.sequence(a) === other.sequence(b)) &&
    ((flags & ACK) === 0 || one.acknowledgment(a) === other.acknowledgment(b))
  );
}

function areScaledAlike(one: SegmentTable, a: number, other: SegmentTable, b: number): boolean {
  return ((one.marks[a] ^ other.marks[b]) & (Mark.WindowScaled | Mark.WindowUnknown)) === 0;
}

/** The options without padding, which a text does not always print. */
function hashOptions(table: SegmentTable, row: number, hash: number): number {
  const { optionBytes } = table;
  let mixed = hash;
  const end = table.optionsAt[row] + table.optionsLength[row];
  for (let at = table.optionsAt[row]; at < end; at++) {
    if (optionBytes[at] <= OptionKind.NoOperation) continue;
    const length = optionBytes[at + 1];
    if (!(length >= 2 && at + length <= end)) return mixed;
    let word = 0;
    for (let octet = at; octet < at + length; octet++) {
      word = (word << 8) | optionBytes[octet];
      if (((octet - at) & 3) === 3) mixed = Math.imul(mixed ^ word, 0x01000193);
    }
    mixed = hashWith(mixed, word);
    at += length - 1;
  }
  return mixed;
}

function haveSameOptions(one: SegmentTable, a: number, other: SegmentTable, b: number): boolean {
  const endOfOne = one.optionsAt[a] + one.optionsLength[a];
  const endOfOther = other.optionsAt[b] + other.optionsLength[b];
  let at = behindPadding(one, one.optionsAt[a], endOfOne);
  let there = behindPadding(other, other.optionsAt[b], endOfOther);
  while (at < endOfOne && there < endOfOther) {
    const length = Math.max(one.optionBytes[at + 1], 2);
    for (let octet = 0; octet < length; octet++)
      if (one.optionBytes[at + octet] !== other.optionBytes[there + octet]) return false;
    at = behindPadding(one, at + length, endOfOne);
    there = behindPadding(other, there + length, endOfOther);
  }
  return at >= endOfOne && there >= endOfOther;
}

function behindPadding({ optionBytes }: SegmentTable, from: number, end: number): number {
  let at = from;
  while (at < end && optionBytes[at] <= OptionKind.NoOperation) at++;
  return at;
}
