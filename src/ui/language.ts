import { type Language, LANGUAGES, spokenLanguage } from "../store/language.ts";
import { remembered } from "./remember.ts";

/** The name of each language in that language. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: "English", ko: "한국어", zh: "简体中文" };

const TAGS: Record<Language, string> = { en: "en", ko: "ko", zh: "zh-Hans" };

/** The language chosen on an earlier visit, or else the first one of the browser's that the page has. */
export function preferredLanguage(): Language {
  const kept = remembered("language");
  return LANGUAGES.find((language) => language === kept) ?? spokenLanguage(navigator.languages);
}

/** Sets the language of the document: fonts, hyphenation and screen readers depend on it. */
export function markLanguage(language: Language): void {
  document.documentElement.lang = TAGS[language];
}
