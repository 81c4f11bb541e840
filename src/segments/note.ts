/** A sentence that a person wrote of a connection. It is text, never markup. */
export interface Note {
  readonly at: NotePlace;
  readonly text: string;
  /** What follows the note is hidden until this is answered; null: it hides nothing. */
  readonly question: NoteQuestion | null;
}

/**
 * What a note is about: the whole connection; a segment, by position from 1; or the state of an end behind a position
 * (0: before the first segment).
 */
export type NotePlace =
  | { readonly kind: "connection" }
  | { readonly kind: "segment"; readonly position: number }
  | { readonly kind: "state"; readonly end: 0 | 1; readonly position: number };

export interface NoteQuestion {
  /** Two to six. */
  readonly answers: readonly string[];
  /** Index of the right one. */
  readonly right: number;
}

/** The most characters (Unicode code points) that all notes of a connection have together, answers counted. */
export const MOST_NOTE_CHARACTERS = 2000;

/** How many characters the notes have together, answers counted. */
export function noteCharacters(notes: readonly Pick<Note, "text" | "question">[]): number {
  const texts = notes.flatMap(({ text, question }) => [text, ...(question?.answers ?? [])]);
  return texts.reduce((sum, text) => sum + Array.from(text).length, 0);
}
