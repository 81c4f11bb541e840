import { phaseOf } from "../store/selectors.ts";
import type { SynfinStore } from "../store/synfin-store.ts";

/** A person who has a file at hand drops it before this time; milliseconds. */
const QUIET_MILLISECONDS = 1000;

/** Some browsers say whether the person saves data (Save Data API). */
type NavigatorOfSome = Navigator & { readonly connection?: { readonly saveData?: boolean } };

/**
 * Lets the analyser practise once the start page has stood for a second, so that the first capture opens as fast as
 * the second. A failure has no other effect. A person who saves data gets no practice: it needs parts and examples that
 * may never be asked for.
 */
export function practiseWhileIdle(store: SynfinStore, practise: () => Promise<void>): void {
  if ((navigator as NavigatorOfSome).connection?.saveData === true) return;
  setTimeout(() => {
    if (phaseOf(store.getState()) === "empty" && !document.hidden) practise().catch(() => {});
  }, QUIET_MILLISECONDS);
}
