/** Why a link is refused. A closed union: a refused link shows nothing at all, and this says why. */
export type LinkRefusal =
  /** The fragment is no Synfin link. */
  | { readonly code: "not-a-link" }
  /** Made by a newer Synfin. */
  | { readonly code: "newer-version"; readonly version: number }
  /** Longer than any link that Synfin makes. */
  | { readonly code: "too-long"; readonly length: number }
  /** A character that no link contains, at this 0-based place of the fragment. */
  | { readonly code: "bad-character"; readonly at: number }
  /** Some characters at the end are missing. */
  | { readonly code: "cut" }
  /** Characters were changed, lost or added on the way. */
  | { readonly code: "damaged" }
  /** It is deflated, and this browser cannot inflate. */
  | { readonly code: "cannot-inflate" }
  /** It claims more than any link may hold. */
  | { readonly code: "too-large" }
  /** It is undamaged, but contradicts itself. */
  | { readonly code: "contradiction"; readonly about: LinkPart };

/** The part of a link that a refusal names. */
export type LinkPart =
  | "parts"
  | "endpoints"
  | "times"
  | "segments"
  | "options"
  | "errors"
  | "title"
  | "roles"
  | "fold"
  | "sections"
  | "witnesses"
  | "notes";

/** Thrown inside the decoder only; `decodeLink` turns it into a refusal. */
export class RefusedLink extends Error {
  override readonly name = "RefusedLink";
  readonly refusal: LinkRefusal;

  constructor(refusal: LinkRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** A refusal of a link that is undamaged but contradicts itself. */
export function contradiction(about: LinkPart): RefusedLink {
  return new RefusedLink({ code: "contradiction", about });
}
