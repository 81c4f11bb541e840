import type { ViewAt } from "../view.ts";
import { notesViewWords } from "./view.words.ts";

export const notes: ViewAt<"sheet"> = {
  name: "notes",
  place: "sheet",
  key: "Enter",
  words: notesViewWords,
  bar: "outputs",
  future: "tells",
  isOn: ({ sheet }) => sheet === "notes",
  show: (state) => state.look({ sheet: "notes" }),
  leave: (state) => state.look({ sheet: null }),
  part: async () => (await import("./NotesSheet.tsx")).NotesSheet,
  layer: {
    // Whether there are notes, the layer knows.
    isOn: ({ capture }) => capture.kind === "ready",
    part: async () => (await import("./notes-layer.ts")).notesLayer,
  },
};
