import { challengeOf } from "../../segments/challenged-syn.ts";
import { ACK, RST, SYN } from "../../segments/flags.ts";
import { directionOf, type SegmentTable } from "../../segments/segment-table.ts";
import type { Connection, ConnectionsById } from "../connection.ts";

/** How many rows of the next connection are searched for the answer to its SYN. */
const REACH = 64;

/** The first retransmission of a SYN (RFC 6298 section 2.1), nanoseconds: an attempt that goes on speaks by then. */
const FIRST_TIMEOUT = 1e9;

/** What the next connection on the same pair shows of the one before. */
export interface Succession {
  /** The row of the table with which it begins. */
  readonly tableRow: number;
  /** Nanoseconds as in the time column; NaN if there is none. */
  readonly time: number;
  /** Which end of the old connection opens it: 0 = client, 1 = server. */
  readonly opener: 0 | 1;
  /** Its SYN was captured; otherwise it begins with the SYN,ACK. */
  readonly isSynSeen: boolean;
  /** It begins after the last row of the old one, before the SYN of an attempt that goes on would have been repeated. */
  readonly isPrompt: boolean;
  /** Whether the other end answered with SYN,ACK, so that it no longer had the connection. */
  readonly isAnswered: boolean;
  /** As {@link isUnconfirmed}. */
  readonly isUnconfirmed: boolean;
}

/**
 * Whether nothing shows that the end that the SYN names sent it: the connection before challenged it, and nothing came of
 * it, neither an answer nor a repetition nor the RST with which an end in SYN-SENT refuses the challenge (RFC 9293 section
 * 3.5.1, figure 10). SYNs are forged to end connections (RFC 5961 section 4.1).
 * @param challenge the row that challenged it; null: none did
 */
function isUnconfirmed(
  table: SegmentTable,
  before: Uint32Array,
  rows: Uint32Array,
  challenge: number | null,
): boolean {
  if (challenge === null || rows.length > 1) return false;
  const refuses = (row: number): boolean =>
    row > challenge &&
    (table.flags[row] & RST) !== 0 &&
    directionOf(table, row) === directionOf(table, rows[0]);
  return !before.subarray(-REACH).some(refuses);
}

/** What the connection before on the pair shows of the first SYN. */
export interface Precedence {
  /** It answered the SYN with a challenge ACK (RFC 9293 figure 9). */
  readonly isChallenged: boolean;
  /** As {@link isUnconfirmed}. */
  readonly isUnconfirmed: boolean;
}

const NO_PRECEDENCE: Precedence = { isChallenged: false, isUnconfirmed: false };

/** Looks at the connection before on the pair. */
export function findPrecedence(
  table: SegmentTable,
  connections: ConnectionsById,
  { previous, rows }: Connection,
): Precedence {
  const before = previous === null ? undefined : connections.at(previous);
  if (before === undefined) return NO_PRECEDENCE;
  const challenge = challengeOf(table, before.rows, rows);
  return {
    isChallenged: challenge !== null,
    isUnconfirmed: isUnconfirmed(table, before.rows, rows, challenge),
  };
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
  const last = connection.rows.at(-1) ?? tableRow;
  return {
    tableRow,
    time: table.time[tableRow],
    isSynSeen: next.roleBasis === "SYN",
    isPrompt: last < tableRow && table.time[tableRow] - table.time[last] < FIRST_TIMEOUT,
    opener: openerDirection === connection.clientDirection ? 0 : 1,
    isAnswered: rows.subarray(0, REACH).some((row) => {
      const isSynAck = (table.flags[row] & (SYN | ACK | RST)) === (SYN | ACK);
      return isSynAck && directionOf(table, row) !== openerDirection;
    }),
    isUnconfirmed: isUnconfirmed(table, connection.rows, rows, challengeOf(table, connection.rows, rows)),
  };
}
