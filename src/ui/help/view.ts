import type { ViewAt } from "../view.ts";
import { helpWords } from "./view.words.ts";

export const help: ViewAt<"sheet"> = {
  name: "help",
  place: "sheet",
  key: "?",
  words: helpWords,
  bar: "help",
  canBe: () => true,
  isOn: ({ sheet }) => sheet === "help",
  show: (state) => state.look({ sheet: "help" }),
  leave: (state) => state.look({ sheet: null }),
  part: async () => (await import("./HelpSheet.tsx")).HelpSheet,
};
