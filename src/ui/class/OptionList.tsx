import { useState } from "react";
import { useWords } from "../use-words.ts";
import { lessonWords } from "./lesson.words.ts";
import { LETTERS } from "./letters.ts";
import { useQuestionKeys } from "./use-question-keys.ts";

interface OptionListProps {
  readonly options: readonly string[];
  /** What is right and what was chosen; null while the question is open. */
  readonly told: { readonly right: number; readonly chosen: number | null } | null;
  readonly onChoose: (option: number) => void;
}

/**
 * The options of a question, lettered, with the hands that were counted for each; afterwards which of them is right.
 * A letter on the keyboard answers, with Shift it counts a hand.
 */
export function OptionList({ options, told, onChoose }: OptionListProps) {
  const words = useWords(lessonWords);
  const [hands, setHands] = useState<readonly number[]>([]);
  const count = (option: number): void =>
    setHands((before) => options.map((_, index) => (before[index] ?? 0) + Number(index === option)));
  useQuestionKeys(told === null ? options.length : 0, onChoose, count);
  return (
    <ul className="class-options">
      {options.map((option, index) => (
        <li key={option}>
          <button
            type="button"
            className="button class-option"
            data-mark={told === null ? undefined : markOf(told, index)}
            aria-pressed={told?.chosen === index}
            disabled={told !== null}
            onClick={() => onChoose(index)}
          >
            <b>{LETTERS[index]}</b> {option}
          </button>
          {(told === null || hands.some((number) => number > 0)) && (
            <button
              type="button"
              className="class-hands"
              aria-label={`${words.hand(LETTERS[index] ?? "")}: ${hands[index] ?? 0}`}
              title={words.hand(LETTERS[index] ?? "")}
              disabled={told !== null}
              onClick={() => count(index)}
            >
              {hands[index] || "+"}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** `right`, or `wrong` where it was chosen. */
function markOf(told: NonNullable<OptionListProps["told"]>, index: number): string | undefined {
  if (index === told.right) return "right";
  return index === told.chosen ? "wrong" : undefined;
}
