import { fail, ok, type Result } from "../base/result.ts";
import { fromBase64url } from "./base64url.ts";
import { checkRoles } from "./check-roles.ts";
import { inflate } from "./deflate.ts";
import { inflatedLimit, LONGEST_LINK, outOfEnvelope } from "./envelope.ts";
import { type LinkRefusal, RefusedLink } from "./link-refusal.ts";
import { OctetReader } from "./octet-reader.ts";
import type { SharedConnection } from "./shared-connection.ts";
import { readConnection } from "./version-1/read-connection.ts";

const VERSION = /^(?<version>[1-9]\d{0,5})\./u;

/**
 * Reads a URL fragment without `#`. It ignores what follows `&`, which is the view. It never throws on input: a link
 * with any fault is refused as a whole.
 */
export async function decodeLink(fragment: string): Promise<Result<SharedConnection, LinkRefusal>> {
  try {
    return ok(await decode(fragment));
  } catch (error) {
    if (error instanceof RefusedLink) return fail(error.refusal);
    throw error;
  }
}

async function decode(fragment: string): Promise<SharedConnection> {
  if (fragment.length > LONGEST_LINK) throw new RefusedLink({ code: "too-long", length: fragment.length });
  const prefix = VERSION.exec(fragment);
  if (prefix === null) throw new RefusedLink({ code: "not-a-link" });
  const version = Number(prefix.groups?.["version"]);
  // Each version keeps its decoder forever: add a new one, never change one.
  if (version !== 1) throw new RefusedLink({ code: "newer-version", version });
  const [{ length: start }] = prefix;
  const end = fragment.indexOf("&");
  const octets = fromBase64url(fragment.slice(start, end < 0 ? undefined : end), start);
  const { isDeflated, content } = outOfEnvelope(octets);
  const body = isDeflated ? await inflate(content, inflatedLimit(content.length)) : content;
  const shared = readConnection(new OctetReader(body));
  checkRoles(shared);
  return shared;
}
