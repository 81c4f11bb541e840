import { type ColumnName, copyRow } from "../segments/columns.ts";
import { ACK, RST, SYN } from "../segments/flags.ts";
import { optionOctets } from "../segments/options.ts";
import { SegmentTableBuilder } from "../segments/segment-table-builder.ts";
import { Mark, type SegmentColumns, type SegmentTable } from "../segments/segment-table.ts";
import { Shown, type WitnessedRows } from "../segments/witnessed-rows.ts";
import { numbersAt } from "./segment-numbers.ts";
import type { GroupedRows } from "./share-connection.ts";
import type { SharedConnection, SharedStartReason, SharedSuccessor } from "./shared-connection.ts";

/** As `Connection` in the room tcp. */
interface OpenedConnection extends GroupedRows {
  readonly id: number;
}

/** A link's connection as the analysis takes it. */
export interface OpenedShare {
  readonly table: SegmentTable;
  /**
   * The first is the link's own. The others take the place of the connections before and after it, and are not shown.
   */
  readonly connections: readonly OpenedConnection[];
  /** What two captures show of the link's own rows, by row of the table; null: the link was made of one. */
  readonly witnessed: WitnessedRows | null;
}

/** Puts the contents of a link back into a table. */
export function openShared(shared: SharedConnection): OpenedShare {
  const { segments, client, server, successor } = shared;
  const table = new SegmentTableBuilder();
  const fromClient = table.flows.internEndpoints(client, server);
  const fromServer = table.flows.internEndpoints(server, client);
  const flowOf = (direction: number): number => (direction === 0 ? fromClient : fromServer);
  table.timeBase = segments.timeBase;
  const rows = new Uint32Array(segments.length);
  const preceding: number[] = [];
  const following: number[] = [];
  const challenger = challengerOf(shared);
  const folded = new Set(shared.folds.map(({ before }) => before));
  if (challenger !== null) folded.delete(1);
  for (let row = 0; row <= segments.length; row++) {
    if (successor?.after === row) following.push(...appendSuccessor(table, successor, flowOf));
    if (row < segments.length) rows[row] = appendRow(table, segments, row, flowOf(segments.flow[row]));
    if (row === 0 && challenger !== null) {
      const standIn = { ...UNKNOWN, time: segments.time[0], flow: flowOf(challenger), flags: ACK };
      preceding.push(table.append(standIn));
    }
    if (row < segments.length && folded.has(row)) {
      const at = rows[row];
      table.marks[at] = table.marks[at] | Mark.ElidedBefore;
    }
  }
  table.lastRecordTime = segments.lastRecordTime;
  for (const error of shared.icmpErrors) table.icmpErrors.push({ ...error, flow: flowOf(error.flow) });
  for (const [address, name] of shared.hostNames) table.hostNames.set(address, name);
  const connections = connectionsOf(shared, rows, preceding, following);
  return { table, connections, witnessed: witnessedIn(table, shared, rows) };
}

/** Puts what two captures show at the rows of the table, and marks there what its sender did not send. */
function witnessedIn(
  table: SegmentTableBuilder,
  { witnesses }: SharedConnection,
  rows: Uint32Array,
): WitnessedRows | null {
  if (witnesses === null) return null;
  const { shown, sentAt, arrivedAt, arrivalTime } = witnesses.rows;
  const all = {
    shown: new Uint8Array(table.length),
    sentAt: new Uint32Array(table.length),
    arrivedAt: new Uint32Array(table.length),
    arrivalTime: new Float64Array(table.length).fill(Number.NaN),
  };
  for (const [index, row] of rows.entries()) {
    all.shown[row] = shown[index];
    all.sentAt[row] = sentAt[index];
    all.arrivedAt[row] = arrivedAt[index];
    all.arrivalTime[row] = arrivalTime[index];
    const isUnsent = (shown[index] & (Shown.NotSent | Shown.Again)) !== 0;
    if (isUnsent) table.marks[row] = table.marks[row] | Mark.NotSent;
  }
  return all;
}

