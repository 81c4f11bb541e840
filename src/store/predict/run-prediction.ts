import type { ConnectionAnalysis, Position } from "../../tcp/analysis.ts";
import { NO_CLASS } from "../no-classroom.ts";
import type { Analyser } from "../opened-capture.ts";
import type { SynfinState } from "../synfin-store.ts";
import { askQuestion } from "./ask-question.ts";
import type { Prediction } from "./prediction.ts";

interface Access {
  readonly set: (part: Partial<SynfinState>) => void;
  readonly get: () => SynfinState;
  readonly analyser: Pick<Analyser, "analyse">;
}

/** A running prediction. What is hidden is kept here, out of the store. */
export interface RunningPrediction {
  /** Answers the question, or with null reveals the segment without an answer; after that, asks the next one. */
  readonly goOn: (option: number | null) => void;
  /** Shows everything again. */
  readonly end: () => void;
}

/** Begins at `start`: hides what comes after it, and asks. A late answer after the selection changed is dropped. */
export function runPrediction(
  { set, get, analyser }: Access,
  connection: number,
  whole: ConnectionAnalysis,
  start: Position,
): RunningPrediction {
  const last = whole.segments.length;
  let next: ConnectionAnalysis | null = null;
  void begin();
  return { goOn, end };

  async function begin(): Promise<void> {
    put({ connection, reach: start, phase: "preparing", question: null, chosen: null, score: NO_SCORE });
    const before = await analyser.analyse(connection, start);
    if (before === null || !isCurrent()) return;
    show(before, start);
    await ask(before);
  }

  async function ask(before: ConnectionAnalysis): Promise<void> {
    const reach = before.segments.length;
    if (reach >= last) {
      show(whole, last);
      change({ phase: "over" });
      return;
    }
    change({ phase: "preparing" });
    next = await analyser.analyse(connection, reach + 1);
    if (next === null || !isCurrent()) return;
    change({ phase: "asked", question: askQuestion({ before, after: next, whole }), chosen: null });
  }

  function goOn(option: number | null): void {
    const { prediction } = get();
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

  function end(): void {
    const { prediction, position } = get();
    if (prediction === null) return;
    set({ prediction: null });
    show(whole, position);
  }

  function isCurrent(): boolean {
    const { prediction, selection } = get();
    return prediction?.connection === connection && selection?.connection === connection;
  }

  function show(analysis: ConnectionAnalysis, position: Position): void {
    set({ selection: { connection, analysis: { kind: "ready", value: analysis } }, position });
  }

  function put(prediction: Prediction): void {
    set({ ...NO_CLASS, coverage: null, compareMark: null, prediction, isPlaying: false, marked: null });
  }

  function change(part: Partial<Prediction>): void {
    const { prediction } = get();
    if (prediction !== null) set({ prediction: { ...prediction, ...part } });
  }
}

const NO_SCORE = { right: 0, asked: 0 } as const;
