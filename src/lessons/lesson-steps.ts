import { fillNote } from "./fill-note.ts";
import type { Tour, TourQuestion, TourStep, TourWords } from "./tour.ts";

/** A step as the page tells it: facts filled into the words of one language. */
export interface WordedStep {
  readonly connection: number;
  readonly position: number;
  readonly note: readonly { readonly text: string; readonly isFact: boolean }[];
  readonly question: WordedQuestion | null;
}

type WordedQuestion =
  | Exclude<TourQuestion, { readonly kind: "choice" }>
  | {
      readonly kind: "choice";
      readonly ask: string;
      readonly options: readonly string[];
      readonly right: number;
    };

/**
 * Puts a tour and its words together. Throws if a word is missing, a fault of the lesson that a test finds.
 * @param second what stands behind a number of seconds
 */
export function lessonSteps({ steps }: Tour, words: TourWords, second = " s"): WordedStep[] {
  return steps.map(({ connection = 0, position, note, claims, question }) => ({
    connection,
    position,
    note: fillNote(required(words.notes[note], note), claims, second).map(({ text, claim }) => ({
      text,
      isFact: claim !== null,
    })),
    question: question === undefined ? null : worded(question, words, note, claims, second),
  }));
}

function worded(
  question: TourQuestion,
  { questions }: TourWords,
  note: string,
  claims: TourStep["claims"],
  second: string,
): WordedQuestion {
  if (question.kind !== "choice") return question;
  const { ask, options } = required(questions[note], note);
  return {
    kind: "choice",
    ask: fillNote(ask, claims, second)
      .map(({ text }) => text)
      .join(""),
    options: question.options.map((key) => required(options[key], `${note}: ${key}`)),
    right: question.options.indexOf(question.right),
  };
}

function required<Word>(word: Word | undefined, key: string): Word {
  if (word === undefined) throw new Error(`the lesson has no words for ${key}`);
  return word;
}
