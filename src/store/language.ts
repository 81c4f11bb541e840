/** The languages of the interface. `zh` is simplified Chinese. */
export const LANGUAGES = ["en", "ko", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Whether the page speaks the language, as a link names it. */
export function isSpoken(language: string): language is Language {
  return LANGUAGES.some((spoken) => spoken === language);
}

/** The first of the wished languages (BCP 47 tags, the best first) that the page speaks; English if none is. */
export function spokenLanguage(wished: readonly string[]): Language {
  const primary = wished.map((tag) => tag.toLowerCase().split("-")[0]);
  const known = primary.find((tag): tag is Language => LANGUAGES.some((language) => language === tag));
  return known ?? "en";
}
