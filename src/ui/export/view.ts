import { analysisOf } from "../../store/selectors.ts";
import type { ViewAt } from "../view.ts";
import { exportWords } from "./view.words.ts";

export const exporting: ViewAt<"sheet"> = {
  name: "export",
  place: "sheet",
  key: "e",
  words: exportWords,
  bar: "outputs",
  future: "tells",
  canBe: (state) => analysisOf(state) !== null,
  isOn: ({ sheet }) => sheet === "export",
  show: (state) => state.look({ sheet: "export" }),
  leave: (state) => state.look({ sheet: null }),
  part: async () => (await import("./ExportDialog.tsx")).ExportDialog,
};
