import type { Steps } from "../../base/turns.ts";
import { formatEndpoint } from "../../segments/endpoint.ts";
import type { Outcome } from "../../tcp/verdict.ts";
import { FAILED } from "../filter/filter-choices.ts";
import { inQuotes } from "../filter/filter-language.ts";
import type { ConnectionLines, ConnectionSummary } from "../opened-capture.ts";
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
  /** Those with most failures first, then those with most connections. */
  readonly groups: readonly Group[];
  /** Every outcome that occurs, the failures first, most frequent first. */
  readonly outcomes: readonly Outcome[];
  readonly findings: readonly Finding[];
  /** Connections that are not judged yet, and are left out. */
  readonly unjudged: number;
}

/** How many connections one step takes: about a millisecond. */
const A_STEP = 1000;

/**
 * Counts outcomes by group, and finds what stands out. In steps of a millisecond or so.
 * @param lastTime of the capture, as the times of the connections; NaN if it has none
 */
export function* surveyConnections(
  connections: ConnectionLines,
  grouping: Grouping,
  lastTime: number,
): Steps<Survey> {
  const groups = new Map<string, MutableGroup>();
  const outcomes = new Map<Outcome, number>();
  const findings = new FindingCounts(lastTime);
  let unjudged = 0;
  let looked = 0;
  for (const connection of connections) {
    if (looked++ % A_STEP === 0) yield;
    const { verdict } = connection;
    if (verdict === null) {
      unjudged++;
      continue;
    }
    const { outcome } = verdict;
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    const name = nameIn(grouping, connection);
    const group = groups.get(name) ?? newGroup(grouping, name);
    if (group.total === 0) groups.set(name, group);
    group.total++;
    if (FAILED.includes(outcome)) group.failed++;
    group.perOutcome.set(outcome, (group.perOutcome.get(outcome) ?? 0) + 1);
    findings.take(connection, outcome);
  }
  const found = yield* findings.found();
  yield;
  return {
    groups: [...groups.values()].toSorted((a, b) => b.failed - a.failed || b.total - a.total),
    outcomes: [...outcomes]
      .toSorted(
        ([a, one], [b, other]) => Number(FAILED.includes(b)) - Number(FAILED.includes(a)) || other - one,
      )
      .map(([outcome]) => outcome),
    findings: found,
    unjudged,
  };
}

interface MutableGroup extends Group {
  total: number;
  failed: number;
  readonly perOutcome: Map<Outcome, number>;
}

function newGroup(grouping: Grouping, name: string): MutableGroup {
  const key = grouping === "host" ? "server" : grouping;
  return { name, filter: `${key}:${inQuotes(name)}`, total: 0, failed: 0, perOutcome: new Map() };
}

function nameIn(
  grouping: Grouping,
  { client, server }: Pick<ConnectionSummary, "client" | "server">,
): string {
  if (grouping === "client") return client.address;
  if (grouping === "host") return server.address;
  return grouping === "port" ? `${server.port}` : formatEndpoint(server);
}
