import type { ViewAt } from "../view.ts";
import { tableWords } from "./view.words.ts";

export const table: ViewAt<"stage"> = {
  name: "table",
  place: "stage",
  key: "w",
  words: tableWords,
  future: "tells",
  isOn: ({ sheet }) => sheet === "table",
  show: (state) => state.look({ sheet: "table" }),
  leave: (state) => state.look({ sheet: null }),
  part: async () => (await import("./TableView.tsx")).TableView,
};
