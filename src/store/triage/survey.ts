import type { Steps } from "../../base/turns.ts";
import { formatEndpoint } from "../../segments/endpoint.ts";
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
  const places = new Map<string, number>();
  const totals: number[] = [];
  const failures: number[] = [];
  const outcomes = new Map<Outcome, number>();
  const findings = new FindingCounts(lastTime);
  let [looked, judged] = [0, 0];
  for (const connection of connections) {
    if (looked++ % A_STEP === 0) yield;
    const outcome = connection.verdict?.outcome;
    if (outcome === undefined) continue;
    judged++;
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    const name = nameIn(grouping, connection);
    const place = places.get(name) ?? places.size;
    if (place === places.size) places.set(name, place);
    totals[place] = (totals[place] ?? 0) + 1;
    failures[place] = (failures[place] ?? 0) + Number(FAILED.includes(outcome));
    findings.take(connection, outcome);
  }
  const found = yield* findings.found();
  const order = yield* orderInSteps(
    failures.map((failed, place) => failed * (judged + 1) + (totals[place] ?? 0)),
    true,
  );
  const names = [...places.keys()];
  const told = Array.from(order.subarray(0, MOST_GROUPS), (place) =>
    newGroup(grouping, names[place] ?? "", totals[place] ?? 0, failures[place] ?? 0),
  );
  yield* countOutcomes(connections, grouping, told);
  return {
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

function* countOutcomes(
  connections: ConnectionLines,
  grouping: Grouping,
  groups: readonly MutableGroup[],
): Steps<void> {
  const byName = new Map(groups.map((group) => [group.name, group.perOutcome]));
  let looked = 0;
  for (const connection of connections) {
    if (looked++ % A_STEP === 0) yield;
    const outcome = connection.verdict?.outcome;
    const counts = outcome && byName.get(nameIn(grouping, connection));
    if (counts) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
}

function nameIn(
  grouping: Grouping,
  { client, server }: Pick<ConnectionSummary, "client" | "server">,
): string {
  if (grouping === "client") return client.address;
  if (grouping === "host") return server.address;
  return grouping === "port" ? `${server.port}` : formatEndpoint(server);
}
