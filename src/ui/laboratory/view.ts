import { wholeOf } from "../../store/mode.ts";
import { captureOf } from "../../store/selectors.ts";
import type { SynfinState } from "../../store/synfin-state.ts";
import type { ViewAt } from "../view.ts";
import { laboratoryWords } from "./view.words.ts";

function hasRun(state: SynfinState): boolean {
  return (captureOf(state)?.run ?? null) !== null;
}

export const laboratory: ViewAt<"side"> = {
  name: "laboratory",
  place: "side",
  key: "h",
  words: laboratoryWords,
  bar: "modes",
  future: "tells",
  // A connection whose beginning was not captured has no script.
  canBe: (state) => hasRun(state) || wholeOf(state)?.verdict.startCaptured === true,
  isOn: hasRun,
  show: (state) => state.enterLaboratory({ kind: "connection" }),
  leave: ({ laboratory: bench, closeCapture }) => (bench === null ? closeCapture() : bench.leave()),
  // The card listens to the keys: it is there with the first segment.
  part: async () => (await Promise.all([import("./LabPanel.tsx"), import("./LabCard.tsx")]))[0].LabPanel,
  layer: { isOn: hasRun, part: async () => (await import("./lab-layer.ts")).labLayer },
  waiting: {
    isOn: hasRun,
    part: async () => (await import("./LabCard.tsx")).LabCard,
  },
};
