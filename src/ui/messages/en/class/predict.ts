import type { Side } from "../../../../tcp/state.ts";
import { ends } from "../start/wording.ts";

const Ends: Record<Side, string> = { client: "The client", server: "The server" };

/** Guessing what comes next. */
export const predict = {
  close: "Stop predicting",
  closeHint: "Show everything again (q)",
  label: "Question",
  nextSegment: "Which segment comes next?",
  state: (side: Side, segment: string) =>
    `${segment}. In which state is the ${ends[side]} after it? Choose here or in the state graph.`,
  acknowledgment: (segment: string) => `${segment}. What is its acknowledgment number?`,
  sends: (sender: Side, flags: string, hasData: boolean) =>
    `${Ends[sender]} sends ${flags}${hasData ? " with data" : ""}`,
  right: "Right.",
  wrong: (answer: string) => `No: ${answer}.`,
  told: (answer: string) => `It is: ${answer}.`,
  score: (right: number, asked: number) => `${right} of ${asked} right`,
  reveal: "Show the answer",
  next: "Next question",
  again: "Ask again from the start",
  over: "That was the last segment.",
  nothingYet: "What comes next is hidden.",
  notNow: "Not now: it would tell what comes next.",
  assumedSoFar: "Assumed: no segment up to here confirms or denies it.",
};
