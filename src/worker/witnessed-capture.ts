import { ReadReport } from "../capture/read-report.ts";
import type { MergedCapture } from "../merge/merge-captures.ts";
import { misjudgedAlone } from "../merge/misjudged-alone.ts";
import { pathChanges } from "../merge/path-changes.ts";
import { witnessesOf } from "../merge/witnesses-of.ts";
import type { SegmentTable } from "../segments/segment-table.ts";
import { sliceColumns } from "../segments/slice-columns.ts";
import { analyseConnection } from "../tcp/analyse-connection.ts";
import type { Connection } from "../tcp/connection.ts";
import { type AloneConnections, MOST_ALONE } from "./analyser.ts";
import type { OwnSides, ToldWitnesses } from "./questions.ts";
import type { GroupedCapture } from "./read-source.ts";

type Both<T> = readonly [T, T];

/** Two captures that were merged, as one. */
export function groupedPair(
  merged: MergedCapture,
  captures: Both<GroupedCapture>,
  names: Both<string>,
): GroupedCapture {
  const { table, grouped, witnessed } = merged;
  const report = new ReadReport();
  for (const { capture } of captures) report.add(capture.report);
  return {
    capture: { table, report },
    connections: {
      length: grouped.length,
      at: (id) => grouped.at(id),
      // What two captures show of a connection, they do not show of another one with the same outline.
      likeness: () => null,
      clientOf: (id) => grouped.clientOf(id),
      rowAt: (id, position) => grouped.rowAt(id, position),
      rowCount: (id) => grouped.rowCount(id),
      placeOfRow: (row) => grouped.placeOfRow(row),
      payload: (id, direction) => grouped.payload(id, direction),
    },
    witnessed,
    tellWitnesses: (id) => toldWitnesses(merged, captures, id),
    merge: {
      names,
      alone: [aloneIn(merged, captures[0], 0), aloneIn(merged, captures[1], 1)],
      undecided: merged.undecided.length,
    },
  };
}

/** The connections of a capture that have no row in the merged table. */
function aloneIn({ rows }: MergedCapture, { connections }: GroupedCapture, witness: 0 | 1): AloneConnections {
  const isMerged = new Set(rows[witness]);
  const first: AloneConnections["first"][number][] = [];
  let count = 0;
  for (let id = 0; id < connections.length; id++) {
    if (isMerged.has(connections.rowAt(id, 1))) continue;
    count++;
    const connection = first.length < MOST_ALONE ? connections.at(id) : undefined;
    if (connection !== undefined) first.push({ id, client: connection.client, server: connection.server });
  }
  return { count, first };
}

function toldWitnesses(
  merged: MergedCapture,
  [first, second]: Both<GroupedCapture>,
  id: number,
): ToldWitnesses | null {
  const connection = merged.connections[id];
  if (connection === undefined) return null;
  const { table, connections, witnessed } = merged;
  const tables = [first.capture.table, second.capture.table] as const;
  const searched = [
    { table: tables[0], connections: first.connections },
    { table: tables[1], connections: second.connections },
  ] as const;
  const analysis = analyseConnection(table, connections, id, { witnessed });
  const own = [ownSide(merged, tables[0], connection, 0), ownSide(merged, tables[1], connection, 1)] as const;
  const sides: OwnSides = {
    segments: [own[0].segments, own[1].segments],
    rows: [own[0].rows, own[1].rows],
    ends: [own[0].ends, own[1].ends],
    changed: pathChanges(merged, tables, connection),
    misjudged: misjudgedAlone(merged, searched, analysis),
  };
  return { witnesses: witnessesOf(merged, tables, connection), own: sides };
}

function ownSide(
  { rows: held, table: mergedTable }: MergedCapture,
  table: SegmentTable,
  { rows, client, server, clientDirection }: Connection,
  witness: 0 | 1,
): {
  readonly segments: OwnSides["segments"][0];
  readonly rows: Int32Array;
  readonly ends: OwnSides["ends"][0];
} {
  const own: number[] = [];
  const places = new Map<number, number>();
  const index = Int32Array.from(rows, (row) => {
    const there = held[witness][row];
    if (there < 0) return -1;
    const place = places.get(there) ?? own.push(there) - 1;
    places.set(there, place);
    return place;
  });
  const row = rows.find((each) => held[witness][each] >= 0);
  const segments = sliceColumns(table, Uint32Array.from(own));
  if (row === undefined) return { segments, rows: index, ends: { client, server } };
  const flow = table.flow[held[witness][row]];
  const [sender, receiver] =
    (flow & 1) === 0
      ? [table.flows.a(flow >>> 1), table.flows.b(flow >>> 1)]
      : [table.flows.b(flow >>> 1), table.flows.a(flow >>> 1)];
  const isClients = (mergedTable.flow[row] & 1) === clientDirection;
  return {
    segments,
    rows: index,
    ends: isClients ? { client: sender, server: receiver } : { client: receiver, server: sender },
  };
}
