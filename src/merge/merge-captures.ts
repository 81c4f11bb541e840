import { allSteps, type Steps } from "../base/turns.ts";
import type { ClockRelation } from "../segments/clock-relation.ts";
import type { SegmentTable } from "../segments/segment-table.ts";
import type { WitnessedRows } from "../segments/witnessed-rows.ts";
import type { Connection } from "../tcp/connection.ts";
import { ConnectionGrouping } from "../tcp/connections/group-connections.ts";
import type { GroupedConnections } from "../tcp/connections/grouped-connections.ts";
import { assignEqualSegments } from "./assign-equal-segments.ts";
import { type EachPair, relateClocks } from "./clock.ts";
import { rewrittenConnections, sharedFlows, type Undecided } from "./find-strands.ts";
import { judgeSingleRows, senderOf } from "./judge-single-rows.ts";
import type { MergedRows } from "./merged-rows.ts";
import { mergedTable } from "./merged-table.ts";
import { orderRows, type SidedStrand } from "./order-rows.ts";
import { SegmentPairer } from "./pair-segments.ts";
import { Match, type Pairing, type SendingSide } from "./pairing.ts";
import { isToldApart } from "./segment-key.ts";
import { type Both, otherOf, type OneCapture, readersOf, type Strand, type Witness } from "./strand.ts";

/** Two captures that share connections, as one. */
export interface MergedCapture {
  /** The segments of the endpoints that both hold, in the order of sending. */
  readonly table: SegmentTable;
  readonly connections: readonly Connection[];
  /** The same, as grouping gives them. */
  readonly grouped: GroupedConnections;
  readonly witnessed: WitnessedRows;
  /** The row of each capture by row of the table; -1 = it does not hold the segment. */
  readonly rows: Both<Int32Array>;
  /** The capture at the sender's side, by row of the table. */
  readonly senders: Uint8Array;
  /** null: the times contradict each other, or there are none. */
  readonly clock: ClockRelation | null;
  /** By connection, whether both captures hold segments of it. */
  readonly isShared: readonly boolean[];
  /** Connections that may be any of several of the other capture. */
  readonly undecided: readonly Undecided[];
}

/**
 * Why two captures are not merged. `unrelated`: they share no connection. `same`: they are one capture, given twice.
 */
export type NotMerged = "unrelated" | "same";

/** Merges two captures of the same traffic, made at two places. Linear in their segments. */
export function mergeCaptures(captures: Both<OneCapture>): MergedCapture | NotMerged {
  return allSteps(mergeInSteps(captures));
}

/** How two captures are related: the number of connections of the first one of which the second holds segments, too. */
export function* kinshipInSteps(captures: Both<OneCapture>): Steps<NotMerged | { readonly shared: number }> {
  const tables = [captures[0].table, captures[1].table] as const;
  const { strands, pairing } = yield* findPairs(captures, tables);
  if (strands.length === 0) return "unrelated";
  if (isSameCapture(tables, pairing)) return "same";
  const { connections } = captures[0];
  let shared = 0;
  for (let id = 0; id < connections.length; id++)
    if (connections.at(id)?.rows.some((row) => isPaired(pairing, row))) shared++;
  return { shared };
}

/** As {@link mergeCaptures}, with turns for other work in between. */
export function* mergeInSteps(captures: Both<OneCapture>): Steps<MergedCapture | NotMerged> {
  const tables = [captures[0].table, captures[1].table] as const;
  const { strands, pairing, undecided } = yield* findPairs(captures, tables);
  if (strands.length === 0) return "unrelated";
  if (isSameCapture(tables, pairing)) return "same";
  const clock = relateClocks(clockPairs(tables, strands, pairing), resolutionOf(tables));
  assignEqualSegments(pairing, tables, clock);
  const paired = { tables, strands, pairing, clock };
  yield;
  const merged = orderRows(paired);
  yield;
  judgeSingleRows(paired, merged);
  yield;
  const { table, arrivalTime } = mergedTable(paired, merged);
  const grouping = new ConnectionGrouping(table);
  const grouped = grouping.finish();
  const { connections } = grouping;
  return {
    table,
    connections,
    grouped,
    witnessed: {
      shown: merged.shown.subarray(0, merged.length),
      sentAt: merged.sentAt.subarray(0, merged.length),
      arrivedAt: merged.arrivedAt.subarray(0, merged.length),
      arrivalTime,
    },
    rows: [merged.rows[0].subarray(0, merged.length), merged.rows[1].subarray(0, merged.length)],
    senders: new Uint8Array(merged.length).map((_, row) => senderOf(paired, merged, row)),
    clock,
    isShared: connections.map(({ rows }) => rows.some((row) => isInBoth(merged, row))),
    undecided,
  };
}

/** What both captures hold. */
export interface SharedRows {
  readonly strands: readonly SidedStrand[];
  readonly pairing: Pairing;
  readonly undecided: readonly Undecided[];
}

