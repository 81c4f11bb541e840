import type { Endpoint } from "../segments/endpoint.ts";
import type { FilterWords } from "./filter-language.ts";
import { allSteps, type Steps } from "./in-steps.ts";
import type { ConnectionLines, ConnectionSummary } from "./opened-capture.ts";
import { orderInSteps, type SortKey } from "./order-by-keys.ts";
import { PickedLines } from "./picked-lines.ts";
import type { SortColumn, SortOrder } from "./sort-order.ts";

/** How many connections are looked at in one step: about a millisecond. */
const A_STEP = 4000;

/** The connections that pass, in the wanted order; equal ones stay in capture order. In steps of some milliseconds. */
export function* listInSteps(
  connections: ConnectionLines,
  passes: ((connection: ConnectionSummary) => boolean) | null,
  order: SortOrder,
  words: FilterWords | null = null,
): Steps<ConnectionLines> {
  const kept = passes === null ? null : yield* keptPlaces(connections, passes);
  const isInOrder = order.column === "start" && !order.isDescending;
  if (isInOrder) return kept ? new PickedLines(connections, kept) : connections;
  const keyOf = order.column === "outcome" && words ? wordedOutcome(words) : SORT_KEYS[order.column];
  const keys: SortKey[] = [];
  for (const connection of kept ? new PickedLines(connections, kept) : connections) {
    keys.push(keyOf(connection));
    if (keys.length % A_STEP === 0) yield;
  }
  const sorted = yield* orderInSteps(keys, order.isDescending);
  return new PickedLines(connections, kept ? sorted.map((index) => kept[index] ?? 0) : sorted);
}

/** The places of those that pass. */
function* keptPlaces(
  connections: ConnectionLines,
  passes: (connection: ConnectionSummary) => boolean,
): Steps<Uint32Array> {
  const kept = new Uint32Array(connections.length);
  let count = 0;
  let place = 0;
  for (const connection of connections) {
    if (passes(connection)) kept[count++] = place;
    if (place++ % A_STEP === 0) yield;
  }
  return kept.slice(0, count);
}

/** As {@link listInSteps}, in one go. */
export function listConnections(...wish: Parameters<typeof listInSteps>): ConnectionLines {
  return allSteps(listInSteps(...wish));
}

const IPV4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

/** 10.0.0.9 stands before 10.0.0.10, and port 80 before port 443; other addresses stand behind, as words. */
function endpointOrder({ address, port }: Endpoint): SortKey {
  const octets = typeof port === "number" ? IPV4.exec(address) : null;
  if (octets === null) return `${address} ${String(port).padStart(5, "0")}`;
  return octets.slice(1).reduce((number, octet) => number * 256 + Number(octet), 0) * 65536 + Number(port);
}

/** Outcomes stand in the order of the words that the list shows. */
function wordedOutcome(words: FilterWords): (connection: ConnectionSummary) => SortKey {
  return ({ verdict }) => verdict && words.outcome(verdict.outcome, verdict.startCaptured).toLowerCase();
}

/** What a column is sorted by; null where a connection has no such figure, or not yet. */
const SORT_KEYS: Record<SortColumn, (connection: ConnectionSummary) => SortKey> = {
  start: ({ id }) => id,
  client: ({ client }) => endpointOrder(client),
  server: ({ server }) => endpointOrder(server),
  outcome: ({ verdict }) => verdict && `${verdict.outcome} ${verdict.startCaptured ? 0 : 1}`,
  segments: ({ segments }) => segments,
  payload: ({ verdict }) => verdict && verdict.payload.client + verdict.payload.server,
  duration: ({ verdict }) => verdict?.duration ?? null,
  handshake: ({ verdict }) => verdict?.handshake?.duration ?? null,
};
