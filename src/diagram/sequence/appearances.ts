import { type ConnectionAnalysis, type EndState, type Fate, FATES } from "../../tcp/analysis.ts";
import type { Basis } from "../../tcp/state.ts";
import { stateAfter } from "./course.ts";

/** How a state band can look: by how the state is known. */
const BAND_LOOKS = ["certain", "assumed", "gap", "clock", "either", "unknown"] as const;
export type BandLook = (typeof BAND_LOOKS)[number];

/** How an arrow can look beside the plain one of a segment that arrives. */
const APPEARANCES = [
  "lost",
  "doubtful",
  "lost-or-late",
  "assumed",
  "duplicate",
  "unknown",
  "no-answer",
] as const;
export type Appearance = (typeof APPEARANCES)[number];

const OF_BASIS: Readonly<Record<Basis, BandLook>> = {
  start: "certain",
  sent: "certain",
  arrived: "certain",
  proved: "certain",
  assumed: "assumed",
  gap: "gap",
  timer: "clock",
  predicted: "clock",
};

const OF_FATE: Readonly<Record<Fate, Appearance | null>> = {
  delivered: null,
  assumed: "assumed",
  lost: "lost",
  "lost-or-ignored": "doubtful",
  duplicate: "duplicate",
  doubtful: "doubtful",
  "no-answer": "no-answer",
  unknown: "unknown",
  "lost-or-late": "lost-or-late",
};

/** How the band of a state looks: `either` where the capture cannot tell which of two states it is. */
export function bandLook({ state, basis, alternatives }: EndState): BandLook {
  if (state !== null) return OF_BASIS[basis];
  return alternatives.length > 0 ? "either" : "unknown";
}

/** The looks that occur in a connection's drawing; its legend explains them. */
export function appearances({ connection, initial, moves, epilogue, fate }: ConnectionAnalysis): {
  readonly bands: readonly BandLook[];
  readonly arrows: readonly Appearance[];
} {
  const states = [initial.client, ...(connection.isSelfConnect ? [] : [initial.server])].concat(
    [...moves, ...epilogue].map(stateAfter),
  );
  const bands = new Set(states.map(bandLook));
  const fates = new Set(fate);
  const arrows = new Set([...fates].map((index) => OF_FATE[FATES[index] ?? "unknown"]));
  return {
    bands: BAND_LOOKS.filter((look) => bands.has(look)),
    arrows: APPEARANCES.filter((look) => arrows.has(look)),
  };
}
