import { expect } from "vitest";
import { mergeCaptures, type MergedCapture } from "../merge/merge-captures.ts";
import type { OneCapture } from "../merge/strand.ts";
import type { SegmentTable } from "../segments/segment-table.ts";
import { analyseConnection } from "../tcp/analyse-connection.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import { ConnectionGrouping } from "../tcp/connections/group-connections.ts";
import { compactTable } from "./compact-notation.ts";

/** A table with its connections. */
export function captureOf(table: SegmentTable): OneCapture {
  const grouping = new ConnectionGrouping(table);
  grouping.finish();
  return { table, connections: grouping.connections };
}

/** Merges what the compact notation says of either side; the test fails if that is refused. */
export function mergedOf(first: string, second: string): MergedCapture {
  return mergedTables(compactTable(first), compactTable(second));
}

/** Merges two tables; the test fails if that is refused. */
export function mergedTables(first: SegmentTable, second: SegmentTable): MergedCapture {
  const merged = mergeCaptures([captureOf(first), captureOf(second)]);
  if (typeof merged === "string") expect.unreachable(`not merged: ${merged}`);
  return merged;
}

/** The analysis of one connection that both captures hold. */
export function mergedAnalysis({ table, connections, witnessed }: MergedCapture, id = 0): ConnectionAnalysis {
  return analyseConnection(table, connections, id, { witnessed: witnessed });
}
