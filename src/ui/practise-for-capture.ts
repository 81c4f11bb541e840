import { phaseOf } from "../store/selectors.ts";
import type { SynfinStore } from "../store/synfin-store.ts";

/** Some browsers say whether the person saves data (Save Data API). */
type NavigatorOfSome = Navigator & { readonly connection?: { readonly saveData?: boolean } };

/** What shows on the start page that a capture is coming: the event, and the elements that it counts on. */
const SIGNS = [
  ["dragenter", "*"],
  ["pointerover", ".drop-zone button"],
  ["focusin", ".drop-zone button, .paste-box textarea"],
] as const;

/**
 * Lets the analyser practise, once, when a capture is coming to the start page, so that the first one opens as fast as
 * the second: a person takes longer to let go of a file, or to find it in a dialog. Whoever reads a lesson needs no
 * practice. A failure has no other effect. A person who saves data gets none: it needs parts and examples that may never
 * be asked for.
 */
export function practiseForCapture(store: SynfinStore, practise: () => Promise<void>): void {
  if ((navigator as NavigatorOfSome).connection?.saveData === true) return;
  const listening = new AbortController();
  for (const [sign, where] of SIGNS) {
    const look = ({ target }: Event): void => {
      const isComing = target instanceof Element && target.matches(where);
      if (!isComing || phaseOf(store.getState()) !== "empty") return;
      listening.abort();
      practise().catch(() => {});
    };
    document.addEventListener(sign, look, { signal: listening.signal });
  }
}
