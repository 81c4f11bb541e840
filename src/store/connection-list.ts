import type { Outcome } from "../tcp/verdict.ts";
import type { ConnectionSummary } from "./opened-capture.ts";

/** One word of the summary line and one value of the outcome filter. */
export interface OutcomeClass {
  readonly outcome: Outcome;
  readonly startCaptured: boolean;
}

export interface OutcomeCount extends OutcomeClass {
  readonly count: number;
}

export type SortColumn = "start" | "client" | "outcome" | "segments" | "payload" | "duration" | "handshake";

export interface SortOrder {
  readonly column: SortColumn;
  readonly isDescending: boolean;
}

/** The order of the capture: first segment first. */
export const CAPTURE_ORDER: SortOrder = { column: "start", isDescending: false };

/** How many connections ended in which way, the most frequent first. */
export function countOutcomes(connections: readonly ConnectionSummary[]): OutcomeCount[] {
  const counts = new Map<string, OutcomeCount>();
  for (const { verdict } of connections) {
    const { outcome, startCaptured } = verdict;
    const key = `${outcome} ${startCaptured}`;
    counts.set(key, { outcome, startCaptured, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count);
}

/** The connections that pass, in the wanted order; equal ones stay in capture order. */
export function listConnections(
  connections: readonly ConnectionSummary[],
  passes: ((connection: ConnectionSummary) => boolean) | null,
  order: SortOrder,
): readonly ConnectionSummary[] {
  const kept = passes ? connections.filter(passes) : connections;
  if (order.column === "start" && !order.isDescending) return kept;
  const sign = order.isDescending ? -1 : 1;
  return kept.toSorted((a, b) => compareBy(order.column, a, b, sign) || a.id - b.id);
}

function compareBy(column: SortColumn, a: ConnectionSummary, b: ConnectionSummary, sign: number): number {
  const keyA = SORT_KEYS[column](a);
  const keyB = SORT_KEYS[column](b);
  // What has no figure stands last, whichever way the column is sorted.
  if (keyA === null || keyB === null) return Number(keyA === null) - Number(keyB === null);
  if (typeof keyA === "string" && typeof keyB === "string")
    return sign * (keyA < keyB ? -1 : Number(keyA > keyB));
  return sign * (Number(keyA) - Number(keyB));
}

/** What a column is sorted by; null where a connection has no such figure. */
const SORT_KEYS: Record<SortColumn, (connection: ConnectionSummary) => number | string | null> = {
  start: ({ id }) => id,
  client: ({ client }) => `${client.address} ${String(client.port).padStart(5, "0")}`,
  outcome: ({ verdict }) => `${verdict.outcome} ${verdict.startCaptured ? 0 : 1}`,
  segments: ({ segments }) => segments,
  payload: ({ verdict }) => verdict.payload.client + verdict.payload.server,
  duration: ({ verdict }) => verdict.duration,
  handshake: ({ verdict }) => verdict.handshake?.duration ?? null,
};
