import type { StoreApi } from "zustand/vanilla";
import { parseFilter, passesFilter } from "./connection-filter.ts";
import { listInSteps, type SortOrder } from "./connection-list.ts";
import { allSteps, type Steps, takeTurns } from "./in-steps.ts";
import { type Loadable, valueOf } from "./loadable.ts";
import type { ConnectionSummary, OpenedCapture } from "./opened-capture.ts";
import { captureSpanOf } from "./time-range.ts";

/** The part of the store that decides what the list shows. */
export interface ListChoice {
  readonly capture: Loadable<OpenedCapture, unknown, unknown>;
  readonly filter: string;
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

/**
 * The list as filtered and sorted; the same array as long as nothing of it changed. Of very many connections, it stays
 * the list before until {@link followListing} has made the new one.
 */
export function listedConnectionsOf(state: ListChoice): readonly ConnectionSummary[] {
  const key = keyOf(state);
  const [all] = key;
  if (isSame(key, listed.key)) return listed.connections;
  if (all.length > FEW && !isWhole(state)) return all === listed.key[0] ? listed.connections : all;
  listed = { key, connections: allSteps(stepsOf(state)) };
  return listed.connections;
}

/** Makes long lists in turns, so that the page never waits for them, and tells the store when one is there. */
export function followListing(store: StoreApi<ListChoice>): void {
  let wanted: readonly unknown[] = [];
  store.subscribe((state) => {
    const key = keyOf(state);
    if (isSame(key, wanted)) return;
    wanted = key;
    if (key[0].length <= FEW || isWhole(state) || isSame(key, listed.key)) return;
    void make(state, key);
  });

  async function make(choice: ListChoice, key: readonly unknown[]): Promise<void> {
    const connections = await takeTurns(stepsOf(choice), () => wanted !== key);
    if (connections === null) return;
    listed = { key, connections };
    store.setState({});
  }
}

function stepsOf({ capture, filter, order }: ListChoice): Steps<readonly ConnectionSummary[]> {
  const opened = valueOf(capture);
  return listInSteps(opened?.connections ?? NONE, filterOf(filter, opened), order);
}

function keyOf({
  capture,
  filter,
  order,
}: ListChoice): readonly [readonly ConnectionSummary[], ...(readonly unknown[])] {
  return [valueOf(capture)?.connections ?? NONE, filter, order.column, order.isDescending];
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((part, i) => part === other[i]);
}

/** Nothing is filtered and the order is that of the capture. */
function isWhole({ filter, order }: ListChoice): boolean {
  return filter.trim() === "" && order.column === "start" && !order.isDescending;
}

function filterOf(text: string, capture: OpenedCapture | null): ((one: ConnectionSummary) => boolean) | null {
  const terms = parseFilter(text);
  if (terms.length === 0 || capture === null) return null;
  const ground = {
    hostNames: capture.hostNames,
    captureStart: captureSpanOf(capture.connections)?.start ?? Number.NaN,
  };
  return (connection) => passesFilter(connection, terms, ground);
}
