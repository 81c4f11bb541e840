import { MOST_NOTE_CHARACTERS, type Note, noteCharacters, type NotePlace } from "../../segments/note.ts";
import type { NoteBook } from "./notes.ts";

/** The book with other notes of a connection, as one change. */
export function withNotes(
  { written, before }: NoteBook,
  connection: number,
  notes: readonly Note[],
): NoteBook {
  return { written: new Map(written).set(connection, notes), before: [...before, written] };
}

/** The book before its last change. */
export function undone(book: NoteBook): NoteBook {
  const written = book.before.at(-1);
  return written === undefined ? book : { written, before: book.before.slice(0, -1) };
}

/** Where a note stands among the segments; one about the whole connection stands before all. */
export function positionOf({ at }: Pick<Note, "at">): number {
  return at.kind === "connection" ? 0 : at.position;
}

/** Notes in the order in which they are told. */
export function inOrder(notes: readonly Note[]): readonly Note[] {
  const rank = (note: Note): number => (note.at.kind === "connection" ? -1 : positionOf(note));
  return notes.toSorted((one, other) => rank(one) - rank(other));
}

/** The place one segment later or earlier, within the connection; null: there is none. */
export function placeBeside(at: NotePlace, by: 1 | -1, length: number): NotePlace | null {
  if (at.kind === "connection") return null;
  const position = at.position + by;
  const least = at.kind === "segment" ? 1 : 0;
  return position < least || position > length ? null : { ...at, position };
}

/** How many characters the notes may still take. @param except a note that will be replaced */
export function charactersLeft(notes: readonly Note[], except: Note | null): number {
  return MOST_NOTE_CHARACTERS - noteCharacters(notes.filter((note) => note !== except));
}
