import { ACK, RST, SYN } from "../../segments/flags.ts";
import { errorsOfPair } from "../../segments/quoted-rows.ts";
import { flowOf, type SegmentColumns, type SegmentTable } from "../../segments/segment-table.ts";
import type { QuotedError } from "../analysis.ts";
import type { Exchange } from "../exchange/exchange.ts";

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

/** What ended a connect(): an ICMP error, captured behind so many rows, and when. */
export interface Unreachable {
  readonly position: number;
  readonly time: number;
}

/**
 * The ICMP error that ended the connect(): it quotes a SYN that was neither repeated nor answered afterwards, or whose
 * answer the client refuses (docs/state-machine.md 6.6). Null if none did.
 */
export function findUnreachable(
  errors: readonly QuotedError[],
  { flags, time, length }: SegmentColumns,
  { sender }: Pick<Exchange, "sender">,
): Unreachable | null {
  const last = errors.findLast(({ position, error }) => {
    // An error that quotes the SYN,ACK goes to the server: it tells the client nothing.
    const isRequest = (flags[position - 1] & (SYN | ACK | RST)) === SYN;
    return isRequest && (error.version === 6 || (error.type === 3 && error.code !== FRAGMENTATION_NEEDED));
  });
  if (last === undefined) return null;
  let { position } = last;
  while (position < length && time[position] <= last.error.time) position++;
  let [isAnswered, isRefused] = [sender.subarray(0, position).includes(1), false];
  for (let row = position; row < length; row++) {
    if (sender[row] === 1) isAnswered = true;
    else if ((flags[row] & RST) !== 0) isRefused = true;
    else return null;
  }
  return isAnswered && !isRefused ? null : { position, time: last.error.time };
}
