import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import type { Question } from "./question.ts";

/**
 * Guessing what comes next. While it lasts, the selection holds an analysis of the beginning only (`analyseBeginning`):
 * no view knows more of the connection than the class has seen.
 */
export interface Prediction {
  readonly kind: "predicting";
  /** How many segments are revealed. */
  readonly reach: Position;
  /** `asked`: what comes next? `told`: the segment is revealed. `over`: it was the last one. */
  readonly phase: "preparing" | "asked" | "told" | "over";
  /** The question that is asked, or was answered last. */
  readonly question: Question | null;
  /** Index of the option that was chosen; -1 = another one, picked in the state graph; null = none. */
  readonly chosen: number | null;
  readonly score: { readonly right: number; readonly asked: number };
  /** Something was asked for that would tell what is hidden: the page says why it is not shown. */
  readonly isRefused: boolean;
  /** The connection with all that the page does not show yet. */
  readonly whole: ConnectionAnalysis;
  /** Answers the question, or with null reveals the segment without an answer; after that, asks the next one. */
  readonly goOn: (option: number | null) => void;
}

/** The part of the store that is about guessing. */
export interface PredictionPart {
  /** Hides what comes after the position and asks for it; from the end, it starts over. Once more ends it. */
  readonly togglePredicting: () => void;
}
