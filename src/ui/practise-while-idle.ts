import { phaseOf } from "../store/selectors.ts";
import type { SynfinStore } from "../store/synfin-store.ts";

/** A person who has a file at hand drops it before this time; milliseconds. */
const QUIET_MILLISECONDS = 1000;

/**
 * Lets the analyser practise once the start page has stood for a second, so that the first capture opens as fast as
 * the second. A failure has no other effect.
 */
export function practiseWhileIdle(store: SynfinStore, practise: () => Promise<void>): void {
  setTimeout(() => {
    if (phaseOf(store.getState()) === "empty" && !document.hidden) practise().catch(() => {});
  }, QUIET_MILLISECONDS);
}
