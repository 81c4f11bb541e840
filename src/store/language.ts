/** The languages of the interface. `zh` is simplified Chinese. */
export const LANGUAGES = ["en", "ko", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of the page for a BCP 47 tag: zh for `zh-Hans` and `zh-CN`, en for `en-GB`; null if there is none. */
export function spokenAs(tag: string): Language | null {
  const [primary] = tag.toLowerCase().split("-");
  return LANGUAGES.find((spoken) => spoken === primary) ?? null;
}

/** The first of the preferred languages (BCP 47 tags, the best first) that the page has; otherwise English. */
export function spokenLanguage(wished: readonly string[]): Language {
  return wished.map(spokenAs).find((language) => language !== null) ?? "en";
}
