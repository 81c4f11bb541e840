import type { Steps } from "../../base/turns.ts";
import { flagNames } from "../../segments/flags.ts";
import type { ConnectionLines, OpenedCapture } from "../opened-capture.ts";
import { orderInSteps } from "../order-by-keys.ts";
import { FAILED } from "./filter-choices.ts";
import type { FilterKey } from "./filter-language.ts";

/** Keys whose values are counted. */
export type CountedKey = Exclude<FilterKey, "time" | "frame">;

/** Keys whose values are no closed list: a large capture has as many as connections. */
const OPEN_KEYS = ["port", "host", "client", "server", "name"] as const;

/**
 * How many connections each value matches, by key; values that match none are left out. Of keys without a closed list,
 * those with most matches stand first.
 */
export type ValueCounts = Readonly<Record<CountedKey, ReadonlyMap<string, number>>>;

/** How many connections one step takes: about a millisecond. */
const A_STEP = 2000;

/**
 * Counts, of some connections, those that each value of a filter would match. In steps of a millisecond or so.
 * @param connections those that pass the rest of the filter
 */
export function* countValues(
  connections: ConnectionLines,
  { hostNames, names }: Pick<OpenedCapture, "hostNames" | "names">,
): Steps<ValueCounts> {
  const counts: Record<CountedKey, Map<string, number>> = {
    outcome: new Map(),
    start: new Map(),
    state: new Map(),
    note: new Map(),
    port: new Map(),
    host: new Map(),
    opening: new Map(),
    closing: new Map(),
    end: new Map(),
    flag: new Map(),
    client: new Map(),
    server: new Map(),
    name: new Map(),
  };
  const namesOf = (address: string): string[] => {
    const name = hostNames.get(address);
    return name === undefined ? [address] : [address, name];
  };
  let looked = 0;
  for (const connection of connections) {
    const { client, server, verdict, lastStates } = connection;
    if (verdict !== null) {
      add(counts.outcome, [verdict.outcome, ...(FAILED.includes(verdict.outcome) ? ["failed"] : [])]);
      add(counts.start, [verdict.startCaptured ? "captured" : "not-captured"]);
      add(counts.opening, [verdict.opening]);
      add(counts.closing, [verdict.closing]);
      add(counts.end, [lastStates.client, lastStates.server]);
      add(counts.flag, flagNames(connection.flags));
    }
    add(counts.state, connection.states);
    add(counts.note, connection.notes);
    add(counts.name, [names?.names[(names.nameOf[connection.id] ?? 0) - 1] ?? null]);
    add(counts.port, [`${client.port}`, `${server.port}`]);
    add(counts.client, namesOf(client.address));
    add(counts.server, namesOf(server.address));
    add(counts.host, [...namesOf(client.address), ...namesOf(server.address)]);
    if (looked++ % A_STEP === 0) yield;
  }
  for (const key of OPEN_KEYS) counts[key] = yield* mostFirst(counts[key]);
  return counts;
}

/** Counts each value of one connection once. */
function add(counts: Map<string, number>, values: readonly (string | null)[]): void {
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? null;
    if (value !== null && values.indexOf(value) === at) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
}

/** The same counts, the largest first; equal ones keep their order. */
function* mostFirst(counts: ReadonlyMap<string, number>): Steps<Map<string, number>> {
  const values = [...counts.keys()];
  const ordered = new Map<string, number>();
  for (const index of yield* orderInSteps([...counts.values()], true)) {
    const value = values[index] ?? "";
    ordered.set(value, counts.get(value) ?? 0);
    if (ordered.size % A_STEP === 0) yield;
  }
  return ordered;
}
