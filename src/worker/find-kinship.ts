import { takeTurns } from "../base/turns.ts";
import { crossings, orderOfPieces } from "../merge/join-pieces.ts";
import { kinshipInSteps } from "../merge/merge-captures.ts";
import type { SegmentTable } from "../segments/segment-table.ts";
import type { OneSource } from "./capture-source.ts";
import type { Kinship } from "./questions.ts";
import { type GroupedCapture, readSource } from "./read-source.ts";
import { sourceOctets } from "./source-slices.ts";

/**
 * How an open capture is related to other inputs, which are read for it, one after the other; null if it is not, or as
 * soon as `signal` is aborted. The first one that holds its connections, too, counts, unless all are one capture in pieces.
 * @param areAlike whether they are called as the files of a ring are, so that they may be one capture in pieces
 */
export async function findKinship(
  opened: GroupedCapture,
  others: readonly OneSource[],
  areAlike: boolean,
  signal: AbortSignal,
): Promise<Kinship | null> {
  const pieces = [opened.capture.table];
  let found: Kinship | null = null;
  for (const [other, source] of others.entries()) {
    const read = await readSource(source, sourceOctets(source), signal, () => undefined);
    // What cannot be read is related to nothing.
    if (!read.ok) continue;
    if (areAlike) pieces.push(read.value.capture.table);
    const related = await takeTurns(kinshipInSteps([asOne(opened), asOne(read.value)]), {
      isLeft: () => signal.aborted,
    });
    if (related === null) return null;
    if (related === "same") return { kind: "same", other };
    if (related !== "unrelated") found ??= { kind: "both", other, connections: related.shared };
    if (found !== null && !areAlike) return found;
  }
  const one = pieces.length === others.length + 1 ? asPieces(pieces) : null;
  // Across a border of two pieces a segment may be repeated, as a keep-alive is, and look as if both held it.
  return found === null || (one?.kind === "pieces" && one.crossing > 0) ? one : found;
}

function asOne({ capture: { table }, connections }: GroupedCapture) {
  return { table, connections };
}

function asPieces(tables: readonly SegmentTable[]): Kinship | null {
  const order = orderOfPieces(tables);
  if (order === null || tables.length < 2) return null;
  return { kind: "pieces", crossing: crossings(order.flatMap((index) => tables.slice(index, index + 1))) };
}
