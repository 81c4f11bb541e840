import type { Claim } from "./tour.ts";

/** A part of a note: plain words, or the words of a claim. */
export interface NotePart {
  readonly text: string;
  /** The claim that the text words; null for plain words. */
  readonly claim: Claim | null;
}

/**
 * Cuts a note into words and claims: `{client}` becomes what the step's claim `client` says. Numbers are relative.
 * Throws on an unknown name, a fault of the lesson that a test finds.
 * @param second what stands behind a number of seconds
 */
export function fillNote(
  note: string,
  claims: Readonly<Record<string, Claim>> = {},
  second = " s",
): NotePart[] {
  return note
    .split(/\{(\w+)\}/u)
    .map((text, index) => (index % 2 === 0 ? { text, claim: null } : readOut(text, claims, second)))
    .filter(({ text }) => text !== "");
}

function readOut(name: string, claims: Readonly<Record<string, Claim>>, second: string): NotePart {
  const claim = claims[name];
  const text = claim === undefined ? null : wordOf(claim, second);
  if (claim === undefined || text === null) throw new Error(`no claim to quote for {${name}}`);
  return { text, claim };
}

/** null: a claim that cannot be quoted. */
function wordOf(claim: Claim, second: string): string | null {
  switch (claim.kind) {
    case "state":
      return claim.state;
    case "sequence":
    case "acknowledgment":
    case "payload":
    case "window":
    case "copy":
      return String(claim.value);
    case "interval":
      return `${claim.seconds}${second}`;
    default:
      return null;
  }
}
