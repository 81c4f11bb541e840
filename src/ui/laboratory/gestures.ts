import type { RunSegment } from "../../lab/edit/edited-run.ts";
import type { Edit } from "../../lab/edit/edits.ts";
import { printPattern } from "../../lab/script/print-script.ts";
import type { OpenedRun } from "../../store/opened-capture.ts";
import { linesOf } from "./read-text.ts";

/** What a person does with a segment. */
export const GESTURES = ["lose", "loseEvery", "twice", "refuse", "later", "sooner"] as const;
export type Gesture = (typeof GESTURES)[number];

/** The key of each gesture; those of time go with Alt. */
export const GESTURE_KEYS: Readonly<Record<Gesture, string>> = {
  lose: "x",
  loseEvery: "X",
  twice: "2",
  refuse: "i",
  later: "Alt+↓",
  sooner: "Alt+↑",
};

type GestureWords = Readonly<Record<Gesture | "deliver", string>>;

/** What a gesture is called: what is lost already is delivered. */
export function labelOfGesture(gesture: Gesture, { isLost }: RunSegment, words: GestureWords): string {
  return words[gesture === "lose" && isLost ? "deliver" : gesture];
}

/** The edit that a gesture makes; null: it does nothing here. */
export function editOf(gesture: Gesture, segment: RunSegment, run: OpenedRun): Edit | null {
  const { name, isLost, isInjected } = segment;
  if (isInjected) return null;
  switch (gesture) {
    case "lose":
      return { kind: isLost ? "deliver" : "lose", segment: name };
    case "loseEvery":
      return { kind: "lose", segment: { ...name, copy: "every" } };
    case "twice":
      return { kind: "twice", segment: name };
    case "refuse":
      return { kind: "icmp", segment: name };
    default:
      return delayed(segment, run, gesture === "later" ? 1 : -1);
  }
}

/** Later or sooner by the usual delay of its way, at least 1 ms; never sooner than without an edit. */
function delayed({ name }: RunSegment, run: OpenedRun, direction: 1 | -1): Edit | null {
  const step = Math.max(1e6, run.facts.settings.delay[name.end]);
  return delayedBy(name, run, Math.max(0, delayOf(name, run) + direction * step));
}

/** The edit by which a segment arrives so much later than usual, in nanoseconds; null: it does so already. */
export function delayedBy(name: RunSegment["name"], run: OpenedRun, by: number): Edit | null {
  return by === delayOf(name, run) ? null : { kind: "delay", segment: name, by };
}

/** How much later than usual a segment arrives by the script, in nanoseconds. */
function delayOf(name: RunSegment["name"], { facts }: OpenedRun): number {
  const wanted = printPattern(name);
  const line = linesOf(facts.script).findLast(
    (one) => one.kind === "delay-segment" && printPattern(one.segment) === wanted,
  );
  return line?.kind === "delay-segment" ? line.by : 0;
}
