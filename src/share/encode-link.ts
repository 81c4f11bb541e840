import { toBase64url } from "./base64url.ts";
import { deflate } from "./deflate.ts";
import { inEnvelope, inflatedLimit, LONGEST_LINK, PREFIX } from "./envelope.ts";
import type { SharedConnection } from "./shared-connection.ts";
import { fitsLink } from "./version-1/fits-link.ts";
import { writeConnection } from "./version-1/write-connection.ts";

/**
 * The connection as a URL fragment, without `#`: docs/link-format.md. Everything of it is kept; what shall not be in
 * the link is taken out before (see `anonymise.ts` and `reduce.ts`). Null if it is more than any link holds.
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
