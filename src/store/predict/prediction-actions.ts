import { isStill, wholeOf } from "../mode.ts";
import type { Analyser } from "../opened-capture.ts";
import type { SynfinState } from "../synfin-state.ts";
import type { PredictionPart } from "./prediction.ts";

/** The actions of predicting. The code that chooses the questions is loaded when it is needed. */
export function predictionActions(
  set: (part: Partial<SynfinState>) => void,
  get: () => SynfinState,
  analyser: Pick<Analyser, "ask">,
): PredictionPart {
  async function begin(): Promise<void> {
    const { selection, mode } = get();
    const { runPrediction } = await import("./run-prediction.ts");
    // The person may have gone elsewhere meanwhile, or pressed twice.
    if (selection === null || get().selection !== selection || !isStill(get().mode, mode)) return;
    const whole = wholeOf(get());
    if (whole === null || whole.segments.length === 0) return;
    const { position } = get();
    const start = position < whole.segments.length ? position : 0;
    await runPrediction({ set, get, analyser }, selection.connection, whole, start);
  }

  return {
    togglePredicting: () => {
      if (get().mode.kind === "predicting") get().leaveMode();
      else void begin();
    },
  };
}
