import { courseAsked } from "../../store/course/read-course.ts";
import { type LinkView, viewIn } from "../../store/link-text.ts";
import type { SynfinStore } from "../../store/synfin-store.ts";

/** The parts of the browser that are used. */
interface Browser {
  readonly location: Pick<Location, "hash" | "pathname" | "search">;
  readonly history: Pick<History, "state" | "replaceState">;
  addEventListener(type: "hashchange", listener: () => void): void;
  removeEventListener(type: "hashchange", listener: () => void): void;
}

/** The requests of an address beside a link. */
interface AddressRequests {
  /** The name of a link without a title. */
  readonly linkName: () => string;
  /** Opens the example with that name, shown as the address asks; false if there is none. */
  readonly openExample: (name: string, view: LinkView) => boolean;
  /** Opens the lesson of the course that `#course=` asks for; false if it asks for none. */
  readonly openCourse: (fragment: string, view: LinkView) => boolean;
  /** Asks whether to fetch what `#url=` names; false if it names no http or https address. */
  readonly askForCapture: (fragment: string) => boolean;
}

const EXAMPLE = /^example=(?<name>[^&]+)/u;

/**
 * Opens what the part of the address behind `#` asks for, at the start and whenever it changes. When something else
 * is opened, it removes that part, so that the address never names what is not on screen.
 * @returns a function that ends it
 */
export function followAddress(store: SynfinStore, browser: Browser, requests: AddressRequests): () => void {
  let asked: string | null = null;
  let wasExampleAsked = false;
  let settled = store.getState().lastOpened;

  /** Steps back and forth are numbered by `followHistory`, which opens what they lead to. */
  function follow(): void {
    if (typeof browser.history.state === "number") asked = browser.location.hash.slice(1) || null;
    else open();
  }

  function open(): void {
    const fragment = browser.location.hash.slice(1);
    const { lastOpened } = store.getState();
    const isOnScreen = lastOpened?.source.kind === "link" && lastOpened.source.fragment === fragment;
    asked = fragment === "" ? null : fragment;
    if (fragment === "" || isOnScreen) return;
    const example = EXAMPLE.exec(fragment)?.groups?.["name"];
    wasExampleAsked = example !== undefined && requests.openExample(decode(example), viewIn(fragment));
    if (wasExampleAsked || requests.openCourse(fragment, viewIn(fragment))) return;
    if (requests.askForCapture(fragment)) return;
    store.getState().openLink(requests.linkName(), fragment);
  }

  open();
  browser.addEventListener("hashchange", follow);

  const unsubscribe = store.subscribe(({ capture, selection, lastOpened, course }) => {
    const isSettled = capture.kind === "empty" || (capture.kind === "ready" && selection !== null);
    if (asked === null || !isSettled || lastOpened === settled) return;
    settled = lastOpened;
    const source = lastOpened?.source;
    const isOfLink = source?.kind === "link" ? source.fragment === asked : wasExampleAsked;
    const lesson = course?.asked === asked ? courseAsked(course) : null;
    const isAsked = isOfLink && lesson === null;
    wasExampleAsked = false;
    if (isAsked) return;
    // All lessons of a course are at its address, which tells the present one: a reload goes on with it.
    if (lesson === null) asked = null;
    const { pathname, search } = browser.location;
    browser.history.replaceState(
      browser.history.state,
      "",
      pathname + search + (lesson === null ? "" : `#${lesson}`),
    );
  });
  return () => {
    browser.removeEventListener("hashchange", follow);
    unsubscribe();
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
