import { analysisOf } from "../../store/selectors.ts";
import type { ViewAt } from "../view.ts";
import { shareWords } from "./view.words.ts";

export const share: ViewAt<"sheet"> = {
  name: "share",
  place: "sheet",
  key: "s",
  words: shareWords,
  bar: "outputs",
  future: "tells",
  canBe: (state) => analysisOf(state) !== null,
  isOn: ({ sheet }) => sheet === "share",
  show: (state) => state.look({ sheet: "share" }),
  leave: (state) => state.look({ sheet: null }),
  part: async () => (await import("./ShareDialog.tsx")).ShareDialog,
};
