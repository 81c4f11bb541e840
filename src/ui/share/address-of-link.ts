import { escapeMarkup } from "../../base/escape-markup.ts";
import type { LinkView } from "../../store/link-text.ts";
import { viewText } from "../../store/link-text.ts";
import { FETCHING_PAGE } from "../link/fetch-capture.ts";

/** Lengths of a whole address that matter to people. */
export const LIMITS = {
  /** The longest address whose QR code can be scanned from a projector. */
  qr: 1000,
  /** Mail and chat programs cut or break longer ones. */
  mail: 2000,
  /** Chromium opens none longer. */
  browser: 2_000_000,
} as const;

/**
 * The address of this page with a link behind it. For a page on a disk, it has only the file's name: its folder is
 * private, and opens nowhere else. Synfin opens such a link when it is pasted.
 * @param page the address of the page, whatever is behind its #
 */
export function addressOfLink(page: string, fragment: string, view: LinkView): string {
  const base = page
    .replace(/#.*$/su, "")
    .replace(FETCHING_PAGE, "")
    .replace(/^file:.*\//su, "");
  return `${base}#${fragment}${viewText(view)}`;
}

/** `[title](address)`; what Markdown would read in a title is escaped. */
export function markdownOf(title: string, address: string): string {
  return `[${title.replace(/[\\[\]*_`<>]/gu, "\\$&")}](${address})`;
}

/** An iframe with the quiet view. */
export function embeddingOf(title: string, address: string): string {
  return `<iframe src="${escapeMarkup(address)}" title="${escapeMarkup(title)}" width="100%" height="560" loading="lazy"></iframe>`;
}
