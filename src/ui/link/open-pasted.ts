import { linkIn } from "../../store/link-text.ts";
import type { SynfinState } from "../../store/synfin-state.ts";
import type { Messages } from "../messages/en.ts";

/** Opens text that was pasted or dropped: the lines of a capture, or a Synfin link alone. */
export function openPasted(
  { openText, openLink }: Pick<SynfinState, "openText" | "openLink">,
  { app }: Messages,
  text: string,
): void {
  const fragment = linkIn(text);
  if (fragment === null) openText(app.pastedText, text);
  else openLink(app.sharedConnection, fragment);
}

/**
 * Whether text may hold a capture or a link. A line of a capture has figures, and something between its two ends or
 * fields; a word, an address or a sentence of the page, pasted or dropped by mistake, has not.
 */
export function mayBeCapture(text: string): boolean {
  const isOneLine = !text.trim().includes("\n");
  return linkIn(text) !== null || !isOneLine || (/\d/u.test(text) && /[>,\t]/u.test(text));
}
