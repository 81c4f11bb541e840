import { coverageOf } from "../../store/mode.ts";
import type { ViewAt } from "../view.ts";
import { coverageWords } from "./view.words.ts";

export const coverage: ViewAt<"graph"> = {
  name: "coverage",
  place: "graph",
  key: "v",
  words: coverageWords,
  bar: "graph",
  future: "tells",
  isOn: (state) => coverageOf(state) !== null,
  show: (state) => state.showCoverage("capture"),
  leave: (state) => state.hideCoverage(),
  part: async () => (await import("./CoverageMap.tsx")).CoverageMap,
};
