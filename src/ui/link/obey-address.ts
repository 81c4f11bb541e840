import { courseIn } from "../../store/course/read-course.ts";
import type { SynfinStore } from "../../store/synfin-store.ts";
import { IS_SINGLE_FILE } from "../single-file.ts";
import { addressAskedFor, FETCHING_PAGE } from "./fetch-capture.ts";
import { followAddress } from "./follow-address.ts";
import { fullPageOf } from "./full-page.ts";

/**
 * Does what the part of the address behind `#` asks for, now and whenever it changes: opens links and examples, keeps
 * quiet in a frame, and asks whether to fetch a capture from elsewhere.
 * @returns a function that ends it
 */
export function obeyAddress(
  store: SynfinStore,
  examples: readonly string[],
  linkName: () => string,
  ask: (address: URL) => void,
  tellFullPage: (address: string | null) => void,
): () => void {
  const keepQuiet = (): void => {
    const fullPage = fullPageOf(window.location.href);
    document.documentElement.toggleAttribute("data-embedded", fullPage !== null);
    tellFullPage(fullPage);
  };
  keepQuiet();
  window.addEventListener("hashchange", keepQuiet);
  const leave = followAddress(store, window, {
    linkName,
    openExample: (wanted, view) => store.getState().openExample(wanted, view),
    openCourse: (fragment, view) => {
      const course = courseIn(fragment, examples, linkName());
      if (course !== null) store.getState().giveLesson(course, view);
      return course !== null;
    },
    askForCapture: (fragment) => {
      const asked = addressAskedFor(fragment);
      if (asked === null || IS_SINGLE_FILE) return false;
      if (import.meta.env.DEV || window.location.pathname.endsWith(FETCHING_PAGE)) ask(asked);
      else window.location.replace(new URL(`${FETCHING_PAGE}${window.location.hash}`, window.location.href));
      return true;
    },
  });
  return () => {
    window.removeEventListener("hashchange", keepQuiet);
    leave();
  };
}
