import { phaseOf } from "../store/selectors.ts";
import type { SynfinStore } from "../store/synfin-store.ts";

/** Who has a file at hand drops it before; everybody else still looks for theirs. */
const QUIET_MILLISECONDS = 1000;

/**
 * Lets the analyser practise once the page has shown its start for a second, so that the first capture opens as fast as
 * the second. Whether it succeeds changes nothing but that.
 */
export function practiseWhileIdle(store: SynfinStore, practise: () => Promise<void>): void {
  setTimeout(() => {
    if (phaseOf(store.getState()) === "empty" && !document.hidden) practise().catch(() => {});
  }, QUIET_MILLISECONDS);
}
