import { checksum } from "./checksum.ts";
import { RefusedLink } from "./link-refusal.ts";

/** The prefix of every link of version 1. */
export const PREFIX = "1.";

/** Longest fragment that is made or read: Chromium opens no address of more than 2,097,152 characters. */
export const LONGEST_LINK = 2_000_000;

const MOST_INFLATED = 1 << 22;
/** The best ratio that an exchange of two hosts deflates to. */
const INFLATION = 64;
const ALWAYS_ALLOWED = 4096;

/** The most octets that this many deflated ones may inflate to. */
export function inflatedLimit(deflated: number): number {
  return Math.min(MOST_INFLATED, ALWAYS_ALLOWED + deflated * INFLATION);
}

/** Compression and checksum. */
const FIRST_OCTETS = 4;

/** What base64url makes a link of. @param compression 0: the content is the body; 1: it is the body, deflated */
export function inEnvelope(compression: 0 | 1, content: Uint8Array): Uint8Array {
  const octets = new Uint8Array(FIRST_OCTETS + content.length);
  octets.set(content, FIRST_OCTETS);
  octets[0] = compression;
  const sum = sumOf(octets);
  octets.set([sum >>> 16, (sum >>> 8) & 0xff, sum & 0xff], 1);
  return octets;
}

/** Takes the content out of its envelope. Throws {@link RefusedLink} if an octet was changed. */
export function outOfEnvelope(octets: Uint8Array): {
  readonly isDeflated: boolean;
  readonly content: Uint8Array;
} {
  if (octets.length <= FIRST_OCTETS) throw new RefusedLink({ code: "cut" });
  const [compression = 0, high = 0, middle = 0, low = 0] = octets;
  const isRight = sumOf(octets) === ((high << 16) | (middle << 8) | low);
  if (!isRight || compression > 1) throw new RefusedLink({ code: "damaged" });
  return { isDeflated: compression === 1, content: octets.subarray(FIRST_OCTETS) };
}

/** The checksum of all octets but its own. */
function sumOf(octets: Uint8Array): number {
  const summed = new Uint8Array(octets.length - FIRST_OCTETS + 1);
  summed.set(octets.subarray(0, 1));
  summed.set(octets.subarray(FIRST_OCTETS), 1);
  return checksum(summed);
}
