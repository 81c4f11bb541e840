import { link as english } from "../messages/en/files/link.ts";
import { link as korean } from "../messages/ko/files/link.ts";
import { link as chinese } from "../messages/zh/files/link.ts";
import { words } from "../words.ts";

/** A link that is open, and a capture that a link asks for. */
export const linkWords = words({
  link: { en: english, ko: korean, zh: chinese },
});
