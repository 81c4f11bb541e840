import type { ViewAt } from "../view.ts";
import { segmentWords } from "./view.words.ts";

export const segment: ViewAt<"pane"> = {
  name: "segment",
  place: "pane",
  key: "9",
  words: segmentWords,
  isOn: ({ pane }) => pane === "segment",
  show: (state) => state.look({ pane: "segment" }),
};
