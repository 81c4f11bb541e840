import { OctetWriter } from "../octet-writer.ts";
import type { SharedConnection } from "../shared-connection.ts";
import { writeConnection } from "../version-1/write-connection.ts";
import { writeNotes } from "./write-notes.ts";
import { writeWitnesses } from "./write-witnesses.ts";

/** Writes the body of a link of version 2: that of version 1 and its length, then the sections (docs/link-format.md). */
export function writeWithSections(shared: SharedConnection): Uint8Array {
  const writer = new OctetWriter();
  const body = writeConnection(shared);
  writer.varint(body.length);
  writer.all(body);
  const { witnesses, notes } = shared;
  if (witnesses !== null) {
    writeSection(writer, "witnesses", (section) => writeWitnesses(section, witnesses, shared));
  }
  if (notes.length > 0) writeSection(writer, "notes", (section) => writeNotes(section, notes));
  return writer.written();
}

function writeSection(writer: OctetWriter, name: string, write: (section: OctetWriter) => void): void {
  const section = new OctetWriter();
  write(section);
  writer.text(name);
  writer.varint(section.length);
  writer.all(section.written());
}
