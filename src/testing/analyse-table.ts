import type { SegmentTable } from "../segments/segment-table.ts";
import { analyseConnection } from "../tcp/analyse-connection.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import { ConnectionGrouping } from "../tcp/connections/group-connections.ts";

/** All connections of a whole table, analysed. */
export function analyseTable(table: SegmentTable): ConnectionAnalysis[] {
  const grouping = new ConnectionGrouping(table);
  grouping.finish();
  const { connections } = grouping;
  return connections.map(({ id }) => analyseConnection(table, connections, id));
}
