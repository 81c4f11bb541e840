import type { NamedReason, SkipReason, WarningCode } from "../../capture/reading-codes.ts";

/** The figures of a refusal or warning. */
export type Values = Readonly<Record<string, string | number>>;

/** What a code says: words, or words around its figures. */
export type Sentence = string | ((values: Values) => string);

/** How a language words a warning. */
export const warningsIn =
  (sentences: Readonly<Record<WarningCode, Sentence>>) =>
  ({ code, values = {} }: { readonly code: WarningCode; readonly values?: Values }): string => {
    const sentence = sentences[code];
    return typeof sentence === "string" ? sentence : sentence(values);
  };

/** How a language words a reason for skipping a record. */
export const skippedIn =
  (reasons: Readonly<Record<NamedReason, string>>, ofLinkType: (number: string) => string) =>
  (reason: SkipReason): string =>
    isNamed(reason, reasons) ? reasons[reason] : ofLinkType(reason.slice("link-type-".length));

function isNamed(reason: SkipReason, reasons: Readonly<Record<NamedReason, string>>): reason is NamedReason {
  return reason in reasons;
}

/** Whether records are of a link type that is not read. @param values counts by {@link SkipReason} */
export function hasUnreadLink(values: Values): boolean {
  return Object.keys(values).some((reason) => reason.startsWith("link-type-"));
}

/** The counts beside `records` in a refusal, each in a language's words, the most frequent first. */
export function countsIn(
  values: Values,
  word: (reason: SkipReason, count: string | number) => string,
): string[] {
  return Object.entries(values)
    .filter(([reason]) => reason !== "records")
    .toSorted(([, a], [, b]) => Number(b) - Number(a))
    .map(([reason, count]) => word(reason as SkipReason, count));
}
