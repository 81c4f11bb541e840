import { flagNames } from "../../segments/flags.ts";
import type { ForeseenSegment, Question } from "../../store/predict/question.ts";
import { type WhyState, whyState } from "../../store/predict/why-not.ts";
import type { NumberForm } from "../../store/synfin-state.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { formatSequenceNumber } from "../segment/format-number.ts";
import type { WordsOf } from "../words.ts";
import { LETTERS } from "./letters.ts";
import type { predictWords } from "./predict.words.ts";

type Words = WordsOf<typeof predictWords>;

/** The question in words. */
export function wordQuestion(question: Question, words: Words): string {
  switch (question.kind) {
    case "segment":
      return words.nextSegment;
    case "state":
      return words.state(question.side, wordForeseen(question.segment, words));
    case "acknowledgment":
    case "sequence":
      return words[question.kind](wordForeseen(question.segment, words));
    default:
      return words[question.kind](question.side, question.state);
  }
}

/** Its options in words, in their order. */
export function wordOptions(
  question: Question,
  words: Words,
  analysis: ConnectionAnalysis,
  form: NumberForm,
): readonly string[] {
  switch (question.kind) {
    case "segment":
      return question.options.map((option) => wordForeseen(option, words));
    case "state":
      return question.options;
    case "acknowledgment":
    case "sequence":
      return question.options.map((number) => formatSequenceNumber(analysis, question.of, number, form));
    case "cannot":
      return question.options.map((what) => words.sendables[what]);
    default:
      return question.options.map((answer) => words[answer]);
  }
}

/** Why what is right is right, and the other options are not, a sentence each. */
export function wordWhy(question: Question, words: Words): readonly string[] {
  const told = question.kind === "may" ? [words.maySendWhy[question.options[question.right] ?? "no"]] : [];
  const reasons = wordReasons(question, words).flatMap((why, option) =>
    why === null ? [] : [words.because(LETTERS[option] ?? "", why)],
  );
  return [...told, ...reasons];
}

/** Why each option is right or wrong, in the order of the options; null: the capture does not say. */
function wordReasons(question: Question, words: Words): readonly (string | null)[] {
  switch (question.kind) {
    case "state":
      return question.options.map((_, option) => wordState(whyState(question, option), words));
    case "acknowledgment":
    case "sequence":
      return question.mistakes.map((mistake) => mistake && words.mistakes[mistake]);
    case "cannot":
      return question.options.map((what, option) => {
        const isKnown = what === "syn" || what === "data" || what === "fin" || what === "fin-again";
        if (option !== question.right) return words.maySend[what];
        return isKnown ? words.cannotSend[what] : null;
      });
    default:
      return [];
  }
}

function wordState(why: WhyState | null, words: Words): string | null {
  if (why === null) return null;
  if (why.kind === "taken") return words.whyState.taken(arrowText(why), why.clause);
  if (why.kind === "needs") return words.whyState.needs(why.from, arrowText(why));
  return words.whyState[why.kind](why.from);
}

/** An arrow as figure 5 of RFC 9293 labels it. */
function arrowText({ event, action }: { readonly event: string; readonly action: string | null }): string {
  return action === null ? event : `${event} / ${action}`;
}

function wordForeseen({ sender, flags, hasData }: ForeseenSegment, words: Words): string {
  return words.sends(sender, flagNames(flags).join(","), hasData);
}
