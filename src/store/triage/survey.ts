import type { Steps } from "../../base/turns.ts";
import { type Endpoint, formatEndpoint } from "../../segments/endpoint.ts";
import type { Outcome } from "../../tcp/verdict.ts";
import { FAILED } from "../filter/filter-choices.ts";
import { inQuotes } from "../filter/filter-language.ts";
import type { ConnectionLines, ConnectionSummary } from "../opened-capture.ts";
import { orderInSteps } from "../order-by-keys.ts";
import { type Finding, FindingCounts } from "./findings.ts";

/** By what the connections are grouped: the server's address and port, its address, the client's, the server's port. */
export const GROUPINGS = ["server", "host", "client", "port"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Connections that have a server, a client or a port in common. */
interface Group {
  /** `10.20.0.13:8443`, `192.168.1.37`, `443`. */
  readonly name: string;
  /** The filter that finds its connections. */
  readonly filter: string;
  readonly total: number;
  readonly failed: number;
  readonly perOutcome: ReadonlyMap<Outcome, number>;
}

/** Who fails to whom. */
export interface Survey {
  readonly grouping: Grouping;
  /** Those with most failures first, then those with most connections; at most {@link MOST_GROUPS}. */
  readonly groups: readonly Group[];
  /** How many groups are left out. */
  readonly others: number;
  /** Every outcome that occurs, the failures first, most frequent first. */
  readonly outcomes: readonly Outcome[];
  readonly findings: readonly Finding[];
  /** Connections that are counted. */
  readonly judged: number;
  /** Connections that are not judged yet, and are left out. */
  readonly unjudged: number;
}

/** How many connections one step takes: about a millisecond. */
const A_STEP = 1000;
/** The most groups that are told; the others have fewer failures. */
const MOST_GROUPS = 200;

/**
 * Counts outcomes by group, and finds what stands out. In steps of a millisecond or so: a large capture has as many
 * clients as connections, so outcomes are counted, in a second pass, of those groups alone that are told.
 * @param lastTime of the capture, as the times of the connections; NaN if it has none
 */
export function* surveyConnections(
  connections: ConnectionLines,
  grouping: Grouping,
  lastTime: number,
): Steps<Survey> {
  const sorting = new Sorting(connections.length);
  const findings = new FindingCounts(lastTime);
  let looked = 0;
  for (const connection of connections) {
    if (looked % A_STEP === 0) yield;
    const { verdict } = connection;
    const at = looked++;
    if (verdict === null) continue;
    const { server } = connection;
    const service = findings.take(connection, server, verdict);
    const { outcome } = verdict;
    if (grouping === "server") sorting.take(at, outcome, service, () => formatEndpoint(server));
    else {
      const name = nameIn(grouping, connection, server);
      sorting.take(at, outcome, name, () => `${name}`);
    }
  }
  const found = yield* findings.found();
  const { names, totals, failures, outcomes, judged } = sorting;
  const order = yield* orderInSteps(
    failures.map((failed, group) => failed * (judged + 1) + (totals[group] ?? 0)),
    true,
  );
  const chosen = order.subarray(0, MOST_GROUPS);
  const told = Array.from(chosen, (group) =>
    newGroup(grouping, names[group] ?? "", totals[group] ?? 0, failures[group] ?? 0),
  );
  yield* sorting.countOutcomes(chosen, told);
  return {
    grouping,
    groups: told,
    others: names.length - told.length,
    outcomes: [...outcomes]
      .toSorted(
        ([a, one], [b, other]) => Number(FAILED.includes(b)) - Number(FAILED.includes(a)) || other - one,
      )
      .map(([outcome]) => outcome),
    findings: found,
    judged,
    unjudged: looked - judged,
  };
}

interface MutableGroup extends Group {
  readonly perOutcome: Map<Outcome, number>;
}

function newGroup(grouping: Grouping, name: string, total: number, failed: number): MutableGroup {
  const key = grouping === "host" ? "server" : grouping;
  return { name, filter: `${key}:${inQuotes(name)}`, total, failed, perOutcome: new Map() };
}

/** Sorts connections into groups. What it notes of each is two numbers, so that the second pass reads no connection. */
class Sorting {
  /** By group: its name, its connections, those of them that failed. */
  readonly names: string[] = [];
  readonly totals: number[] = [];
  readonly failures: number[] = [];
  readonly outcomes = new Map<Outcome, number>();
  judged = 0;
  private readonly groups = new Map<unknown, number>();
  /** By connection: its group and the place of its outcome in `outcomes`, both from 1; 0: it is not judged. */
  private readonly groupOf: Uint32Array;
  private readonly outcomeOf: Uint8Array;
  private readonly places = new Map<Outcome, number>();

  constructor(connections: number) {
    this.groupOf = new Uint32Array(connections);
    this.outcomeOf = new Uint8Array(connections);
  }

  /** @param key equal for all connections of a group */
  take(connection: number, outcome: Outcome, key: unknown, nameOf: () => string): void {
    this.judged++;
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
    if (!this.places.has(outcome)) this.places.set(outcome, this.places.size + 1);
    const group = this.groups.get(key) ?? this.groups.size;
    if (group === this.groups.size) {
      this.groups.set(key, group);
      this.names.push(nameOf());
      this.totals.push(0);
      this.failures.push(0);
    }
    this.totals[group] = (this.totals[group] ?? 0) + 1;
    this.failures[group] = (this.failures[group] ?? 0) + Number(FAILED.includes(outcome));
    this.groupOf[connection] = group + 1;
    this.outcomeOf[connection] = this.places.get(outcome) ?? 0;
  }

  /** Counts the outcomes of some groups. @param told one for each of `chosen` */
  *countOutcomes(chosen: Uint32Array, told: readonly MutableGroup[]): Steps<void> {
    const counts = new Map(told.map((group, at) => [(chosen[at] ?? 0) + 1, group.perOutcome]));
    const outcomes = [...this.places.keys()];
    for (let at = 0; at < this.groupOf.length; at++) {
      if (at % (16 * A_STEP) === 0) yield;
      const own = counts.get(this.groupOf[at] ?? 0);
      const outcome = outcomes[(this.outcomeOf[at] ?? 0) - 1];
      if (own && outcome) own.set(outcome, (own.get(outcome) ?? 0) + 1);
    }
  }
}

function nameIn(
  grouping: Exclude<Grouping, "server">,
  connection: Pick<ConnectionSummary, "client">,
  server: Endpoint,
): string | number {
  if (grouping === "client") return connection.client.address;
  return grouping === "host" ? server.address : server.port;
}
