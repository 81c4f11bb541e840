import type { ViewAt } from "../view.ts";
import { compareWords } from "./view.words.ts";

export const compare: ViewAt<"stage"> = {
  name: "compare",
  place: "stage",
  key: "c",
  words: compareWords,
  bar: "modes",
  future: "tells",
  isOn: ({ mode }) => mode.kind === "comparing",
  show: (state) => state.compare(),
  leave: (state) => state.leaveMode(),
  part: async () => (await import("./CompareView.tsx")).CompareView,
  waiting: {
    isOn: ({ mode }) => mode.kind === "exploring" && mode.compareMark !== null,
    part: async () => (await import("./CompareCard.tsx")).CompareCard,
  },
};
