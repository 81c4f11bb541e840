import type { Steps } from "../base/turns.ts";
import type { FilterKey } from "./filter-language.ts";
import type { OpenedCapture } from "./opened-capture.ts";

/** How many connections each value matches, by key; values that match none are left out. */
export type ValueCounts = Readonly<Record<Exclude<FilterKey, "time">, ReadonlyMap<string, number>>>;

/** How many connections one step takes: about a millisecond. */
const A_STEP = 2000;

/** Counts the connections that each value of a filter would match. In steps of a millisecond or so. */
export function* countValues({
  connections,
  hostNames,
}: Pick<OpenedCapture, "connections" | "hostNames">): Steps<ValueCounts> {
  const counts = {
    outcome: new Map<string, number>(),
    start: new Map<string, number>(),
    state: new Map<string, number>(),
    note: new Map<string, number>(),
    port: new Map<string, number>(),
    host: new Map<string, number>(),
    opening: new Map<string, number>(),
    closing: new Map<string, number>(),
  };
  let looked = 0;
  for (const { client, server, verdict, states, notes } of connections) {
    if (verdict !== null) {
      add(counts.outcome, verdict.outcome);
      add(counts.start, verdict.startCaptured ? "captured" : "not-captured");
      add(counts.opening, verdict.opening);
      add(counts.closing, verdict.closing);
    }
    for (const state of states) add(counts.state, state);
    for (const note of notes) add(counts.note, note);
    add(counts.port, `${client.port}`);
    if (server.port !== client.port) add(counts.port, `${server.port}`);
    for (const address of new Set([client.address, server.address])) {
      add(counts.host, address);
      const name = hostNames.get(address);
      if (name !== undefined) add(counts.host, name);
    }
    if (looked++ % A_STEP === 0) yield;
  }
  return counts;
}

function add(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}
