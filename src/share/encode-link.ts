import { toBase64url } from "./base64url.ts";
import { checksum } from "./checksum.ts";
import { deflate } from "./deflate.ts";
import { inflatedLimit, LONGEST_LINK, PREFIX } from "./envelope.ts";
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
  const isShorter = deflated.length < body.length && body.length <= inflatedLimit(deflated.length);
  const content = isShorter ? deflated : body;
  const sum = checksum(body);
  const octets = new Uint8Array(content.length + 4);
  octets.set([isShorter ? 1 : 0, sum >>> 16, (sum >>> 8) & 0xff, sum & 0xff]);
  octets.set(content, 4);
  const fragment = PREFIX + toBase64url(octets);
  return fragment.length > LONGEST_LINK ? null : fragment;
}
