import type { Question } from "../../store/predict/question.ts";
import { useWords } from "../use-words.ts";
import { predictWords } from "./predict.words.ts";
import { wordWhy } from "./word-question.ts";

interface AnsweredProps {
  readonly question: Question;
  readonly chosen: number | null;
  /** The right option in words. */
  readonly right: string;
}

/** What is right, and why the other options are not. */
export function Answered({ question, chosen, right }: AnsweredProps) {
  const words = useWords(predictWords);
  const reasons = wordWhy(question, words);
  return (
    <>
      <p className="class-card-verdict" data-right={chosen === question.right}>
        {chosen === null ? words.told(right) : chosen === question.right ? words.right : words.wrong(right)}
      </p>
      {reasons.length > 0 && (
        <ul className="class-reasons">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </>
  );
}
