import { orZero } from "../../base/or-zero.ts";
import { RST, SYN } from "../../segments/flags.ts";
import type { SegmentColumns, SegmentTable } from "../../segments/segment-table.ts";
import type { QuotedError } from "../analysis.ts";

/** ICMP errors by flow, made once for a table and again when it has grown. */
const INDEXES = new WeakMap<
  SegmentTable,
  { readonly length: number; readonly byFlow: Map<number, number[]> }
>();

/** RFC 1191: "fragmentation needed" lowers the MTU and ends nothing. */
const FRAGMENTATION_NEEDED = 4;

/** The ICMP errors that quote a segment of the connection, in capture order. @param flow index of the pair */
export function findQuotedErrors(table: SegmentTable, flow: number, segments: SegmentColumns): QuotedError[] {
  const found: QuotedError[] = [];
  for (const index of indexOf(table).get(flow) ?? []) {
    const error = table.icmpErrors[index];
    if (error === undefined) continue;
    const row = quotedRow(segments, error.flow, error.sequenceNumber, error.time);
    if (row >= 0) found.push({ position: row + 1, index, error });
  }
  return found;
}

/**
 * When an ICMP error ended the connect(): it quotes a SYN that was not repeated afterwards, and nobody answered
 * (docs/state-machine.md 6.6). Null if none did.
 */
export function findUnreachable(
  errors: readonly QuotedError[],
  segments: SegmentColumns,
  hasAnswer: boolean,
): number | null {
  if (hasAnswer) return null;
  const last = errors.findLast(({ position, error }) => {
    const isSyn = (orZero(segments.flags[position - 1]) & (SYN | RST)) === SYN;
    const ends = error.version === 6 || (error.type === 3 && error.code !== FRAGMENTATION_NEEDED);
    const isLast = position === segments.length || orZero(segments.time[position]) <= error.time;
    return isSyn && ends && isLast;
  });
  if (last === undefined) return null;
  const isRepeated = orZero(segments.time[segments.length - 1]) > last.error.time;
  return isRepeated ? null : last.error.time;
}

/** The last row before the error with that number; -1 if there is none. */
function quotedRow(segments: SegmentColumns, flow: number, sequenceNumber: number, time: number): number {
  for (let row = segments.length - 1; row >= 0; row--) {
    if (segments.flow[row] !== flow || segments.sequenceNumber[row] !== sequenceNumber) continue;
    if (!(orZero(segments.time[row]) > time)) return row;
  }
  return -1;
}

function indexOf(table: SegmentTable): ReadonlyMap<number, number[]> {
  const known = INDEXES.get(table);
  if (known !== undefined && known.length === table.icmpErrors.length) return known.byFlow;
  const byFlow = new Map<number, number[]>();
  for (const [index, { flow }] of table.icmpErrors.entries()) {
    const errors = byFlow.get(flow >>> 1);
    if (errors === undefined) byFlow.set(flow >>> 1, [index]);
    else errors.push(index);
  }
  INDEXES.set(table, { length: table.icmpErrors.length, byFlow });
  return byFlow;
}