/** Finds the rows of both captures that are the same segments: the first part of merging, and all that an offer needs. */
export function* findPairs(captures: Both<OneCapture>, tables: Both<SegmentTable>): Steps<SharedRows> {
  const direct = sharedFlows(tables);
  const pairer = new SegmentPairer(tables, direct);
  const sides: SendingSide[] = [];
  for (const strand of direct) {
    sides.push(pairer.pair(strand));
    yield;
  }
  const { pairing } = pairer;
  const found: { strand: Strand; side: SendingSide }[] = [];
  for (const [index, strand] of direct.entries())
    if (hasPair(pairing, strand)) found.push({ strand, side: sides[index] });
  const rest = ([0, 1] as const).map((witness) => unpaired(captures[witness], pairing, witness));
  const rewritten = rewrittenConnections(captures, [rest[0], rest[1]]);
  const more = new SegmentPairer(tables, rewritten.strands, pairing);
  for (const strand of rewritten.strands) {
    const side = more.pair(strand);
    yield;
    if (hasPair(pairing, strand)) found.push({ strand, side });
  }
  return { strands: sided(tables, found), pairing, undecided: rewritten.undecided };
}

function hasPair(pairing: Pairing, { rows }: Strand): boolean {
  return rows[0].some((row) => isPaired(pairing, row));
}

/** Whether a row of the first capture has a partner. */
function isPaired({ matches }: Pairing, row: number): boolean {
  const match = matches[0][row];
  return match === Match.Exact || match === Match.Cut;
}

/** The connections of which no segment is paired. */
function unpaired({ connections }: OneCapture, { matches }: Pairing, witness: Witness): Connection[] {
  const left: Connection[] = [];
  for (let id = 0; id < connections.length; id++) {
    const connection = connections.at(id);
    if (connection === undefined || connection.isSelfConnect) continue;
    if (connection.rows.every((row) => matches[witness][row] === Match.None)) left.push(connection);
  }
  return left;
}

/**
 * Gives each strand its sending side. What a strand does not tell by itself, its address does, which stands at the same
 * side in all connections; else the first capture counts as the client's, who is the sender of the first segment.
 */
function sided(
  [first]: Both<SegmentTable>,
  found: readonly { readonly strand: Strand; readonly side: SendingSide }[],
): SidedStrand[] {
  if (found.every(({ side }) => side !== null))
    return found.flatMap(({ strand, side }) => (side === null ? [] : [{ ...strand, side }]));
  const votes = new Map<string, number>();
  const vote = (address: string, side: Witness): void => {
    votes.set(address, (votes.get(address) ?? 0) + (side === 0 ? 1 : -1));
  };
  for (const { strand, side } of found) {
    if (side === null) continue;
    const flow = first.flow[strand.rows[0][0]] >>> 1;
    vote(first.flows.a(flow).address, side);
    vote(first.flows.b(flow).address, otherOf(side));
  }
  return found.map(({ strand, side }) => {
    if (side !== null) return { ...strand, side };
    const flow = first.flow[strand.rows[0][0]] >>> 1;
    const told =
      (votes.get(first.flows.a(flow).address) ?? 0) - (votes.get(first.flows.b(flow).address) ?? 0);
    const opener = first.flow[strand.rows[0][0]] & 1;
    return { ...strand, side: told > 0 ? 0 : told < 0 ? 1 : opener === 0 ? 0 : 1 };
  });
}

/**
 * The pairs that bound the clocks: those that timestamps or the IP identification tell from a repetition, which one of
 * the captures may lack; all of them if there are none in some direction.
 */
function clockPairs(tables: Both<SegmentTable>, strands: readonly SidedStrand[], pairing: Pairing): EachPair {
  const distinct = pairsOf(tables, strands, pairing, (first, second) =>
    isToldApart(tables[0], first, tables[1], second),
  );
  const has = [false, false];
  distinct((_time, _difference, isSentAtFirst) => {
    has[isSentAtFirst ? 0 : 1] = true;
  });
  return has[0] && has[1] ? distinct : pairsOf(tables, strands, pairing, () => true);
}

/** Calls for each pair of rows that are one segment. */
function pairsOf(
  tables: Both<SegmentTable>,
  strands: readonly SidedStrand[],
  pairing: Pairing,
  counts: (first: number, second: number) => boolean,
): EachPair {
  return (take) => {
    for (const strand of strands) {
      const [reader] = readersOf(tables, strand);
      const [partners] = pairing.partners;
      for (const row of strand.rows[0]) {
        if (pairing.matches[0][row] !== Match.Exact || !counts(row, partners[row])) continue;
        const isSentAtFirst = (reader.direction(row) === 0) === (strand.side === 0);
        const time = tables[0].time[row];
        const difference = tables[1].time[partners[row]] - time;
        if (!Number.isNaN(difference)) take(time, difference, isSentAtFirst);
      }
    }
  };
}

function resolutionOf([first, second]: Both<SegmentTable>): number {
  return (first.timeBase.resolution ?? 1000) + (second.timeBase.resolution ?? 1000);
}

/** Whether every row has its partner, at the same distance in time from the first one: one file, given twice. */
function isSameCapture([first, second]: Both<SegmentTable>, { partners }: Pairing): boolean {
  if (first.length !== second.length || first.timeBase.origin !== second.timeBase.origin) return false;
  for (let row = 0; row < first.length; row++) {
    if (partners[0][row] !== row) return false;
    if (first.time[row] !== second.time[row] && !Number.isNaN(first.time[row])) return false;
  }
  return true;
}

function isInBoth({ rows }: MergedRows, row: number): boolean {
  return rows[0][row] >= 0 && rows[1][row] >= 0;
}
