import { PREFIX } from "./envelope.ts";
import { linkOfBody } from "./link-body.ts";
import type { SharedConnection } from "./shared-connection.ts";
import { fitsLink } from "./version-1/fits-link.ts";
import { writeConnection } from "./version-1/write-connection.ts";

/**
 * The connection as a URL fragment, without `#`: docs/link-format.md. It keeps everything: take out before what the
 * link must not hold (`anonymise.ts`, `reduce.ts`). Null if the connection is larger than any link may be.
 */
export async function encodeLink(shared: SharedConnection): Promise<string | null> {
  if (!fitsLink(shared)) return null;
  return await linkOfBody(PREFIX, writeConnection(shared));
}
