import { captureOf } from "../../store/selectors.ts";
import type { ViewAt } from "../view.ts";
import { triageWords } from "./view.words.ts";

export const triage: ViewAt<"sheet"> = {
  name: "triage",
  place: "sheet",
  key: "y",
  words: triageWords,
  bar: "modes",
  future: "tells",
  canBe: (state) => captureOf(state) !== null,
  isOn: ({ sheet }) => sheet === "triage",
  show: (state) => state.look({ sheet: "triage" }),
  leave: (state) => state.look({ sheet: null }),
  part: async () => (await import("./TriageBoard.tsx")).TriageBoard,
};
