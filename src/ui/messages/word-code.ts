/** The figures of a refusal or warning. */
export type Values = Readonly<Record<string, string | number>>;

/** What a code says: words, or words around its figures. */
export type Sentence = string | ((values: Values) => string);

/** How a language words a warning; a code without its own sentence is shown as it is. */
export const warningsIn =
  (sentences: Readonly<Record<string, Sentence>>) =>
  ({ code, values = {} }: { readonly code: string; readonly values?: Values }): string => {
    const sentence = sentences[code];
    if (sentence === undefined) return code;
    return typeof sentence === "string" ? sentence : sentence(values);
  };

/** How a language words a reason for skipping a record; one without its own words is shown as it is. */
export const skippedIn =
  (reasons: Readonly<Record<string, string>>, ofLinkType: (number: string) => string) =>
  (reason: string): string => {
    const linkType = /^link-type-(\d+)$/.exec(reason)?.[1];
    return linkType === undefined ? (reasons[reason] ?? reason.replaceAll("-", " ")) : ofLinkType(linkType);
  };

/** The counts beside `records` in a refusal, each in a language's words, the most frequent first. */
export function countsIn(values: Values, word: (reason: string, count: string | number) => string): string[] {
  return Object.entries(values)
    .filter(([reason]) => reason !== "records")
    .toSorted(([, a], [, b]) => Number(b) - Number(a))
    .map(([reason, count]) => word(reason, count));
}
