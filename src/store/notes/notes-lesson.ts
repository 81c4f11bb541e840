import type { Note } from "../../segments/note.ts";
import type { Lesson, LessonStep } from "../tour/lesson.ts";
import { inOrder, positionOf } from "./arrange-notes.ts";

/**
 * The tour through a connection that its notes are: one note a step. A note that asks hides what follows it; the
 * answer shows the next segment.
 * @param length segments of the connection
 */
export function lessonOfNotes(notes: readonly Note[], connection: number, length: number): Lesson {
  return { steps: inOrder(notes).map((note) => stepOf(note, connection, length)) };
}

function stepOf(note: Note, connection: number, length: number): LessonStep {
  const { text, question } = note;
  const position = Math.min(positionOf(note), length);
  if (question === null) return { connection, position, note: [{ text, isFact: false }], question: null };
  return {
    connection,
    position: Math.min(position + 1, length),
    note: [],
    question: { kind: "choice", ask: text, options: question.answers, right: question.right },
  };
}
