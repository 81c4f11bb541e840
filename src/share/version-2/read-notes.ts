import { MOST_NOTE_CHARACTERS, type Note, type NotePlace, type NoteQuestion } from "../../segments/note.ts";
import { contradiction } from "../link-refusal.ts";
import type { OctetReader } from "../octet-reader.ts";
import { fitNotes } from "./fit-notes.ts";
import { MOST_ANSWERS, MOST_NOTES, NOTE_PLACES, NoteBit, OCTETS_A_CHARACTER } from "./format.ts";

/** Reads what `writeNotes` wrote. Throws a refusal for what no writer writes. @param length segments of the connection */
export function readNotes(reader: OctetReader, length: number): Note[] {
  const notes = Array.from({ length: reader.varint(MOST_NOTES) }, () => readNote(reader, length));
  if (!fitNotes(notes, length)) throw contradiction("notes");
  return notes;
}

function readNote(reader: OctetReader, length: number): Note {
  const bits = reader.octet();
  const kind = NOTE_PLACES[bits & NoteBit.Place];
  const isServers = (bits & NoteBit.Server) !== 0;
  if (kind === undefined || bits >= 2 * NoteBit.Question || (isServers && kind !== "state"))
    throw contradiction("notes");
  const position = kind === "connection" ? 0 : reader.varint(length);
  const at: NotePlace =
    kind === "connection"
      ? { kind }
      : kind === "segment"
        ? { kind, position }
        : { kind, end: isServers ? 1 : 0, position };
  const text = readText(reader);
  return { at, text, question: (bits & NoteBit.Question) === 0 ? null : readQuestion(reader) };
}

function readQuestion(reader: OctetReader): NoteQuestion {
  const count = reader.varint(MOST_ANSWERS);
  const right = reader.varint(MOST_ANSWERS);
  return { answers: Array.from({ length: count }, () => readText(reader)), right };
}

function readText(reader: OctetReader): string {
  return reader.text(MOST_NOTE_CHARACTERS * OCTETS_A_CHARACTER);
}
