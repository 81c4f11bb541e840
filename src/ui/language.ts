import { type Language, LANGUAGES, spokenLanguage } from "../store/language.ts";

const KEY = "synfin.language";

/** The name of each language in that language. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: "English", ko: "한국어", zh: "简体中文" };

const TAGS: Record<Language, string> = { en: "en", ko: "ko", zh: "zh-Hans" };

/** The language chosen on an earlier visit, or else the first one of the browser's that the page has. */
export function preferredLanguage(): Language {
  try {
    const kept = localStorage.getItem(KEY);
    const chosen = LANGUAGES.find((language) => language === kept);
    if (chosen) return chosen;
  } catch {
    // A browser without storage still has a list of languages.
  }
  return spokenLanguage(navigator.languages);
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Private windows may forbid storage; then the choice lasts as long as the page.
  }
}

/** Sets the language of the document: fonts, hyphenation and screen readers depend on it. */
export function markLanguage(language: Language): void {
  document.documentElement.lang = TAGS[language];
}
