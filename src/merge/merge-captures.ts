import { allSteps, type Steps } from "../base/turns.ts";
import type { ClockRelation } from "../segments/clock-relation.ts";
import type { SegmentTable } from "../segments/segment-table.ts";
import type { WitnessedRows } from "../segments/witnessed-rows.ts";
import type { Connection } from "../tcp/connection.ts";
import { ConnectionGrouping } from "../tcp/connections/group-connections.ts";
import type { GroupedConnections } from "../tcp/connections/grouped-connections.ts";
import { assignEqualSegments } from "./assign-equal-segments.ts";
import { type EachPair, relateClocks } from "./clock.ts";
import { findPairs, isPaired } from "./find-pairs.ts";
import { judgeSingleRows, senderOf } from "./judge-single-rows.ts";
import type { MergedRows } from "./merged-rows.ts";
import { mergedTable } from "./merged-table.ts";
import { orderRows, type SidedStrand } from "./order-rows.ts";
import { Match, type Pairing } from "./pairing.ts";
import type { Undecided } from "./rewritten-connections.ts";
import { isToldApart } from "./segment-key.ts";
import { type Both, type OneCapture, readersOf } from "./strand.ts";

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
  const clock = clockOf(tables, strands, pairing);
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

/** A guess at which side each capture was made bounds nothing; it can be drawn. */
function clockOf(
  tables: Both<SegmentTable>,
  strands: readonly SidedStrand[],
  pairing: Pairing,
): ClockRelation | null {
  const sure = strands.filter(({ isGuess }) => !isGuess);
  const told = relateClocks(clockPairs(tables, sure, pairing), resolutionOf(tables));
  if (told !== null || sure.length > 0) return told;
  const drawn = relateClocks(clockPairs(tables, strands, pairing), resolutionOf(tables));
  return drawn && { ...drawn, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
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
