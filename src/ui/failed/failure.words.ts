import { wordLinkRefusal as linkInEnglish } from "../messages/en/files/link.ts";
import { wordRefusal as inEnglish } from "../messages/en/files/refusals.ts";
import { wordLinkRefusal as linkInKorean } from "../messages/ko/files/link.ts";
import { wordRefusal as inKorean } from "../messages/ko/files/refusals.ts";
import { wordLinkRefusal as linkInChinese } from "../messages/zh/files/link.ts";
import { wordRefusal as inChinese } from "../messages/zh/files/refusals.ts";
import { words } from "../words.ts";

/** Why a file or a link is refused. The command line says the English ones. */
export const failureWords = words({
  refusal: { en: inEnglish, ko: inKorean, zh: inChinese },
  linkRefusal: { en: linkInEnglish, ko: linkInKorean, zh: linkInChinese },
});
