import type { NamedReason, SkipReason, WarningCode } from "../../capture/reading-codes.ts";
import { isPrivateLinkType, linkTypeName } from "./link-type-names.ts";

const OF_LINK_TYPE = "link-type-";

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
    isNamed(reason, reasons) ? reasons[reason] : ofLinkType(linkTypeName(reason.slice(OF_LINK_TYPE.length)));

function isNamed(reason: SkipReason, reasons: Readonly<Record<NamedReason, string>>): reason is NamedReason {
  return reason in reasons;
}

/** Whether records are of a link type that is not read. @param values counts by {@link SkipReason} */
export function hasUnreadLink(values: Values): boolean {
  return unreadLinks(values).length > 0;
}

/** Whether only who wrote the file knows what its records hold. */
export function hasPrivateLink(values: Values): boolean {
  return unreadLinks(values).some(isPrivateLinkType);
}

/** The numbers of the link types that are not read. */
function unreadLinks(values: Values): number[] {
  return Object.keys(values)
    .filter((reason) => reason.startsWith(OF_LINK_TYPE))
    .map((reason) => Number(reason.slice(OF_LINK_TYPE.length)));
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