/** Columns that say where something lies: they are of the table they stand in. */
const OF_THE_TABLE: ReadonlySet<ColumnName> = new Set(["flow", "optionsAt", "optionsLength"]);

function appendRow(table: SegmentTableBuilder, segments: SegmentColumns, row: number, flow: number): number {
  const octets = optionOctets(segments, row);
  const at = table.append({
    frame: segments.frame[row],
    time: segments.time[row],
    flow,
    ...numbersAt(segments, row),
    octets,
    optionsAt: 0,
    optionsLength: octets.length,
    urgentPointer: segments.urgentPointer.get(row) ?? 0,
  });
  copyRow(segments, row, table, at, OF_THE_TABLE);
  return at;
}

/** A row of a neighbour, of which only time, direction and kind are known. */
const UNKNOWN = {
  frame: 0,
  sequenceNumber: 0,
  acknowledgmentNumber: 0,
  payloadLength: 0,
  window: 0,
  marks: Mark.SequenceUnknown | Mark.AcknowledgmentUnknown | Mark.WindowUnknown,
};

/**
 * The end that answered the first SYN out of the connection before: one segment without data, left out right behind it.
 * Null if none did.
 */
function challengerOf({ why, folds, segments }: SharedConnection): 0 | 1 | null {
  const fold = folds.find(({ before }) => before === 1);
  if (fold === undefined || why === "first" || (segments.flags[0] & (SYN | ACK | RST)) !== SYN) return null;
  const answerer = segments.flow[0] === 0 ? 1 : 0;
  const [own, other] = answerer === 1 ? [fold.client, fold.server] : [fold.server, fold.client];
  return own.segments === 0 && other.segments === 1 && other.payload === 0 ? answerer : null;
}

/** Appends the first rows of the next connection, of which only time, direction and kind are known. */
function appendSuccessor(
  table: SegmentTableBuilder,
  { time, opener, isSynSeen, isAnswered }: SharedSuccessor,
  flowOf: (direction: number) => number,
): number[] {
  const unknown = { ...UNKNOWN, time };
  const rows: number[] = [];
  if (isSynSeen || !isAnswered) rows.push(table.append({ ...unknown, flow: flowOf(opener), flags: SYN }));
  if (isAnswered) rows.push(table.append({ ...unknown, flow: flowOf(1 - opener), flags: SYN | ACK }));
  return rows;
}

function connectionsOf(
  shared: SharedConnection,
  rows: Uint32Array,
  preceding: readonly number[],
  following: readonly number[],
): OpenedConnection[] {
  const { client, server, successor, roleBasis, why } = shared;
  const isSelfConnect = client.address === server.address && client.port === server.port;
  const pair = { client, server, isSelfConnect, clientDirection: 0 } as const;
  const hasPrevious = why !== "first";
  const after = successor === null ? null : 1;
  const before = hasPrevious ? (after === null ? 1 : 2) : null;
  const own: OpenedConnection = { ...pair, id: 0, roleBasis, why, rows, previous: before, next: after };
  const others: OpenedConnection[] = [];
  if (successor !== null) {
    others.push({
      ...pair,
      ...unseen(1, "reuse-after-close"),
      roleBasis: successor.isSynSeen ? "SYN" : "SYN-ACK",
      clientDirection: successor.opener,
      rows: Uint32Array.from(following),
      previous: 0,
    });
  }
  if (before !== null) {
    const rowsBefore = Uint32Array.from(preceding);
    others.push({
      ...pair,
      ...unseen(before, "first"),
      roleBasis: "first-sender",
      rows: rowsBefore,
      next: 0,
    });
  }
  return [own, ...others];
}

function unseen(
  id: number,
  why: SharedStartReason,
): Pick<OpenedConnection, "id" | "why" | "previous" | "next"> {
  return { id, why, previous: null, next: null };
}
