import { mergeCaptures, type MergedCapture } from "../merge/merge-captures.ts";
import { pathChanges } from "../merge/path-changes.ts";
import { witnessesOf } from "../merge/witnesses-of.ts";
import { analyseConnection } from "../tcp/analyse-connection.ts";
import type { Connection } from "../tcp/connection.ts";
import { writeConnection } from "./connection-line.ts";
import { type GroupedCapture, type Surroundings, writeCapture } from "./grouped-capture.ts";
import type { JsonLines } from "./json-lines.ts";
import { linkFields } from "./link-fields.ts";
import { clockFields, couldBeField, MergedLine } from "./merged-line.ts";
import type { InspectOptions } from "./options.ts";
import { readAll, writeEach } from "./several-files.ts";

/**
 * Reports on two captures of the same traffic: what both hold once, from both, then what each alone holds. Gives the
 * exit status.
 */
export async function inspectTogether(
  options: InspectOptions,
  surroundings: Surroundings,
  output: JsonLines,
): Promise<0 | 1> {
  const read = await readAll(options.files, surroundings, output);
  const [first, second] = read;
  if (first === undefined || second === undefined) return await writeEach(read, options, output);
  const merged = mergeCaptures([first.capture, second.capture]);
  const { complain } = surroundings;
  if (merged === "unrelated") {
    complain(`${first.file} and ${second.file} have no connection in common: each is told on its own`);
    return await writeEach(read, options, output);
  }
  if (merged === "same") {
    complain(`${first.file} and ${second.file} are the same capture: it is told once`);
    return await writeEach([first], options, output);
  }
  await writeMerged(merged, [first.capture, second.capture], options, output);
  await output.flush();
  return 0;
}

async function writeMerged(
  merged: MergedCapture,
  captures: readonly [GroupedCapture, GroupedCapture],
  options: InspectOptions,
  output: JsonLines,
): Promise<void> {
  const { files } = options;
  const tables = [captures[0].table, captures[1].table] as const;
  for (const connection of merged.connections) {
    if (!merged.isShared[connection.id]) continue;
    const analysis = analyseConnection(merged.table, merged.connections, connection.id, {
      witnessed: merged.witnessed,
    });
    const witnesses = witnessesOf(merged, tables, connection);
    const line = new MergedLine(analysis, witnesses);
    const changed = pathChanges(merged, tables, connection);
    const link = await linkFields(options.links, merged.table, merged.connections, connection, witnesses);
    const more = { files, witnesses: 2, clock: clockFields(witnesses), changed, ...link };
    await writeConnection(output, files[0] ?? "", analysis, options.connectionsOnly, more, line);
  }
  for (const [witness, capture] of captures.entries()) {
    const isShared = rowsTold(merged, witness === 0 ? 0 : 1, capture.table.length);
    const isTold = ({ rows }: Connection): boolean => !rows.some((row) => isShared[row] === 1);
    const ofConnection = (connection: Connection): object =>
      witness === 0 ? couldBeField(merged, captures[1], connection) : {};
    await writeCapture(files[witness] ?? "", capture, options, output, { isTold, ofConnection });
  }
}

/** 1 for each row of a capture that a connection of both holds. */
function rowsTold(
  { rows, connections, isShared }: MergedCapture,
  witness: 0 | 1,
  length: number,
): Uint8Array {
  const told = new Uint8Array(length);
  for (const connection of connections) {
    if (!isShared[connection.id]) continue;
    for (const row of connection.rows) if (rows[witness][row] >= 0) told[rows[witness][row]] = 1;
  }
  return told;
}
