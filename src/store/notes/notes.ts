import type { Note } from "../../segments/note.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { OpenedCapture } from "../opened-capture.ts";

/** What a person wrote of the connections of the open capture. */
export interface NoteBook {
  /** By connection; what is not in it is as the capture or the link tells it. */
  readonly written: ReadonlyMap<number, readonly Note[]>;
  /** What was written before each change, the last one at the end. */
  readonly before: readonly ReadonlyMap<number, readonly Note[]>[];
}

/** The part of the store that is about notes. */
export interface NotesPart {
  readonly noteBook: NoteBook;
  readonly keepNotes: (noteBook: NoteBook) => void;
}

export const EMPTY_NOTE_BOOK: NoteBook = { written: new Map(), before: [] };

/** Notes by the comments of a capture, made once for each. */
const ofComments = new WeakMap<ReadonlyMap<number, string>, readonly Note[]>();
const NONE: readonly Note[] = [];

/**
 * The notes of a connection: as they were written, or else those of the link, or else the comments of the capture.
 * The same object as long as they are the same.
 */
export function notesOf(
  { noteBook }: Pick<NotesPart, "noteBook">,
  capture: Pick<OpenedCapture, "link"> | null,
  { connection, segments }: Pick<ConnectionAnalysis, "connection" | "segments">,
): readonly Note[] {
  const told = noteBook.written.get(connection.id) ?? capture?.link?.notes;
  if (told !== undefined) return told;
  const { comments } = segments;
  if (comments.size === 0) return NONE;
  const known =
    ofComments.get(comments) ??
    [...comments].map(([row, text]): Note => ({
      at: { kind: "segment", position: row + 1 },
      text,
      question: null,
    }));
  ofComments.set(comments, known);
  return known;
}
