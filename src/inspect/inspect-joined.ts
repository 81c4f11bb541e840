import { ReadReport } from "../capture/read-report.ts";
import { joinPieces, orderOfPieces } from "../merge/join-pieces.ts";
import { ConnectionGrouping } from "../tcp/connections/group-connections.ts";
import { type GroupedCapture, type Surroundings, writeCapture } from "./grouped-capture.ts";
import type { JsonLines } from "./json-lines.ts";
import type { InspectOptions } from "./options.ts";
import { type ReadFile, readAll, writeEach } from "./several-files.ts";

/** Reports on files that are one capture, cut in pieces, as on one file. Gives the exit status. */
export async function inspectJoined(
  options: InspectOptions,
  surroundings: Surroundings,
  output: JsonLines,
): Promise<0 | 1> {
  const read = await readAll(options.files, surroundings, output);
  const order = orderOfPieces(read.map(({ capture }) => capture.table));
  if (order === null) {
    surroundings.complain(
      "these files are not the pieces of one capture: two of them run at the same time, or have no dates",
    );
    return await writeEach(read, options, output);
  }
  const [first, ...rest] = order.flatMap((index) => read.slice(index, index + 1));
  if (first === undefined) return 1;
  await writeCapture(first.file, joined([first, ...rest]), options, output);
  await output.flush();
  return 0;
}

function joined(pieces: readonly ReadFile[]): GroupedCapture {
  const report = new ReadReport();
  for (const { capture } of pieces) report.add(capture.report);
  const table = joinPieces(
    pieces.map(({ capture }) => ({ table: capture.table, records: capture.report.records })),
  );
  const grouping = new ConnectionGrouping(table);
  grouping.finish();
  return { table, report, connections: grouping.connections };
}
