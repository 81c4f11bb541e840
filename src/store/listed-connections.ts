import { parseFilter, passesFilter } from "./connection-filter.ts";
import { listConnections, type SortOrder } from "./connection-list.ts";
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
let listed: { key: readonly unknown[]; connections: readonly ConnectionSummary[] } = {
  key: [],
  connections: NONE,
};

/** The list as filtered and sorted; the same array as long as nothing of it changed. */
export function listedConnectionsOf(state: ListChoice): readonly ConnectionSummary[] {
  const capture = valueOf(state.capture);
  const all = capture?.connections ?? NONE;
  const key = [all, state.filter, state.order];
  if (key.some((part, i) => part !== listed.key[i])) {
    listed = { key, connections: listConnections(all, filterOf(state.filter, capture), state.order) };
  }
  return listed.connections;
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
