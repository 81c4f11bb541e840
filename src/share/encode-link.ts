import { toBase64url } from "./base64url.ts";
import { deflate } from "./deflate.ts";
import { inEnvelope, inflatedLimit, LONGEST_LINK, PREFIX } from "./envelope.ts";
import type { SharedConnection } from "./shared-connection.ts";
import { fitsLink } from "./version-1/fits-link.ts";
import { writeConnection } from "./version-1/write-connection.ts";

/**
 * The connection as a URL fragment, without `#`: docs/link-format.md. It keeps everything: take out before what the
 * link must not hold (`anonymise.ts`, `reduce.ts`). Null if the connection is larger than any link may be.
 */
export async function encodeLink(shared: SharedConnection): Promise<string | null> {
  if (!fitsLink(shared)) return null;
  const body = writeConnection(shared);
  const deflated = await deflate(body);
  const isShorter =
    deflated !== null && deflated.length < body.length && body.length <= inflatedLimit(deflated.length);
  const fragment = PREFIX + toBase64url(isShorter ? inEnvelope(1, deflated) : inEnvelope(0, body));
  return fragment.length > LONGEST_LINK ? null : fragment;
}
