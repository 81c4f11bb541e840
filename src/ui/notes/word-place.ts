import type { NotePlace } from "../../segments/note.ts";
import type { WordsOf } from "../words.ts";
import type { notesWords } from "./notes.words.ts";

/** What a note is about, in words. */
export function wordPlace(at: NotePlace, words: WordsOf<typeof notesWords>): string {
  if (at.kind === "connection") return words.connection;
  return at.kind === "segment" ? words.segment(at.position) : words.state(at.end, at.position);
}
