import type { ViewAt } from "../view.ts";
import { connectionsWords } from "./view.words.ts";

export const connections: ViewAt<"pane"> = {
  name: "connections",
  place: "pane",
  key: "6",
  words: connectionsWords,
  future: "tells",
  isOn: ({ pane }) => pane === "connections",
  show: (state) => state.look({ pane: "connections" }),
};
