import { fail, ok, type Result } from "../base/result.ts";
import { PHRASES } from "./lab-1/phrases.ts";
import { bodyOfLink, linkOfBody } from "./link-body.ts";
import { type LinkRefusal, RefusedLink } from "./link-refusal.ts";

const NAME = "lab=";
const VERSION = /^lab=(?<version>[1-9]\d{0,5})\./u;
/** More octets than any script has. */
const LONGEST_SCRIPT = 2 ** 21;
/** Octets of the table of phrases, which a text may not hold itself. */
const RESERVED = new RegExp(
  `[${PHRASES.filter(([octet]) => octet < 0x80)
    .map(([octet]) => `\\x${octet.toString(16).padStart(2, "0")}`)
    .join("")}]`,
  "gu",
);

/** Whether a fragment, without `#`, holds a script of the laboratory. */
export function isLabLink(fragment: string): boolean {
  return fragment.startsWith(NAME);
}

/** The fragment, without `#`, that holds a script; null if the script is longer than a link may be. */
export async function encodeLab(script: string): Promise<string | null> {
  return await linkOfBody(`${NAME}1.`, shortened(script));
}

/**
 * The text of the script in a fragment. What follows `&` is the view. Never throws on input: a link with any fault is
 * refused as a whole. Whether the text is a script is not looked at.
 */
export async function decodeLab(fragment: string): Promise<Result<string, LinkRefusal>> {
  try {
    const { body } = await bodyOfLink(fragment, VERSION, 1);
    return ok(lengthened(body));
  } catch (error) {
    if (error instanceof RefusedLink) return fail(error.refusal);
    throw error;
  }
}

/** The script as UTF-8, with one octet for each phrase that it holds. */
function shortened(script: string): Uint8Array {
  const text = script.replace(RESERVED, " ");
  const octets: number[] = [];
  const utf8 = new TextEncoder();
  let at = 0;
  let plain = 0;
  const takePlain = (until: number): void => {
    for (const octet of utf8.encode(text.slice(plain, until))) octets.push(octet);
  };
  while (at < text.length) {
    const found = longestPhraseAt(text, at);
    if (found === null) at++;
    else {
      takePlain(at);
      octets.push(found[0]);
      at += found[1].length;
      plain = at;
    }
  }
  takePlain(at);
  return Uint8Array.from(octets);
}

function longestPhraseAt(text: string, at: number): (typeof PHRASES)[number] | null {
  let longest: (typeof PHRASES)[number] | null = null;
  for (const each of PHRASES) {
    if (text.startsWith(each[1], at) && each[1].length > (longest?.[1].length ?? 0)) longest = each;
  }
  return longest;
}

/** The reverse. */
function lengthened(body: Uint8Array): string {
  const phrases = new Map(PHRASES);
  const utf8 = new TextEncoder();
  const octets: number[] = [];
  for (const octet of body) {
    const phrase = phrases.get(octet);
    if (phrase === undefined) octets.push(octet);
    else for (const letter of utf8.encode(phrase)) octets.push(letter);
    if (octets.length > LONGEST_SCRIPT) throw new RefusedLink({ code: "too-large" });
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(octets));
  } catch {
    throw new RefusedLink({ code: "damaged" });
  }
}
