import type { StoreApi } from "zustand/vanilla";
import type { FilterWords } from "./filter-language.ts";
import { allSteps, type Steps, takeTurns } from "./in-steps.ts";
import { type Loadable, valueOf } from "./loadable.ts";
import type { ConnectionLines, OpenedCapture } from "./opened-capture.ts";
import type { SortOrder } from "./sort-order.ts";

/** The part of the store that decides what the list shows. */
export interface ListChoice {
  readonly capture: Loadable<OpenedCapture, unknown, unknown>;
  readonly filter: string;
  readonly filterWords: FilterWords | null;
  readonly order: SortOrder;
  /** Another one for each capture that is opened; the same while more of its connections are judged. */
  readonly lastOpened: object | null;
}

const NONE: ConnectionLines = [];
/** Up to here a list is made at once. */
const FEW = 20_000;

interface Listed {
  /** What the list was made from. */
  readonly key: readonly unknown[];
  readonly lastOpened: object | null;
  readonly connections: ConnectionLines;
}

const NOTHING_LISTED: Listed = { key: [], lastOpened: null, connections: NONE };
let listed = NOTHING_LISTED;

/** What filters and sorts; loaded when it is first asked for. */
let listSteps: ((choice: ListChoice) => Steps<ConnectionLines>) | null = null;

/**
 * The list as filtered and sorted; the same lines as long as nothing of it changed. Of very many connections, and of
 * the first that are filtered or sorted, it stays the list before until {@link followListing} has made the new one.
 */
export function listedConnectionsOf(state: ListChoice): ConnectionLines {
  const key = keyOf(state);
  const [all] = key;
  const { lastOpened } = state;
  if (isSame(key, listed.key)) return listed.connections;
  if (isWhole(state)) listed = { key, lastOpened, connections: all };
  else if (all.length <= FEW && listSteps)
    listed = { key, lastOpened, connections: allSteps(listSteps(state)) };
  else return listed.lastOpened === lastOpened ? listed.connections : all;
  return listed.connections;
}

/**
 * Makes long lists in turns, so that the page never waits for them, and tells the store when one is there. While more of
 * a capture is judged, the list that is being made is made to its end before the next one is begun.
 */
export function followListing(store: StoreApi<ListChoice>): void {
  let wanted: readonly unknown[] = [];
  let making: { readonly key: readonly unknown[]; readonly lastOpened: object | null } | null = null;
  store.subscribe((state) => {
    const key = keyOf(state);
    if (isSame(key, wanted)) return;
    wanted = key;
    // Nothing of a capture that was closed is kept.
    if (key[0] === NONE) listed = NOTHING_LISTED;
    const isThere = isWhole(state) || isSame(key, listed.key) || (key[0].length <= FEW && listSteps !== null);
    if (isThere) making = null;
    else if (making === null || making.lastOpened !== state.lastOpened || !isSameWish(making.key, key))
      void make(state, key);
  });

  async function make(choice: ListChoice, key: readonly unknown[]): Promise<void> {
    const { lastOpened } = choice;
    const own = { key, lastOpened };
    making = own;
    const steps = await stepsOf(choice);
    const connections = steps && (await takeTurns(steps, () => making !== own));
    if (making !== own) return;
    making = null;
    if (connections === null) {
      // Asked for once more, it is tried once more.
      wanted = [];
      return;
    }
    listed = { key, lastOpened, connections };
    if (key !== wanted) void make(store.getState(), wanted);
    store.setState({});
  }
}

/** Loads what filters and sorts. Rejects where it cannot be loaded; `LostParts` tells the person. */
export async function prepareListing(): Promise<void> {
  ({ listSteps } = await import("./make-list.ts"));
}

async function stepsOf(choice: ListChoice): Promise<Steps<ConnectionLines> | null> {
  await prepareListing().catch(() => undefined);
  return listSteps && listSteps(choice);
}

function keyOf({
  capture,
  filter,
  filterWords,
  order,
}: ListChoice): readonly [ConnectionLines, ...(readonly unknown[])] {
  return [valueOf(capture)?.connections ?? NONE, filter, filterWords, order.column, order.isDescending];
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((part, i) => part === other[i]);
}

/** The same is filtered and sorted in the same way, whatever is known of the connections. */
function isSameWish([, ...one]: readonly unknown[], [, ...other]: readonly unknown[]): boolean {
  return isSame(one, other);
}

/** Nothing is filtered and the order is that of the capture. */
function isWhole({ filter, order }: ListChoice): boolean {
  return filter.trim() === "" && order.column === "start" && !order.isDescending;
}
