import type { NoteQuestion } from "../../segments/note.ts";

/** How few and how many answers a question has (docs/link-format.md). */
const FEWEST = 2;
const MOST = 6;

/** The question that lines tell, one answer each, of which the right one begins with `*`; null: they tell none. */
export function questionIn(lines: string): NoteQuestion | null {
  const told = lines
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.replace(/^\*/u, "").trim() !== "");
  const right = told.findIndex((line) => line.startsWith("*"));
  if (told.length < FEWEST || told.length > MOST || right < 0) return null;
  return { answers: told.map((line) => line.replace(/^\*/u, "").trim()), right };
}

/** The lines that {@link questionIn} reads. */
export function answersText(question: NoteQuestion | null): string {
  return (
    question?.answers.map((answer, index) => (index === question.right ? `*${answer}` : answer)).join("\n") ??
    ""
  );
}
