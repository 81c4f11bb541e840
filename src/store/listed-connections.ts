import type { StoreApi } from "zustand/vanilla";
import type { FilterWords } from "./filter-language.ts";
import { allSteps, type Steps, takeTurns } from "./in-steps.ts";
import { type Loadable, valueOf } from "./loadable.ts";
import type { ConnectionSummary, OpenedCapture } from "./opened-capture.ts";
import type { SortOrder } from "./sort-order.ts";

/** The part of the store that decides what the list shows. */
export interface ListChoice {
  readonly capture: Loadable<OpenedCapture, unknown, unknown>;
  readonly filter: string;
  readonly filterWords: FilterWords | null;
  readonly order: SortOrder;
}

const NONE: readonly ConnectionSummary[] = [];
/** Up to here a list is made at once. */
const FEW = 20_000;

interface Listed {
  /** What the list was made from. */
  readonly key: readonly unknown[];
  readonly connections: readonly ConnectionSummary[];
}

let listed: Listed = { key: [], connections: NONE };

/** What filters and sorts; loaded when it is first asked for. */
let listSteps: ((choice: ListChoice) => Steps<readonly ConnectionSummary[]>) | null = null;

/**
 * The list as filtered and sorted; the same array as long as nothing of it changed. Of very many connections, and of
 * the first that are filtered or sorted, it stays the list before until {@link followListing} has made the new one.
 */
export function listedConnectionsOf(state: ListChoice): readonly ConnectionSummary[] {
  const key = keyOf(state);
  const [all] = key;
  if (isSame(key, listed.key)) return listed.connections;
  if (isWhole(state)) listed = { key, connections: all };
  else if (all.length <= FEW && listSteps) listed = { key, connections: allSteps(listSteps(state)) };
  else return all === listed.key[0] ? listed.connections : all;
  return listed.connections;
}

/** Makes long lists in turns, so that the page never waits for them, and tells the store when one is there. */
export function followListing(store: StoreApi<ListChoice>): void {
  let wanted: readonly unknown[] = [];
  store.subscribe((state) => {
    const key = keyOf(state);
    if (isSame(key, wanted)) return;
    wanted = key;
    if (isWhole(state) || isSame(key, listed.key) || (key[0].length <= FEW && listSteps)) return;
    void make(state, key);
  });

  async function make(choice: ListChoice, key: readonly unknown[]): Promise<void> {
    const steps = await stepsOf(choice);
    const connections = steps && (await takeTurns(steps, () => wanted !== key));
    if (connections === null) {
      // Asked for once more, it is tried once more.
      if (wanted === key) wanted = [];
      return;
    }
    listed = { key, connections };
    store.setState({});
  }
}

/** Loads what filters and sorts. Rejects where it cannot be loaded; `LostParts` tells the person. */
export async function prepareListing(): Promise<void> {
  ({ listSteps } = await import("./make-list.ts"));
}

async function stepsOf(choice: ListChoice): Promise<Steps<readonly ConnectionSummary[]> | null> {
  await prepareListing().catch(() => undefined);
  return listSteps && listSteps(choice);
}

function keyOf({
  capture,
  filter,
  filterWords,
  order,
}: ListChoice): readonly [readonly ConnectionSummary[], ...(readonly unknown[])] {
  return [valueOf(capture)?.connections ?? NONE, filter, filterWords, order.column, order.isDescending];
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((part, i) => part === other[i]);
}

/** Nothing is filtered and the order is that of the capture. */
function isWhole({ filter, order }: ListChoice): boolean {
  return filter.trim() === "" && order.column === "start" && !order.isDescending;
}
