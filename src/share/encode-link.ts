import { PREFIX } from "./envelope.ts";
import { linkOfBody } from "./link-body.ts";
import type { SharedConnection } from "./shared-connection.ts";
import { fitsLink } from "./version-1/fits-link.ts";
import { writeConnection } from "./version-1/write-connection.ts";
import { fitNotes } from "./version-2/fit-notes.ts";
import { PREFIX as PREFIX_2 } from "./version-2/format.ts";

/**
 * The connection as a URL fragment, without `#`: docs/link-format.md, version 1 unless it holds what only version 2 can
 * tell. It keeps everything: take out before what the
 * link must not hold (`anonymise.ts`, `reduce.ts`). Null if the connection is larger than any link may be.
 */
export async function encodeLink(shared: SharedConnection): Promise<string | null> {
  if (!fitsLink(shared) || !fitNotes(shared.notes, shared.segments.length)) return null;
  if (shared.witnesses !== null || shared.notes.length > 0) {
    const { writeWithSections } = await import("./version-2/write-sections.ts");
    return await linkOfBody(PREFIX_2, writeWithSections(shared));
  }
  return await linkOfBody(PREFIX, writeConnection(shared));
}
