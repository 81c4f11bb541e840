import { flagNames } from "../../segments/flags.ts";
import type { ForeseenSegment, Question } from "../../store/predict/question.ts";
import type { NumberForm } from "../../store/synfin-state.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Messages } from "../messages/en.ts";
import { formatSequenceNumber } from "../segment/format-number.ts";

/** The question in words. */
export function wordQuestion(question: Question, words: Messages["predict"]): string {
  if (question.kind === "segment") return words.nextSegment;
  const segment = wordForeseen(question.segment, words);
  return question.kind === "state" ? words.state(question.side, segment) : words.acknowledgment(segment);
}

/** Its options in words, in their order. */
export function wordOptions(
  question: Question,
  words: Messages["predict"],
  analysis: ConnectionAnalysis,
  form: NumberForm,
): readonly string[] {
  if (question.kind === "segment") return question.options.map((option) => wordForeseen(option, words));
  if (question.kind === "state") return question.options;
  const side = question.acknowledged;
  return question.options.map((number) => formatSequenceNumber(analysis, side, number, form));
}

function wordForeseen({ sender, flags, hasData }: ForeseenSegment, words: Messages["predict"]): string {
  return words.sends(sender, flagNames(flags).join(","), hasData);
}
