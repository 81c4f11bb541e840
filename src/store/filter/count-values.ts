import type { Steps } from "../../base/turns.ts";
import type { Endpoint } from "../../segments/endpoint.ts";
import { flagNames } from "../../segments/flags.ts";
import type { Outcome } from "../../tcp/verdict.ts";
import type { ConnectionLines, ConnectionSummary, OpenedCapture } from "../opened-capture.ts";
import { orderInSteps } from "../order-by-keys.ts";
import { FAILED } from "./filter-choices.ts";
import type { FilterKey } from "./filter-language.ts";

/** Keys whose values are counted. */
export type CountedKey = Exclude<FilterKey, "time" | "frame">;

/**
 * How many connections each value matches, by key; values that match none are left out. Of keys without a closed list,
 * those with most matches stand first, ten thousand at most.
 */
export type ValueCounts = Readonly<Record<CountedKey, ReadonlyMap<string, number>>>;

/** How many connections one step takes: about a millisecond. */
const A_STEP = 2000;
/** The most values of a key without a closed list: completion looks at each for every letter that is typed. */
const MOST_VALUES = 10_000;

/** How many connections have something. */
type Tally<Thing> = Map<Thing, number>;

/**
 * Counts, of some connections, those that each value of a filter would match. In steps of a millisecond or so. Many
 * lines of a list have one object in common (their states, their notes): these are counted first, and told in values last.
 * @param connections those that pass the rest of the filter
 */
export function* countValues(
  connections: ConnectionLines,
  { hostNames, names }: Pick<OpenedCapture, "hostNames" | "names">,
): Steps<ValueCounts> {
  const tallies = newTallies();
  const { client: clients, server: servers, host: hosts } = tallies;
  let looked = 0;
  for (const connection of connections) {
    const { id, client, server, verdict } = connection;
    if (verdict !== null) {
      add(tallies.outcome, verdict.outcome);
      add(tallies.start, verdict.startCaptured ? "captured" : "not-captured");
      add(tallies.opening, verdict.opening);
      add(tallies.closing, verdict.closing);
      add(tallies.end, connection.lastStates);
      add(tallies.flag, connection.flags);
    }
    add(tallies.state, connection.states);
    add(tallies.note, connection.notes);
    addBoth(tallies.port, client.port, server.port);
    add(clients, client.address);
    add(servers, server.address);
    addBoth(hosts, client.address, server.address);
    add(tallies.name, names?.names[(names.nameOf[id] ?? 0) - 1]);
    if (hostNames.size > 0) {
      const [own, other] = [hostNames.get(client.address), hostNames.get(server.address)];
      add(clients, own);
      add(servers, other);
      addBoth(hosts, own, other);
    }
    if (looked++ % A_STEP === 0) yield;
  }
  return {
    ...tallies,
    outcome: yield* toldIn(tallies.outcome, (outcome) =>
      FAILED.includes(outcome) ? [outcome, "failed"] : [outcome],
    ),
    end: yield* toldIn(tallies.end, ({ client, server }) => [client, server]),
    flag: yield* toldIn(tallies.flag, (flags) => flags.flatMap(flagNames)),
    state: yield* toldIn(tallies.state, (states) => states),
    note: yield* toldIn(tallies.note, (notes) => notes),
    port: yield* mostFirst(yield* toldIn(tallies.port, (port) => [`${port}`])),
    client: yield* mostFirst(clients),
    server: yield* mostFirst(servers),
    host: yield* mostFirst(hosts),
    name: yield* mostFirst(tallies.name),
  };
}

function newTallies() {
  return {
    outcome: new Map() as Tally<Outcome>,
    start: new Map() as Tally<string>,
    state: new Map() as Tally<readonly string[]>,
    note: new Map() as Tally<readonly string[]>,
    port: new Map() as Tally<Endpoint["port"]>,
    host: new Map() as Tally<string>,
    opening: new Map() as Tally<string>,
    closing: new Map() as Tally<string>,
    end: new Map() as Tally<ConnectionSummary["lastStates"]>,
    flag: new Map() as Tally<ConnectionSummary["flags"]>,
    client: new Map() as Tally<string>,
    server: new Map() as Tally<string>,
    name: new Map() as Tally<string>,
  };
}

function add<Thing>(tally: Tally<Thing>, thing: Thing | undefined): void {
  if (thing !== undefined) tally.set(thing, (tally.get(thing) ?? 0) + 1);
}

/** Counts a connection that has two things; once if they are equal. */
function addBoth<Thing>(tally: Tally<Thing>, one: Thing | undefined, other: Thing | undefined): void {
  add(tally, one);
  if (other !== one) add(tally, other);
}

/** The counts by the values that a filter finds the things by. */
function* toldIn<Thing>(
  tally: Tally<Thing>,
  valuesOf: (thing: Thing) => readonly (string | null)[],
): Steps<Map<string, number>> {
  const counts = new Map<string, number>();
  let looked = 0;
  for (const [thing, times] of tally) {
    for (const value of new Set(valuesOf(thing))) {
      if (value !== null) counts.set(value, (counts.get(value) ?? 0) + times);
    }
    if (looked++ % A_STEP === 0) yield;
  }
  return counts;
}

/** The largest counts, the largest first; equal ones keep their order. */
function* mostFirst(counts: ReadonlyMap<string, number>): Steps<Map<string, number>> {
  const values = [...counts.keys()];
  const order = yield* orderInSteps([...counts.values()], true);
  const first = [...order.subarray(0, MOST_VALUES)].map((index) => values[index] ?? "");
  return new Map(first.map((value) => [value, counts.get(value) ?? 0]));
}
