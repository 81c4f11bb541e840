import { contradiction } from "../link-refusal.ts";
import { OctetReader } from "../octet-reader.ts";
import type { SharedConnection } from "../shared-connection.ts";
import { readConnection } from "../version-1/read-connection.ts";
import { LONGEST_SECTION_NAME, MOST_SECTIONS, SECTION_NAME } from "./format.ts";
import { readNotes } from "./read-notes.ts";
import { readWitnesses } from "./read-witnesses.ts";

/** Reads the body of a link of version 2 (docs/link-format.md). A section that is not known is named, and the rest is read.
 * Throws `RefusedLink` for what cannot be. */
export function readWithSections(reader: OctetReader): SharedConnection {
  const connection = readConnection(new OctetReader(reader.take(reader.varint())));
  const { segments } = connection;
  const names = new Set<string>();
  const unread: string[] = [];
  let { witnesses, notes } = connection;
  while (reader.left > 0) {
    const name = reader.text(LONGEST_SECTION_NAME);
    const section = new OctetReader(reader.take(reader.varint()));
    if (names.has(name) || names.size === MOST_SECTIONS || !SECTION_NAME.test(name))
      throw contradiction("sections");
    names.add(name);
    if (name === "witnesses") witnesses = readWitnesses(section, connection);
    else if (name === "notes") notes = readNotes(section, segments.length);
    else {
      unread.push(name);
      continue;
    }
    if (section.left > 0) throw contradiction("sections");
  }
  return { ...connection, witnesses, notes, unread };
}
