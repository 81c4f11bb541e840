import { notesOf } from "../../store/notes/notes.ts";
import { analysisOf, captureOf } from "../../store/selectors.ts";
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
    isOn: (state) => {
      const analysis = analysisOf(state);
      return analysis !== null && notesOf(state, captureOf(state), analysis).length > 0;
    },
    part: async () => (await import("./notes-layer.ts")).notesLayer,
  },
};
