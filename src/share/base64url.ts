import { RefusedLink } from "./link-refusal.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const CODES = new Map(Array.from(ALPHABET, (character, code) => [character, code]));

/** RFC 4648 section 5, without padding. */
export function toBase64url(octets: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < octets.length; at += 3) {
    const count = Math.min(3, octets.length - at);
    const bits = (octets[at] << 16) | (octets[at + 1] << 8) | octets[at + 2];
    for (let i = 0; i <= count; i++) parts.push(ALPHABET.charAt((bits >>> (18 - 6 * i)) & 63));
  }
  return parts.join("");
}

/**
 * Strict: no other characters, no left-over bits that are not 0. Throws {@link RefusedLink}.
 * @param offset place of the first character in the fragment, for the refusal
 */
export function fromBase64url(text: string, offset: number): Uint8Array<ArrayBuffer> {
  const octets = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let count = 0;
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const code = CODES.get(text.charAt(i));
    if (code === undefined) throw new RefusedLink({ code: "bad-character", at: offset + i });
    bits = ((bits << 6) | code) & 0x3fff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    octets[at++] = bits >>> count;
  }
  const isWhole = text.length % 4 !== 1 && (bits & ((1 << count) - 1)) === 0;
  if (!isWhole) throw new RefusedLink({ code: "cut" });
  return octets;
}
