import type { ViewAt } from "../view.ts";
import { blankWords } from "./view.words.ts";

export const blank: ViewAt<"sheet"> = {
  name: "blank",
  place: "sheet",
  key: ".",
  words: blankWords,
  // On the start page the key opens the example that a clicker has chosen.
  canBe: ({ capture }) => capture.kind === "ready" || capture.kind === "loading",
  isOn: ({ sheet }) => sheet === "blank",
  show: (state) => state.look({ sheet: "blank" }),
  leave: (state) => state.look({ sheet: null }),
  part: async () => (await import("./BlankScreen.tsx")).BlankScreen,
};
