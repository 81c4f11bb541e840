import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import { entering } from "../mode.ts";
import type { Analyser } from "../opened-capture.ts";
import type { SynfinState } from "../synfin-state.ts";
import { askQuestion, restOfTransfer } from "./ask-question.ts";
import type { Prediction } from "./prediction.ts";

interface Access {
  readonly set: (part: Partial<SynfinState>) => void;
  readonly get: () => SynfinState;
  readonly analyser: Pick<Analyser, "ask">;
}

/**
 * Begins at `start`: hides what comes after it, and asks. Answers that arrive after this prediction was left are
 * dropped.
 */
export async function runPrediction(
  { set, get, analyser }: Access,
  connection: number,
  whole: ConnectionAnalysis,
  start: Position,
): Promise<void> {
  const last = whole.segments.length;
  let next: ConnectionAnalysis | null = null;

  set(
    entering({
      kind: "predicting",
      reach: start,
      phase: "preparing",
      question: null,
      chosen: null,
      score: { right: 0, asked: 0 },
      isRefused: false,
      whole,
      goOn,
    }),
  );
  const beginning = await analyser.ask("analyse", connection, start);
  if (beginning === null || current() === null) return;
  show(beginning, start);
  await ask(beginning);

  async function ask(before: ConnectionAnalysis): Promise<void> {
    change({ phase: "preparing" });
    let seen = before;
    // What cannot be asked is shown and passed over.
    for (let reach = before.segments.length; reach < last; reach = seen.segments.length) {
      const passed = restOfTransfer(whole, reach + 1);
      if (passed > 0) {
        const reached = await analyser.ask("analyse", connection, reach + passed);
        if (reached === null || current() === null) return;
        seen = reached;
        continue;
      }
      next = await analyser.ask("analyse", connection, reach + 1);
      if (next === null || current() === null) return;
      const question = askQuestion({ before: seen, after: next, whole });
      if (question !== null) {
        if (reach > before.segments.length) show(seen, reach);
        change({ phase: "asked", question, chosen: null, reach });
        return;
      }
      seen = next;
    }
    show(whole, last);
    change({ phase: "over", reach: last });
  }

  function goOn(option: number | null): void {
    const prediction = current();
    if (prediction === null || next === null) return;
    if (prediction.phase === "told") void ask(next);
    if (prediction.phase !== "asked") return;
    const { score, question } = prediction;
    const gain = question !== null && option === question.right ? 1 : 0;
    show(next, next.segments.length);
    change({
      phase: "told",
      reach: next.segments.length,
      chosen: option,
      score: option === null ? score : { right: score.right + gain, asked: score.asked + 1 },
    });
  }

  /** This prediction; null once it was left. */
  function current(): Prediction | null {
    const { mode } = get();
    return mode.kind === "predicting" && mode.goOn === goOn ? mode : null;
  }

  function show(analysis: ConnectionAnalysis, position: Position): void {
    set({ selection: { connection, analysis: { kind: "ready", value: analysis } }, position });
  }

  function change(part: Partial<Prediction>): void {
    const prediction = current();
    if (prediction !== null) set({ mode: { ...prediction, ...part } });
  }
}
