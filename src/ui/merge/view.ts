import { openKin } from "../../store/merge/merging.ts";
import { isVeiled } from "../../store/mode.ts";
import type { SynfinState } from "../../store/synfin-state.ts";
import type { ViewAt } from "../view.ts";
import { bothHeadersWords, mergeWords } from "./view.words.ts";

/** Whether what two captures show of the connection on screen is known. */
function isTold({ told, selection }: SynfinState): boolean {
  return told !== null && told.connection === selection?.connection;
}

/** Whether it may be told of all segments. */
function isMerged(state: SynfinState): boolean {
  return isTold(state) && !isVeiled(state);
}

/** Whether it may be told of those that are shown: a lesson says what became of them, a prediction asks for it. */
function isDrawn(state: SynfinState): boolean {
  return isTold(state) && state.mode.kind !== "predicting";
}

/** Whether there are two clocks, or may be: they take room beside the lifelines. */
function isAwaited(state: SynfinState): boolean {
  const { capture, answered, selection } = state;
  if (capture.kind !== "ready" || capture.value.merge === null || selection === null) return false;
  return answered !== selection.connection || isDrawn(state);
}

/** Two captures of the same traffic: offered where another one holds the same connections, shown where they are merged. */
export const merge: ViewAt<"card"> = {
  name: "merge",
  place: "card",
  key: "u",
  words: mergeWords,
  future: "tells",
  canBe: ({ kinship, told }) => told !== null || (kinship !== null && kinship.kind !== "same"),
  isOn: (state) => isMerged(state) && state.mode.kind === "exploring",
  show: openKin,
  part: async () => (await import("./MergeCard.tsx")).MergeCard,
  layer: { isOn: isDrawn, isAwaited, part: async () => (await import("./witness-layer.ts")).witnessLayer },
  waiting: {
    isOn: ({ kinship, mode, offered }) => kinship !== null && mode.kind === "exploring" && offered === null,
    part: async () => (await import("./MergeOffer.tsx")).MergeOffer,
  },
};

/** The header of a segment as each of two captures holds it. */
export const bothHeaders: ViewAt<"tab"> = {
  name: "both",
  place: "tab",
  key: "U",
  words: bothHeadersWords,
  future: "tells",
  canBe: ({ told }) => told !== null,
  isOn: (state) => state.tab === "both" && isMerged(state),
  show: (state) => state.look({ tab: "both", pane: "segment" }),
  part: async () => (await import("./BothHeaders.tsx")).BothHeaders,
};
