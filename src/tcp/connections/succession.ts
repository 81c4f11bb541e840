import { ACK, RST, SYN } from "../../segments/flags.ts";
import { directionOf, type SegmentTable } from "../../segments/segment-table.ts";
import type { Connection, ConnectionsById } from "../connection.ts";

/** How many rows of the next connection are searched for the answer to its SYN. */
const REACH = 64;

/** What the next connection on the same pair shows of the one before. */
export interface Succession {
  /** The row of the table with which it begins. */
  readonly tableRow: number;
  /** Nanoseconds as in the time column; NaN if there is none. */
  readonly time: number;
  /** Which end of the old connection opens it: 0 = client, 1 = server. */
  readonly opener: 0 | 1;
  /** Whether the other end answered with SYN,ACK, so that it no longer had the connection. */
  readonly isAnswered: boolean;
}

/** Looks at the next connection on the pair; null if there is none, or if its opening was not captured. */
export function findSuccession(
  table: SegmentTable,
  connections: ConnectionsById,
  connection: Connection,
): Succession | null {
  const next = connection.next === null ? undefined : connections.at(connection.next);
  if (next === undefined || connection.isSelfConnect) return null;
  if (next.roleBasis !== "SYN" && next.roleBasis !== "SYN-ACK") return null;
  const { rows } = next;
  const tableRow = rows[0];
  const openerDirection = next.clientDirection;
  return {
    tableRow,
    time: table.time[tableRow],
    opener: openerDirection === connection.clientDirection ? 0 : 1,
    isAnswered: rows.subarray(0, REACH).some((row) => {
      const isSynAck = (table.flags[row] & (SYN | ACK | RST)) === (SYN | ACK);
      return isSynAck && directionOf(table, row) !== openerDirection;
    }),
  };
}
