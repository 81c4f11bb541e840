/** The languages of the interface. `zh` is simplified Chinese. */
export const LANGUAGES = ["en", "ko", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of the page for a BCP 47 tag: `zh-Hans` and `zh-CN` are spoken as zh, `en-GB` as en; null if none is. */
export function spokenAs(tag: string): Language | null {
  const [primary] = tag.toLowerCase().split("-");
  return LANGUAGES.find((spoken) => spoken === primary) ?? null;
}

/** The first of the wished languages (BCP 47 tags, the best first) that the page speaks; English if none is. */
export function spokenLanguage(wished: readonly string[]): Language {
  return wished.map(spokenAs).find((language) => language !== null) ?? "en";
}
