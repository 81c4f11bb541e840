import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import type { Comparison } from "./compare/comparison.ts";
import type { CoverageShown } from "./coverage/coverage.ts";
import { valueOf } from "./loadable.ts";
import type { Prediction } from "./predict/prediction.ts";
import type { Question } from "./predict/question.ts";
import type { SelectingPart } from "./selection.ts";
import type { TourQuestion, TourStand } from "./tour/tour.ts";

/** A connection is looked at freely. */
export interface Exploring {
  readonly kind: "exploring";
  /** What stands in the place of the state graph; null: nothing does. */
  readonly coverage: CoverageShown | null;
  /** The connection that waits for a second one to be compared with; null: none. */
  readonly compareMark: number | null;
}

/** What the page does with the connection on screen: one of these at a time. */
export type Mode = Exploring | Prediction | TourStand | Comparison;

/** The part of the store that is about modes, and what works in every one. */
export interface ModePart {
  readonly mode: Mode;
  /** The lecture view: diagram and graph alone, for the projector of a room. A comparison has a view of its own. */
  readonly isPresenting: boolean;
  readonly present: (isPresenting: boolean) => void;
  /** As a clicker does: on with the lesson or the guessing if there is one, or else a step. */
  readonly advance: (direction: 1 | -1) => void;
  /** Chooses an option of the question that is asked, or with -1 something that is none of them. */
  readonly answer: (option: number) => void;
  /** Back to exploring: what was hidden is shown, a lesson is offered no longer, no connection waits to be compared. */
  readonly leaveMode: () => void;
}

type Moded = Pick<ModePart, "mode">;

export const EXPLORING: Exploring = { kind: "exploring", coverage: null, compareMark: null };

/** The page as it enters a mode: nothing plays on, and nothing stays marked. */
export function entering(mode: Mode): Moded & { readonly isPlaying: false; readonly marked: null } {
  return { mode, isPlaying: false, marked: null };
}

/** What is kept of exploring; nothing after another mode. */
export function exploringIn(mode: Mode): Exploring {
  return mode.kind === "exploring" ? mode : EXPLORING;
}

/** Whether it is still the mode that it was before something was waited for. Of a lesson, also the same step. */
export function isStill(mode: Mode, before: Mode): boolean {
  if (mode.kind !== "touring" || before.kind !== "touring") return mode.kind === before.kind;
  return mode.lesson === before.lesson && mode.step === before.step && mode.isAsking === before.isAsking;
}

/** Everything that is known of the connection on screen, also what the mode hides; null while it is on its way. */
export function wholeOf({
  mode,
  selection,
}: Moded & Pick<SelectingPart, "selection">): ConnectionAnalysis | null {
  if (mode.kind === "predicting" || mode.kind === "touring") return mode.whole;
  return selection && valueOf(selection.analysis);
}

/** The mode, which tells whether something was asked for that it hides. */
export function refusing(mode: Mode, isRefused: boolean): Mode {
  return mode.kind === "predicting" || mode.kind === "touring" ? { ...mode, isRefused } : mode;
}

/** A lesson is given; at its end all is shown again. */
export function isTouring({ mode }: Moded): boolean {
  return mode.kind === "touring" && mode.step < mode.lesson.steps.length;
}

/** The page shows only the beginning of the connection: nothing of it may be said of the whole. */
export function isFutureHidden({ mode }: Moded): boolean {
  return mode.kind === "predicting" ? mode.phase !== "over" : isTouring({ mode });
}

/** The class guesses or is told a lesson: what would tell the rest of the capture is not offered. */
export function isVeiled({ mode }: Moded): boolean {
  return mode.kind === "predicting" || isTouring({ mode });
}

/** The question that waits for an answer; null: none does. */
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
