import { Shown } from "../segments/witnessed-rows.ts";
import { analyseConnection } from "../tcp/analyse-connection.ts";
import type { ConnectionAnalysis, Fate } from "../tcp/analysis.ts";
import type { ConnectionsById } from "../tcp/connection.ts";
import type { Position } from "../tcp/position.ts";
import { fateAt } from "../tcp/segment-at.ts";
import type { MergedCapture } from "./merge-captures.ts";
import type { Both, OneCapture, Witness } from "./strand.ts";

/**
 * What one capture alone would have told of a segment, and both show otherwise. `lost`: it looks lost, and arrived.
 * `arrived`: it counts as arrived, and was lost. `open`: it does not tell which of both. `absent`: a segment that was
 * lost on the way to the place of that capture, which so does not hold it at all.
 */
export interface Misjudged {
  readonly position: Position;
  /** The capture that alone would have told so. */
  readonly witness: Witness;
  readonly alone: "lost" | "arrived" | "open" | "absent";
}

/** A capture in which the connection of a row can be found. */
export interface SearchedCapture extends OneCapture {
  readonly connections: ConnectionsById & {
    placeOfRow(row: number): { readonly connection: number } | null;
  };
}

const LOST: ReadonlySet<Fate> = new Set(["lost"]);
const ARRIVED: ReadonlySet<Fate> = new Set(["delivered", "assumed", "duplicate"]);
const OPEN: ReadonlySet<Fate> = new Set([
  "lost-or-ignored",
  "lost-or-late",
  "doubtful",
  "no-answer",
  "unknown",
]);

/** What is told of a connection where each of both captures stands alone, and is not so. In order of position. */
export function misjudgedAlone(
  merged: MergedCapture,
  captures: Both<SearchedCapture>,
  analysis: ConnectionAnalysis,
): Misjudged[] {
  const told = ([0, 1] as const).flatMap((witness) =>
    misjudgedBy(merged, captures[witness], witness, analysis),
  );
  return told.toSorted((one, other) => one.position - other.position || one.witness - other.witness);
}

function misjudgedBy(
  { rows: held, witnessed }: MergedCapture,
  capture: SearchedCapture,
  witness: Witness,
  analysis: ConnectionAnalysis,
): Misjudged[] {
  const { rows } = analysis.connection;
  const own = Array.from(rows, (row) => held[witness][row]);
  const alone = fatesAlone(capture, own);
  const found: Misjudged[] = [];
  for (const [index, row] of rows.entries()) {
    const seen = fateAt(analysis, index + 1);
    const isSure = (witnessed.shown[row] & (Shown.Ambiguous | Shown.NotCovered | Shown.NotSent)) === 0;
    if (!isSure) continue;
    const hasArrived = (witnessed.shown[row] & Shown.Arrived) !== 0;
    const fate = alone.get(own[index]) ?? null;
    const wrong = judged(fate, seen === "lost", hasArrived);
    if (wrong !== null) found.push({ position: index + 1, witness, alone: wrong });
  }
  return found;
}

function judged(alone: Fate | null, isLost: boolean, hasArrived: boolean): Misjudged["alone"] | null {
  if (alone === null) return isLost ? "absent" : null;
  if (LOST.has(alone)) return hasArrived ? "lost" : null;
  if (ARRIVED.has(alone)) return isLost ? "arrived" : null;
  return OPEN.has(alone) && isLost ? "open" : null;
}

/** What the capture alone tells of the fate of each of the rows. */
function fatesAlone({ table, connections }: SearchedCapture, rows: readonly number[]): Map<number, Fate> {
  const fates = new Map<number, Fate>();
  for (const row of rows) {
    if (row < 0 || fates.has(row)) continue;
    const place = connections.placeOfRow(row);
    if (place === null) continue;
    const analysis = analyseConnection(table, connections, place.connection);
    for (const [index, each] of analysis.connection.rows.entries())
      fates.set(each, fateAt(analysis, index + 1));
  }
  return fates;
}
