import type { SynfinState } from "../store/synfin-state.ts";
import type { SynfinStore } from "../store/synfin-store.ts";
import { type Visit, visitOf } from "../store/visit.ts";

/** Steps through the list less than this apart are one step of the back button; milliseconds. */
const ONE_STEP = 1000;

/** The parts of the browser that are used. */
interface Browser {
  readonly history: Pick<History, "state" | "pushState" | "replaceState">;
  addEventListener(type: "popstate", listener: (event: { readonly state: unknown }) => void): void;
}

/**
 * Lets the back button step back through the captures and connections that were on screen. The browser stores numbers
 * only; their meaning stays in this page's memory, and is lost with it.
 * @param now milliseconds; also separates the numbers of this visit from those before a reload
 */
export function followHistory(store: SynfinStore, browser: Browser, now: () => number = Date.now): void {
  const visits = new Map<number, Visit>();
  let number = now();
  let latest = number;
  let lastStep = Number.NEGATIVE_INFINITY;
  let current: Visit = visitOf(store.getState()) ?? {
    opened: null,
    connection: null,
    position: 0,
    filter: "",
  };
  visits.set(number, current);
  browser.history.replaceState(number, "");

  store.subscribe((state) => {
    const visit = settledVisit(state);
    if (visit === null) return;
    // A run that is edited, and a step or another filter, stay the same visit; going back finds it as it was left.
    if (isSame(visit, current) || (isRun(visit) && isRun(current))) {
      visits.set(number, (current = visit));
      return;
    }
    const isStep = visit.opened !== null && visit.opened.source === current.opened?.source;
    if (isStep && now() - lastStep < ONE_STEP) {
      browser.history.replaceState(number, "");
    } else {
      number = ++latest;
      // Where the address was changed, the browser has made an entry for it already.
      if (typeof browser.history.state === "number") browser.history.pushState(number, "");
      else browser.history.replaceState(number, "");
    }
    lastStep = isStep ? now() : Number.NEGATIVE_INFINITY;
    current = visit;
    visits.set(number, visit);
  });

  browser.addEventListener("popstate", ({ state }) => {
    const visit = typeof state === "number" ? visits.get(state) : undefined;
    if (visit === undefined || typeof state !== "number") return;
    number = state;
    // The store reaches the same visit, and finds nothing new.
    current = visit;
    lastStep = Number.NEGATIVE_INFINITY;
    goBackTo(visit, store.getState());
  });
}

/** null, too, until a connection is selected. */
function settledVisit(state: SynfinState): Visit | null {
  const { capture, selection } = state;
  const isOpening = !selection && capture.kind === "ready" && capture.value.connections.length > 0;
  return isOpening ? null : visitOf(state);
}

function isRun({ opened }: Visit): boolean {
  return opened?.source.kind === "script";
}

function isSame(one: Visit, other: Visit): boolean {
  return one.opened?.source === other.opened?.source && one.connection === other.connection;
}

function goBackTo({ opened, connection, position, filter }: Visit, state: SynfinState): void {
  if (opened === null) state.closeCapture();
  else if (state.capture.kind === "ready" && state.lastOpened?.source === opened.source) {
    // First the connection: another filter is no visit of its own.
    if (connection !== null) state.selectConnection(connection, position);
    state.filterBy(filter);
  } else state.openAgain(opened, connection, { position, filter });
}
