import { ACK, RST, SYN } from "./flags.ts";
import { directionOf, type SegmentTable } from "./segment-table.ts";

/** How many rows of the connection before are searched for the answer to a SYN. */
const REACH = 64;

/**
 * The challenge ACK of the connection before with which the other end answered the first SYN (RFC 9293 figure 9): the
 * SYN arrived, and met that connection.
 * @param before rows of the connection before on the pair
 * @param rows of the connection that begins with the SYN
 * @returns its row; null if there is none
 */
export function challengeOf(table: SegmentTable, before: Uint32Array, rows: Uint32Array): number | null {
  if (rows.length === 0) return null;
  const [syn, next = Number.POSITIVE_INFINITY] = rows;
  const late = before.subarray(-REACH).find((row) => row > syn && row < next);
  if (late === undefined || (table.flags[syn] & (SYN | ACK | RST)) !== SYN) return null;
  const isPureAck = (table.flags[late] & (SYN | ACK | RST)) === ACK && table.payloadLength[late] === 0;
  return isPureAck && directionOf(table, late) !== directionOf(table, syn) ? late : null;
}
