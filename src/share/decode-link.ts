import { fail, ok, type Result } from "../base/result.ts";
import { checkRoles } from "./check-roles.ts";
import { bodyOfLink } from "./link-body.ts";
import { type LinkRefusal, RefusedLink } from "./link-refusal.ts";
import { OctetReader } from "./octet-reader.ts";
import type { SharedConnection } from "./shared-connection.ts";
import { readConnection } from "./version-1/read-connection.ts";

/** Each version keeps its reader forever. */
const NEWEST = 2;
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
  const { version, body } = await bodyOfLink(fragment, VERSION, NEWEST);
  const reader = new OctetReader(body);
  const shared =
    version === 1
      ? readConnection(reader)
      : (await import("./version-2/read-sections.ts")).readWithSections(reader);
  checkRoles(shared);
  return shared;
}
