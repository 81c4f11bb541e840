import { useEffectEvent, useLayoutEffect } from "react";
import type { Laboratory } from "../../store/laboratory/laboratory.ts";
import { useSynfin } from "../use-synfin.ts";
import { GESTURE_KEYS, type Gesture, GESTURES } from "./gestures.ts";

interface LabActions {
  readonly laboratory: Laboratory | null;
  readonly gesture: (gesture: Gesture) => void;
  /** Puts the focus where a segment is forged. */
  readonly inject: () => void;
}

/** The keys of the laboratory, before those of the page: letters are taken only while a run is on screen. */
export function useLabKeys({ laboratory, gesture, inject }: LabActions): void {
  const hasSingleKeys = useSynfin((state) => state.hasSingleKeys);
  const act = useEffectEvent((event: KeyboardEvent): boolean => {
    if (laboratory === null || isWriting(event.target)) return false;
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if ((ctrlKey || metaKey) && !altKey) return undoOrRedo(laboratory, key.toLowerCase(), shiftKey);
    if (ctrlKey || metaKey) return false;
    if (key === "PageDown" || key === "PageUp") return laboratory.moveLesson(key === "PageDown" ? 1 : -1);
    const wanted = GESTURES.find(
      (one) => GESTURE_KEYS[one] === `${altKey ? "Alt+" : ""}${ARROWS[key] ?? key}`,
    );
    if (wanted !== undefined && (altKey || hasSingleKeys)) gesture(wanted);
    else if (key === "j" && !altKey && hasSingleKeys) inject();
    else return false;
    return true;
  });
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (document.querySelector("dialog[open]") === null && act(event)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    document.addEventListener("keydown", listen, { capture: true });
    return () => document.removeEventListener("keydown", listen, { capture: true });
  }, []);
}

const ARROWS: Readonly<Record<string, string>> = { ArrowDown: "↓", ArrowUp: "↑" };

function undoOrRedo(laboratory: Laboratory, key: string, isShifted: boolean): boolean {
  if (key === "z") (isShifted ? laboratory.redo : laboratory.undo)();
  else if (key === "y") laboratory.redo();
  else return false;
  return true;
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.matches("input:not([type=range], [type=checkbox]), textarea, select, [contenteditable]")
  );
}
