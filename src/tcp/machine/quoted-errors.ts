import { RST, SYN } from "../../segments/flags.ts";
import { errorsOfPair } from "../../segments/quoted-rows.ts";
import { flowOf, type SegmentColumns, type SegmentTable } from "../../segments/segment-table.ts";
import type { QuotedError } from "../analysis.ts";

/** RFC 1191: "fragmentation needed" lowers the MTU and ends nothing. */
const FRAGMENTATION_NEEDED = 4;

/**
 * The ICMP errors that quote a segment of the connection, in capture order.
 * @param rows of the connection
 * @param before frame from which on nothing was captured yet
 */
export function findQuotedErrors(table: SegmentTable, rows: Uint32Array, before: number): QuotedError[] {
  const first = rows[0];
  const errors = first === undefined ? null : errorsOfPair(table, flowOf(table, first));
  if (errors === null || errors.size === 0) return [];
  const found: QuotedError[] = [];
  for (const [place, row] of rows.entries()) {
    for (const index of errors.get(row) ?? []) {
      const error = table.icmpErrors[index];
      if (error !== undefined && error.frame < before) found.push({ position: place + 1, index, error });
    }
  }
  return found.toSorted((one, other) => one.index - other.index);
}

/**
 * The time at which an ICMP error ended the connect(): it quotes a SYN that was neither repeated nor answered
 * afterwards (docs/state-machine.md 6.6). Null if none did.
 */
export function findUnreachable(
  errors: readonly QuotedError[],
  segments: SegmentColumns,
  hasAnswer: boolean,
): number | null {
  if (hasAnswer) return null;
  const last = errors.findLast(({ position, error }) => {
    const isSyn = (segments.flags[position - 1] & (SYN | RST)) === SYN;
    const ends = error.version === 6 || (error.type === 3 && error.code !== FRAGMENTATION_NEEDED);
    const isLast = position === segments.length || segments.time[position] <= error.time;
    return isSyn && ends && isLast;
  });
  if (last === undefined) return null;
  const isRepeated = segments.time[segments.length - 1] > last.error.time;
  return isRepeated ? null : last.error.time;
}
