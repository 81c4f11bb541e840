import type { SynfinStore } from "../../store/synfin-store.ts";

const asked = new WeakSet<SynfinStore>();

/**
 * Lets the browser ask before a reload, or closing the tab, would lose a file that is open: nothing of it is stored, so
 * that it would have to be chosen again. Called again for the same store, it does nothing.
 */
export function askBeforeLeaving(
  store: SynfinStore,
  page: Pick<Window, "addEventListener" | "removeEventListener"> = window,
): void {
  if (asked.has(store)) return;
  asked.add(store);
  const ask = (event: Event): void => event.preventDefault();
  let isAsking = false;
  const follow = (): void => {
    const { capture, lastOpened } = store.getState();
    const wouldLose = capture.kind === "ready" && lastOpened?.source.kind === "file";
    if (wouldLose === isAsking) return;
    isAsking = wouldLose;
    // A page that listens is kept out of the browser's cache of pages, so it listens only as long as it must.
    if (wouldLose) page.addEventListener("beforeunload", ask);
    else page.removeEventListener("beforeunload", ask);
  };
  follow();
  store.subscribe(follow);
}
