import type { Note } from "../../segments/note.ts";
import type { OctetWriter } from "../octet-writer.ts";
import { NOTE_PLACES, NoteBit } from "./format.ts";

/** Writes the section `notes`. */
export function writeNotes(writer: OctetWriter, notes: readonly Note[]): void {
  writer.varint(notes.length);
  for (const { at, text, question } of notes) {
    const isServers = at.kind === "state" && at.end === 1;
    writer.octet(
      NOTE_PLACES.indexOf(at.kind) |
        (isServers ? NoteBit.Server : 0) |
        (question === null ? 0 : NoteBit.Question),
    );
    if (at.kind !== "connection") writer.varint(at.position);
    writer.text(text);
    if (question === null) continue;
    writer.varint(question.answers.length);
    writer.varint(question.right);
    for (const answer of question.answers) writer.text(answer);
  }
}
