import { FIN, RST, SYN } from "../segments/flags.ts";
import { anonymise } from "../share/anonymise.ts";
import { encodeLink } from "../share/encode-link.ts";
import { openShared } from "../share/open-shared.ts";
import { keepSegments, withoutTimestampsAndSack } from "../share/reduce.ts";
import { shareConnection } from "../share/share-connection.ts";
import type { SharedConnection } from "../share/shared-connection.ts";
import { analyseConnection } from "../tcp/analyse-connection.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import type { Side } from "../tcp/state.ts";
import { endStatesAt } from "../tcp/states.ts";
import type { OpenedLink } from "./analyser.ts";
import type { EncodedLink, LinkReduction, LinkWish } from "./questions.ts";
import type { GroupedCapture } from "./read-source.ts";

/** Makes the link of one connection; null if there is no such connection. */
export async function makeLink(
  {
    capture: { table },
    connections,
    link,
    witnessed = null,
    tellWitnesses,
  }: GroupedCapture & { readonly link?: OpenedLink | null },
  id: number,
  { isAnonymous, hidesPorts, title, notes, reduction }: LinkWish,
): Promise<EncodedLink | null> {
  const connection = connections.at(id);
  if (connection === undefined) return null;
  const whole: SharedConnection = {
    ...shareConnection(table, connections, connection),
    ...link,
    title,
    notes,
    witnesses: tellWitnesses?.(id)?.witnesses ?? null,
  };
  const analysis = analyseConnection(table, connections, id, { witnessed });
  const { shared, positions } = reduced(whole, reduction, analysis);
  const folded = whole.segments.length - shared.segments.length;
  if (reduction.kind !== "none" && !tellsTheSame(shared, positions, analysis)) {
    return { fragment: null, folded, why: "untrue" };
  }
  const fragment = await encodeLink(isAnonymous ? anonymise(shared, { hidesPorts }) : shared);
  return { fragment, folded, why: fragment === null ? "too-long" : null };
}

interface Reduced {
  readonly shared: SharedConnection;
  /** The position in the whole connection of each remaining segment. */
  readonly positions: readonly number[];
}

function reduced(shared: SharedConnection, reduction: LinkReduction, analysis: ConnectionAnalysis): Reduced {
  const all = Array.from({ length: shared.segments.length }, (_, row) => row + 1);
  if (reduction.kind === "none") return { shared, positions: all };
  if (reduction.kind === "options") return { shared: withoutTimestampsAndSack(shared), positions: all };
  const telling = tellingPositions(analysis);
  for (const { at } of shared.notes)
    if (at.kind !== "connection" && at.position > 0) telling.add(at.position);
  if (reduction.kind === "range") {
    for (let position = reduction.from; position <= reduction.to; position++) telling.add(position);
  }
  const kept = keepSegments(shared, (row) => telling.has(row + 1));
  return {
    shared: reduction.kind === "middle" ? withoutTimestampsAndSack(kept) : kept,
    positions: all.filter((position) => telling.has(position)),
  };
}

/** The segments that the states of both ends depend on: those that open, close, move and prove. */
function tellingPositions({ segments, moves }: ConnectionAnalysis): Set<number> {
  const telling = new Set([1, segments.length]);
  for (let row = 0; row < segments.length; row++) {
    if (((segments.flags[row] ?? 0) & (SYN | FIN | RST)) !== 0) telling.add(row + 1);
  }
  for (const { position, causedBy, provedBy } of moves) {
    for (const one of [position, causedBy, provedBy]) if (one !== null) telling.add(one);
  }
  return telling;
}

/**
 * Whether the analysis of the remaining segments agrees with that of all: the same states at each of them, and the
 * same end.
 */
function tellsTheSame(
  shared: SharedConnection,
  positions: readonly number[],
  whole: ConnectionAnalysis,
): boolean {
  const { table, connections, witnessed } = openShared(shared);
  const part = analyseConnection(table, connections, 0, { witnessed });
  if (part.verdict.outcome !== whole.verdict.outcome) return false;
  return positions.every((position, row) => {
    const told = endStatesAt(part, row + 1);
    const right = endStatesAt(whole, position);
    return SIDES.every((side) => told[side].state === null || told[side].state === right[side].state);
  });
}

const SIDES: readonly Side[] = ["client", "server"];
