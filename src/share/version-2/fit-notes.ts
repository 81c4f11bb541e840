import {
  MOST_NOTE_CHARACTERS,
  type Note,
  noteCharacters,
  type NotePlace,
  type NoteQuestion,
} from "../../segments/note.ts";
import { FEWEST_ANSWERS, MOST_ANSWERS, MOST_NOTES } from "./format.ts";

/** Whether a reader accepts the notes. @param length segments of the connection */
export function fitNotes(notes: readonly Note[], length: number): boolean {
  return (
    notes.length <= MOST_NOTES &&
    noteCharacters(notes) <= MOST_NOTE_CHARACTERS &&
    notes.every(({ at, text, question }) => isPlace(at, length) && text !== "" && isQuestion(question))
  );
}

function isPlace(at: NotePlace, length: number): boolean {
  if (at.kind === "connection") return true;
  return at.position >= (at.kind === "state" ? 0 : 1) && at.position <= length;
}

function isQuestion(question: NoteQuestion | null): boolean {
  if (question === null) return true;
  const { answers, right } = question;
  return (
    answers.length >= FEWEST_ANSWERS &&
    answers.length <= MOST_ANSWERS &&
    right < answers.length &&
    answers.every((answer) => answer !== "")
  );
}
