import type { ViewAt } from "../view.ts";
import { displayViewWords } from "./view.words.ts";

export const display: ViewAt<"sheet"> = {
  name: "display",
  place: "sheet",
  key: ",",
  words: displayViewWords,
  bar: "display",
  canBe: () => true,
  isOn: ({ sheet }) => sheet === "display",
  show: (state) => state.look({ sheet: "display" }),
  leave: (state) => state.look({ sheet: null }),
  part: async () => (await import("./DisplayCard.tsx")).DisplayCard,
};
