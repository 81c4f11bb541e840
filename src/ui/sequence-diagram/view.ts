import type { ViewAt } from "../view.ts";
import { diagramWords } from "./view.words.ts";

export const diagram: ViewAt<"pane"> = {
  name: "diagram",
  place: "pane",
  key: "7",
  words: diagramWords,
  isOn: ({ pane }) => pane === "diagram",
  show: (state) => state.look({ pane: "diagram" }),
};
