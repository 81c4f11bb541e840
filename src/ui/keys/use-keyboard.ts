import { useLayoutEffect } from "react";
import type { SynfinState } from "../../store/synfin-state.ts";
import { useSynfinStore } from "../use-synfin.ts";
import { toggleView, type View } from "../view.ts";
import { keyOf } from "./key-of.ts";
import { MOVE_ROWS } from "./moves.ts";

type Action = (state: SynfinState) => void;

/** What each key does: it opens or leaves a view, or moves. */
function actionsOf(views: readonly View[]): ReadonlyMap<string, Action> {
  const moves = MOVE_ROWS.flatMap(([, { does = {} }]) => Object.entries(does)).map(
    ([key, move]): [string, Action] => [
      key,
      (state) => {
        if (state.capture.kind === "ready") move(state);
      },
    ],
  );
  const toggles = views.map((view): [string, Action] => [view.key, (state) => toggleView(view, state)]);
  return new Map([...moves, ...toggles, ["Escape", (state: SynfinState) => leaveInnermost(views, state)]]);
}

/** Takes the marks away, or leaves what is on and can be left. */
function leaveInnermost(views: readonly View[], state: SynfinState): void {
  if (state.marked !== null) state.clearMarks();
  else {
    const innermost = views.find((view) => view.leave && (view.isOn(state) || view.waiting?.isOn(state)));
    if (innermost?.isOn(state)) innermost.leave?.(state);
    else if (innermost !== undefined) state.leaveMode();
  }
}

/** The keys of the page, wherever the focus is, unless the focused element uses the key itself. */
export function useKeyboard(views: readonly View[]): void {
  const store = useSynfinStore();
  useLayoutEffect(() => {
    const actions = actionsOf(views);
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const key = keyOf(event);
      const action = actions.get(key);
      const state = store.getState();
      if (action === undefined || isUsedByTarget(event.target, key)) return;
      if (document.querySelector("dialog:modal") || !(state.hasSingleKeys || isNamed(key))) return;
      action(state);
      // The start page listens to some of the keys as well.
      if (state.capture.kind === "ready" || key === "?") event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [store, views]);
}

/** Whether the key has a name rather than a character; WCAG 2.1.4 lets only such keys act at all times. */
function isNamed(key: string): boolean {
  return key.length > 1 || key === " ";
}

const OF_TABS = new Set(["ArrowLeft", "ArrowRight", "Home", "End", " "]);
/** What a presenter's clicker sends acts also in a list of choices, which would choose something else. */
const OF_CLICKERS = new Set(["PageDown", "PageUp", "."]);

function isUsedByTarget(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.matches("select")) return !OF_CLICKERS.has(key);
  if (target.matches("input:not([type=range], [type=checkbox]), textarea, [contenteditable]")) return true;
  if (key === " " || key === "Enter") return target.matches("button, summary, a, input, [role=button]");
  return target.matches("[role=tab]") && OF_TABS.has(key);
}
