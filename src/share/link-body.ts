import { fromBase64url, toBase64url } from "./base64url.ts";
import { deflate, inflate } from "./deflate.ts";
import { inEnvelope, inflatedLimit, LONGEST_LINK, outOfEnvelope } from "./envelope.ts";
import { RefusedLink } from "./link-refusal.ts";

/** A fragment of this prefix that holds the body, deflated where that is shorter; null if it were too long. */
export async function linkOfBody(prefix: string, body: Uint8Array): Promise<string | null> {
  const deflated = await deflate(body);
  const isShorter =
    deflated !== null && deflated.length < body.length && body.length <= inflatedLimit(deflated.length);
  const fragment = prefix + toBase64url(isShorter ? inEnvelope(1, deflated) : inEnvelope(0, body));
  return fragment.length > LONGEST_LINK ? null : fragment;
}

/** The body of a link, and the version of its format. */
export interface VersionedBody {
  readonly version: number;
  readonly body: Uint8Array;
}

/**
 * The body of a fragment; what follows `&` is the view. Throws {@link RefusedLink} for a fragment with any fault.
 * @param prefix matches how such a fragment begins, with the group `version`
 * @param newest the last version that is known
 */
export async function bodyOfLink(fragment: string, prefix: RegExp, newest: number): Promise<VersionedBody> {
  if (fragment.length > LONGEST_LINK) throw new RefusedLink({ code: "too-long", length: fragment.length });
  const found = prefix.exec(fragment);
  if (found === null) throw new RefusedLink({ code: "not-a-link" });
  const version = Number(found.groups?.["version"]);
  // Each version keeps its decoder forever: add a new one, never change one.
  if (version > newest) throw new RefusedLink({ code: "newer-version", version });
  const [{ length: start }] = found;
  const end = fragment.indexOf("&");
  const octets = fromBase64url(fragment.slice(start, end < 0 ? undefined : end), start);
  const { isDeflated, content } = outOfEnvelope(octets);
  return { version, body: isDeflated ? await inflate(content, inflatedLimit(content.length)) : content };
}
