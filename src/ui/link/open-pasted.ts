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
