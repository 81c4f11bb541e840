import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import type { Comparison } from "./compare/comparison.ts";
import type { CoverageShown } from "./coverage/coverage.ts";
import { valueOf } from "./loadable.ts";
import type { Prediction } from "./predict/prediction.ts";
import type { Question } from "./predict/question.ts";
import type { SelectingPart } from "./selection.ts";
import type { TourQuestion, TourStand } from "./tour/tour.ts";

/** Exploring: the person moves freely through a connection. */
export interface Exploring {
  readonly kind: "exploring";
  /** The map that replaces the state graph; null: none. */
  readonly coverage: CoverageShown | null;
  /** The connection that waits for a second one to compare with; null: none. */
  readonly compareMark: number | null;
}

/** An example before its lesson: the page shows both ends before the first segment, and nothing that tells more. */
export interface Veiled {
  readonly kind: "veiled";
  /** The whole analysis; null as long as it is not there. */
  readonly whole: ConnectionAnalysis | null;
  /** The person asked for something that is hidden in this mode: the page says why it is not shown. */
  readonly isRefused: boolean;
}

/** What the page does with the connection on screen: always exactly one of these. */
export type Mode = Exploring | Veiled | Prediction | TourStand | Comparison;

/** The part of the store that is about modes, with the actions that work in every mode. */
export interface ModePart {
  readonly mode: Mode;
  /** The lecture view: diagram and graph alone, for the projector of a room. A comparison has a view of its own. */
  readonly isPresenting: boolean;
  readonly present: (isPresenting: boolean) => void;
  /** Does what a clicker does: begins the lesson that waits, goes on with what runs, or else makes a step. */
  readonly advance: (direction: 1 | -1) => void;
  /** Notes that the person asked for something that the mode hides. */
  readonly refuse: () => void;
  /** Chooses an option of the question that is asked, or, with -1, something else. */
  readonly answer: (option: number) => void;
  /** Goes back to exploring: shows what was hidden, and drops the connection that waits to be compared. */
  readonly leaveMode: () => void;
}

type Moded = Pick<ModePart, "mode">;

export const EXPLORING: Exploring = { kind: "exploring", coverage: null, compareMark: null };

export const VEILED: Veiled = { kind: "veiled", whole: null, isRefused: false };

/** The state of the store that enters a mode: playback stops, and nothing stays marked. */
export function entering(mode: Mode): Moded & { readonly isPlaying: false; readonly marked: null } {
  return { mode, isPlaying: false, marked: null };
}

/** The state of exploring, if the mode is exploring; otherwise a fresh one. */
export function exploringIn(mode: Mode): Exploring {
  return mode.kind === "exploring" ? mode : EXPLORING;
}

/** Whether the mode, and the step of a lesson, is still the same after something was awaited. */
export function isStill(mode: Mode, before: Mode): boolean {
  if (mode.kind !== "touring" || before.kind !== "touring") return mode.kind === before.kind;
  return mode.lesson === before.lesson && mode.step === before.step && mode.isAsking === before.isAsking;
}

/** The whole analysis of the connection on screen, with what the mode hides; null while it is loading. */
export function wholeOf({
  mode,
  selection,
}: Moded & Pick<SelectingPart, "selection">): ConnectionAnalysis | null {
  if ("whole" in mode) return mode.whole;
  return selection && valueOf(selection.analysis);
}

/** The mode, with a note whether the person asked for something that it hides. */
export function refusing(mode: Mode, isRefused: boolean): Mode {
  return "isRefused" in mode ? { ...mode, isRefused } : mode;
}

/** Whether a lesson is running; at its end everything is shown again. */
export function isTouring({ mode }: Moded): boolean {
  return mode.kind === "touring" && mode.step < mode.lesson.steps.length;
}

/** Whether the page shows only the beginning of the connection, so that it may say nothing of the whole. */
export function isFutureHidden({ mode }: Moded): boolean {
  return mode.kind === "predicting" ? mode.phase !== "over" : isVeiled({ mode });
}

/** Whether a prediction or a lesson runs, or a lesson waits: the page offers nothing that would reveal the rest. */
export function isVeiled({ mode }: Moded): boolean {
  return mode.kind === "predicting" || mode.kind === "veiled" || isTouring({ mode });
}

/** The question that waits for an answer; null: none. */
export function questionAskedIn({ mode }: Moded): Question | TourQuestion | null {
  if (mode.kind === "predicting") return mode.phase === "asked" ? mode.question : null;
  return mode.kind === "touring" && mode.isAsking ? mode.question : null;
}

export function coverageOf({ mode }: Moded): CoverageShown | null {
  return mode.kind === "exploring" ? mode.coverage : null;
}

export function comparisonOf({ mode }: Moded): Comparison | null {
  return mode.kind === "comparing" ? mode : null;
}
