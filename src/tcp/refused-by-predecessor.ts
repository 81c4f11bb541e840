import { orZero } from "../base/or-zero.ts";
import { ACK, FIN, RST, SYN } from "../segments/flags.ts";
import { directionOf, type SegmentTable } from "../segments/segment-table.ts";
import { FATES } from "./analysis.ts";
import type { Connection, ConnectionsById } from "./connection.ts";

const LOST = FATES.indexOf("lost");
const IGNORED = FATES.indexOf("lost-or-ignored");

/**
 * A SYN that was sent again need not have been lost: if the other end answered between the two copies, but out of a
 * connection that it still had on the pair (RFC 9293 figures 9 and 10), the SYN came and opened nothing.
 * @param isRejected by row of the connection: 1 where a RST says that the segment fits nothing, as of an older
 *   connection that the capture does not hold
 * @param fate by row of the connection, as the delivery was judged; changed here
 */
export function noteRefusedByPredecessor(
  table: SegmentTable,
  connections: ConnectionsById,
  { rows, clientDirection, isSelfConnect, previous }: Connection,
  isRejected: Uint8Array,
  fate: Uint8Array,
): void {
  const isAnswer = (row: number): boolean =>
    isBareAck(table, row) && directionOf(table, row) !== clientDirection;
  const isSyn = (row: number): boolean =>
    isBareSyn(table, row) && directionOf(table, row) === clientDirection;
  const first = fate.indexOf(LOST);
  if (first !== 0 || isSelfConnect || !isSyn(orZero(rows[first]))) return;
  const before = previous === null ? undefined : connections.at(previous);
  const answers = [...(before?.rows ?? []), ...rows.filter((_, row) => isRejected[row] === 1)].filter(
    isAnswer,
  );
  let sent = first;
  for (let row = first + 1; row < rows.length && fate[sent] === LOST; row++) {
    if (!isSyn(orZero(rows[row]))) continue;
    const [from, until] = [orZero(rows[sent]), orZero(rows[row])];
    if (answers.some((answer) => answer > from && answer < until)) fate[sent] = IGNORED;
    sent = row;
  }
}

function isBareSyn({ flags }: SegmentTable, row: number): boolean {
  return (orZero(flags[row]) & (SYN | ACK | RST)) === SYN;
}

function isBareAck({ flags, payloadLength }: SegmentTable, row: number): boolean {
  return (orZero(flags[row]) & (SYN | ACK | RST | FIN)) === ACK && payloadLength[row] === 0;
}
