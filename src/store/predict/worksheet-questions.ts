import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Analyser } from "../opened-capture.ts";
import { askQuestion, restOfTransfer } from "./ask-question.ts";
import type { Question } from "./question.ts";

/**
 * Every question that predicting asks of the first segments of a connection, in their order; null if another capture
 * was opened meanwhile.
 */
export async function worksheetQuestions(
  ask: Analyser["ask"],
  whole: ConnectionAnalysis,
  segments: number,
): Promise<readonly Question[] | null> {
  const { id } = whole.connection;
  const questions: Question[] = [];
  let before = await ask("analyse", id, 0);
  while (before !== null && before.segments.length < segments) {
    const passed = restOfTransfer(whole, before.segments.length + 1);
    const after = await ask("analyse", id, Math.min(before.segments.length + Math.max(passed, 1), segments));
    if (after === null) return null;
    const question = passed > 0 ? null : askQuestion({ before, after, whole });
    if (question !== null) questions.push(question);
    before = after;
  }
  return before && questions;
}
