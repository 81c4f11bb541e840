import { type Language, LANGUAGES, spokenLanguage } from "../store/language.ts";

const KEY = "synfin.language";

/** How each language calls itself. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: "English", ko: "한국어", zh: "简体中文" };

const TAGS: Record<Language, string> = { en: "en", ko: "ko", zh: "zh-Hans" };

/** The language chosen on an earlier visit, or else the first of the browser's that the page speaks. */
export function preferredLanguage(): Language {
  try {
    const kept = localStorage.getItem(KEY);
    const chosen = LANGUAGES.find((language) => language === kept);
    if (chosen) return chosen;
  } catch {
    // A browser that keeps nothing still has languages of its own.
  }
  return spokenLanguage(navigator.languages);
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Private windows may forbid it; then the language lasts as long as the page.
  }
}

/** Says which language the page is in: fonts, hyphens and screen readers go by it. */
export function markLanguage(language: Language): void {
  document.documentElement.lang = TAGS[language];
}
