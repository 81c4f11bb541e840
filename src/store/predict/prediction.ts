import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import type { Question } from "./question.ts";

/**
 * Predicting what comes next. While it lasts, the selection holds an analysis of the beginning only
 * (`analyseBeginning`), so that no view knows more than the class has seen.
 */
export interface Prediction {
  readonly kind: "predicting";
  /** How many segments are revealed. */
  readonly reach: Position;
  /** `asked`: the question is open. `told`: the segment is revealed. `over`: it was the last one. */
  readonly phase: "preparing" | "asked" | "told" | "over";
  /** The open question, or the one answered last. */
  readonly question: Question | null;
  /** Index of the option that was chosen; -1 = another one, picked in the state graph; null = none. */
  readonly chosen: number | null;
  readonly score: { readonly right: number; readonly asked: number };
  /** The person asked for something that is hidden in this mode: the page says why it is not shown. */
  readonly isRefused: boolean;
  /** The whole analysis, with what the page does not show yet. */
  readonly whole: ConnectionAnalysis;
  /** Answers the question, or, with null, reveals the segment without an answer; then asks the next one. */
  readonly goOn: (option: number | null) => void;
}

/** The part of the store that is about predicting. */
export interface PredictionPart {
  /** Hides what comes after the position and asks for it; from the end, it starts over. Called again, it ends. */
  readonly togglePredicting: () => void;
}
