import type { ViewAt } from "../view.ts";
import { graphWords } from "./view.words.ts";

export const graph: ViewAt<"pane"> = {
  name: "graph",
  place: "pane",
  key: "8",
  words: graphWords,
  isOn: ({ pane }) => pane === "graph",
  show: (state) => state.look({ pane: "graph" }),
};
