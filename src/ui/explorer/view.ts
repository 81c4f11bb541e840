import type { ViewAt } from "../view.ts";
import { explorerWords } from "./view.words.ts";

/** What stands on the stage if no other view does. */
export const explorer: ViewAt<"stage"> = {
  name: "explorer",
  place: "stage",
  key: "Escape",
  words: explorerWords,
  isOn: ({ capture }) => capture.kind === "ready",
  show: () => undefined,
  part: async () => (await import("./Explorer.tsx")).Explorer,
};
