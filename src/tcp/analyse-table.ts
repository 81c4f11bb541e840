import type { SegmentTable } from "../segments/segment-table.ts";
import { analyseConnection } from "./analyse-connection.ts";
import type { ConnectionAnalysis } from "./analysis.ts";
import { ConnectionGrouping } from "./connections/group-connections.ts";

/** All connections of a whole table, analysed. */
export function analyseTable(table: SegmentTable): ConnectionAnalysis[] {
  const grouping = new ConnectionGrouping(table);
  grouping.finish();
  const { connections } = grouping;
  return connections.map(({ id }) => analyseConnection(table, connections, id));
}
