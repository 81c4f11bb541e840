import { challengeOf } from "../segments/challenged-syn.ts";
import type { Endpoint } from "../segments/endpoint.ts";
import { ACK, RST, SYN } from "../segments/flags.ts";
import { errorsOfPair } from "../segments/quoted-rows.ts";
import { type IcmpError, type SegmentTable, directionOf, flowOf } from "../segments/segment-table.ts";
import { sliceColumns } from "../segments/slice-columns.ts";
import type {
  SharedConnection,
  SharedFold,
  SharedRoleBasis,
  SharedStartReason,
  SharedSuccessor,
} from "./shared-connection.ts";

/** A connection as grouping gives it: the part of `Connection` (room tcp) that a link holds. */
export interface GroupedRows {
  readonly client: Endpoint;
  readonly server: Endpoint;
  readonly roleBasis: SharedRoleBasis;
  readonly clientDirection: 0 | 1;
  readonly isSelfConnect: boolean;
  readonly rows: Uint32Array;
  readonly previous: number | null;
  readonly next: number | null;
  readonly why: SharedStartReason;
}

/** All connections of a table by id. */
export interface GroupedRowsById {
  at(id: number): GroupedRows | undefined;
}

const ONE = { segments: 1, payload: 0 };
const NONE = { segments: 0, payload: 0 };

/** Rows of the next connection that are searched for the answer to its SYN. */
const REACH = 64;

/**
 * Takes one connection out of a table, with everything that its analysis depends on.
 * @param connections all of the table
 */
export function shareConnection(
  table: SegmentTable,
  connections: GroupedRowsById,
  connection: GroupedRows,
): SharedConnection {
  const { client, server, roleBasis, why, rows, clientDirection } = connection;
  const sliced = sliceColumns(table, rows);
  const segments = {
    ...sliced,
    flow: sliced.flow.map((flow) => (flow & 1) ^ clientDirection),
    comments: new Map(),
  };
  const names = [client, server].flatMap(({ address }) => {
    const name = table.hostNames.get(address);
    return name === undefined ? [] : [[address, name] as const];
  });
  return {
    segments,
    client,
    server,
    roleBasis,
    why,
    successor: successorOf(table, connections, connection),
    icmpErrors: errorsOf(table, connection),
    hostNames: new Map(names),
    title: "",
    folds: challengeFolds(table, connections, connection),
    lacksTimestampsAndSack: false,
    witnesses: null,
    notes: [],
    unread: [],
  };
}

/**
 * The challenge ACK of the connection before, with which the first SYN was answered, as a segment that is left out behind
 * the SYN.
 */
function challengeFolds(
  table: SegmentTable,
  connections: GroupedRowsById,
  { previous, rows, clientDirection }: GroupedRows,
): SharedFold[] {
  const before = previous === null ? undefined : connections.at(previous);
  const challenge = before === undefined ? null : challengeOf(table, before.rows, rows);
  if (challenge === null) return [];
  const [client, server] = directionOf(table, challenge) === clientDirection ? [ONE, NONE] : [NONE, ONE];
  return [{ before: 1, client, server }];
}

function successorOf(
  table: SegmentTable,
  connections: GroupedRowsById,
  { next, rows, isSelfConnect, clientDirection }: GroupedRows,
): SharedSuccessor | null {
  const following = next === null ? undefined : connections.at(next);
  if (following === undefined || isSelfConnect) return null;
  if (following.roleBasis !== "SYN" && following.roleBasis !== "SYN-ACK") return null;
  const first = following.rows[0];
  return {
    after: rows.reduce((count, row) => count + (row < first ? 1 : 0), 0),
    time: table.time[first],
    opener: following.clientDirection === clientDirection ? 0 : 1,
    isSynSeen: following.roleBasis === "SYN",
    isAnswered: following.rows.subarray(0, REACH).some((row) => {
      const isSynAck = (table.flags[row] & (SYN | ACK | RST)) === (SYN | ACK);
      return isSynAck && directionOf(table, row) !== following.clientDirection;
    }),
  };
}

/** The errors that quote one of the segments, in capture order. */
function errorsOf(table: SegmentTable, { rows, clientDirection }: GroupedRows): IcmpError[] {
  const errors = errorsOfPair(table, flowOf(table, rows[0]));
  if (errors.size === 0) return [];
  const own = Array.from(rows).flatMap((row) => errors.get(row) ?? []);
  return own
    .toSorted((one, other) => one - other)
    .flatMap((index) => {
      const error = table.icmpErrors[index];
      return error === undefined ? [] : [{ ...error, flow: (error.flow & 1) ^ clientDirection }];
    });
}
