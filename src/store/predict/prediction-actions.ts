import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { valueOf } from "../loadable.ts";
import type { Analyser } from "../opened-capture.ts";
import type { SynfinState } from "../synfin-store.ts";
import type { PredictionPart } from "./prediction.ts";
import type { RunningPrediction } from "./run-prediction.ts";

/** The actions of guessing. What chooses the questions is loaded when it is needed. */
export function predictionActions(
  set: (part: Partial<SynfinState>) => void,
  get: () => SynfinState,
  analyser: Pick<Analyser, "analyse">,
): Omit<PredictionPart, "prediction"> {
  let running: RunningPrediction | null = null;

  async function begin(whole: ConnectionAnalysis): Promise<void> {
    const { selection } = get();
    const { runPrediction } = await import("./run-prediction.ts");
    // Meanwhile the person may have gone elsewhere, or pressed twice.
    if (selection === null || get().selection !== selection || get().prediction !== null) return;
    const { position } = get();
    const start = position < whole.segments.length ? position : 0;
    running = runPrediction({ set, get, analyser }, selection.connection, whole, start);
  }

  return {
    togglePredicting: () => {
      // A lesson holds only a part of the connection.
      if (get().tour !== null) get().leaveTour();
      const { selection } = get();
      const whole = selection && valueOf(selection.analysis);
      if (get().prediction !== null) running?.end();
      else if (whole !== null && whole.segments.length > 0) void begin(whole);
    },
    answer: (option) => running?.goOn(option),
    goOnPredicting: () => {
      const { prediction, position } = get();
      if (prediction === null || position < prediction.reach || running === null) return false;
      running.goOn(null);
      return true;
    },
  };
}
