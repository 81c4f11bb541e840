import { useEffect } from "react";
import { coverageOf, isVeiled } from "../store/mode.ts";
import { nextNumbersOf } from "../store/selectors.ts";
import { type SynfinState, TIME_SCALES } from "../store/synfin-state.ts";
import type { SynfinStore } from "../store/synfin-store.ts";
import { FILTER_BOX_ID } from "./connections/FilterBox.tsx";
import { useSynfinStore } from "./use-synfin.ts";

const ACTIONS: Readonly<Record<string, (state: SynfinState) => void>> = {
  ArrowRight: (state) => state.advance(1),
  ArrowLeft: (state) => state.advance(-1),
  // What the buttons of a presenter's clicker send: forward, back, and the one that blanks the screen of slides.
  PageDown: (state) => (isOffered(state) ? state.startTour() : state.advance(1)),
  PageUp: (state) => state.advance(-1),
  ".": (state) => state.togglePlaying(),
  p: (state) => state.present(!state.isPresenting),
  Escape: (state) => {
    if (state.marked !== null) state.clearMarks();
    else if (state.isPresenting) state.present(false);
    else state.leaveMode();
  },
  g: (state) => state.startTour(),
  v: (state) => (coverageOf(state) === null ? state.showCoverage("capture") : state.hideCoverage()),
  c: (state) => (state.mode.kind === "comparing" ? state.leaveMode() : state.compare()),
  q: (state) => state.togglePredicting(),
  l: (state) => state.loop(!state.isLooping),
  Home: (state) => state.goTo(0),
  End: (state) => state.goTo(Number.MAX_SAFE_INTEGER),
  ArrowUp: (state) => state.moveSelection(-1),
  ArrowDown: (state) => state.moveSelection(1),
  " ": (state) => state.togglePlaying(),
  n: (state) => state.goToAnnotation(1),
  N: (state) => state.goToAnnotation(-1),
  "+": (state) => state.zoomBy(1),
  "-": (state) => state.zoomBy(-1),
  "0": (state) => state.zoomTo("fit"),
  m: (state) => state.goToMarked(1),
  M: (state) => state.goToMarked(-1),
  t: ({ timeScale, chooseTimeScale }) => {
    const next = TIME_SCALES[(TIME_SCALES.indexOf(timeScale) + 1) % TIME_SCALES.length];
    if (next !== undefined) chooseTimeScale(next);
  },
  r: (state) => state.showNumbers(nextNumbersOf(state)),
};

/** Whether a lesson waits to be started. */
function isOffered({ offered, mode, position }: SynfinState): boolean {
  return offered !== null && mode.kind === "exploring" && mode.compareMark === null && position === 0;
}

/** The keys of the explorer, wherever the focus is, unless the focused element uses the key itself. */
export function useKeyboard(openHelp: () => void, openShare: () => void, openExport: () => void): void {
  const store = useSynfinStore();
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isUsedByTarget(event) || document.querySelector("dialog[open]")) return;
      if (event.key === "?") openHelp();
      else if (event.key === "s" && canBeGivenAway(store.getState())) openShare();
      else if (event.key === "e" && canBeGivenAway(store.getState())) openExport();
      else if (event.key === "/") document.getElementById(FILTER_BOX_ID)?.focus();
      else if (!runAction(store, event.key)) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [store, openHelp, openShare, openExport]);
}

/** A link or an export would reveal the rest of a connection that the class must not know yet. */
function canBeGivenAway(state: SynfinState): boolean {
  return state.selection?.analysis.kind === "ready" && !isVeiled(state);
}

function runAction(store: SynfinStore, key: string): boolean {
  const action = ACTIONS[key];
  if (!action || store.getState().capture.kind !== "ready") return false;
  action(store.getState());
  return true;
}

function isUsedByTarget({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.matches("input:not([type=range]), textarea, select, [contenteditable]")) return true;
  if (key === " ") return target.matches("button, summary, a, [role=button]");
  // In a row of tabs the arrows move between the tabs.
  return (
    target.matches("[role=tab]") && key !== "?" && !key.startsWith("ArrowU") && !key.startsWith("ArrowD")
  );
}
