import { unreachable } from "../base/assert.ts";
import type { LinkRefusal } from "./link-refusal.ts";

/** One English sentence without a full stop: why the link is refused, and what to do. */
export function describeLinkRefusal(refusal: LinkRefusal): string {
  switch (refusal.code) {
    case "not-a-link":
      return "this is no Synfin link: its part behind # begins with a version, as in #1.AAAA";
    case "newer-version":
      return `this link has version ${refusal.version} of its format, which this Synfin does not know: use a newer Synfin`;
    case "too-long":
      return `a link of ${refusal.length} characters is longer than any that Synfin makes`;
    case "bad-character":
      return `character ${refusal.at + 1} of the link cannot stand there: copy the link again, the whole of it`;
    case "cut":
      return "the end of the link is missing: copy the link again, the whole of it";
    case "damaged":
      return "the link was changed on its way: its checksum is wrong, so nothing of it is shown; copy it again";
    case "cannot-inflate":
      return "the link is compressed, which cannot be undone here: use a newer browser";
    case "too-large":
      return "the link claims more than any link may hold: nothing of it is shown";
    case "contradiction":
      return `the link contradicts itself (${refusal.about}): nothing of it is shown`;
    default:
      return unreachable(refusal);
  }
}
