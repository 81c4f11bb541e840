import type { Position } from "../../tcp/analysis.ts";
import type { Question } from "./question.ts";

/**
 * Guessing what comes next. While it lasts, the selection holds an analysis of the beginning only (`analyseBeginning`):
 * no view knows more of the connection than the class has seen.
 */
export interface Prediction {
  readonly connection: number;
  /** How many segments are revealed. */
  readonly reach: Position;
  /** `asked`: what comes next? `told`: the segment is revealed. `over`: it was the last one. */
  readonly phase: "preparing" | "asked" | "told" | "over";
  /** The question that is asked, or was answered last. */
  readonly question: Question | null;
  /** Index of the option that was chosen; -1 = another one, picked in the state graph; null = none. */
  readonly chosen: number | null;
  readonly score: { readonly right: number; readonly asked: number };
}

/** The part of the store that is about guessing. */
export interface PredictionPart {
  /** null: nobody guesses. */
  readonly prediction: Prediction | null;
  /** Hides what comes after the position and asks for it; from the end, it starts over. Once more ends it. */
  readonly togglePredicting: () => void;
  /** Chooses an option of the question, or with -1 something that is none of them, and reveals the segment. */
  readonly answer: (option: number) => void;
  /** Reveals the segment that is asked for, or asks for the next one. @returns false where there is nothing to go on with */
  readonly goOnPredicting: () => boolean;
}
