import type { Note } from "../../segments/note.ts";

/** The sentence, and below it the answers it offers: `A … B …`. */
export function noteLines({ text, question }: Pick<Note, "text" | "question">): readonly string[] {
  const answers = question?.answers.map((answer, index) => `${"ABCDEF".charAt(index)} ${answer}`) ?? [];
  return answers.length === 0 ? [text] : [text, answers.join("   ")];
}
