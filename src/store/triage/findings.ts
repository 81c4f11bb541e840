import type { Steps } from "../../base/turns.ts";
import { type Endpoint, formatEndpoint } from "../../segments/endpoint.ts";
import type { Outcome } from "../../tcp/verdict.ts";
import { inQuotes } from "../filter/filter-language.ts";
import type { ConnectionSummary } from "../opened-capture.ts";

/**
 * What stands out of the connections of one server. `refuses`: it answers SYNs with RST. `silent`: SYNs are not
 * answered. `half-open`: its clients leave its SYN,ACKs unacknowledged. `resets`: it breaks connections off. `is-reset`:
 * its clients do. `close-wait`: it holds connections that the client has closed. `slow`: opening takes longer than a
 * second.
 */
type FindingKind = "refuses" | "silent" | "half-open" | "resets" | "is-reset" | "close-wait" | "slow";

export interface Finding {
  readonly kind: FindingKind;
  /** `10.20.0.13:8443`; the address alone where several ports are alike. */
  readonly server: string;
  /** How many ports it is about. */
  readonly ports: number;
  /** The connections that it is about, and all of that server. */
  readonly count: number;
  readonly of: number;
  /** Different addresses of their clients. */
  readonly clients: number;
  /** The start of the earliest of them, in nanoseconds of the table's time column; NaN if not known. */
  readonly since: number;
  /** Whether the server ever accepted a connection. */
  readonly accepted: boolean;
  /** Nanoseconds: the longest opening (`slow`), or since the oldest said its last (`close-wait`); NaN elsewhere. */
  readonly longest: number;
  /** The filter that finds these connections. */
  readonly filter: string;
}

/** Opening that takes longer is slow: the first SYN again is sent after a second (RFC 6298 section 2.1). */
const SLOW_OPENING = 1e9;
/** Addresses that are looked at in one step: less than a millisecond. */
const A_STEP = 1000;
/** The most findings. */
const MOST = 12;
/** So many ports of an address are told one by one where some fail always and some do not. */
const MOST_PORTS = 3;

const OUTCOMES: Readonly<Partial<Record<Outcome, FindingKind>>> = {
  refused: "refuses",
  "no-answer": "silent",
  "half-open": "half-open",
  "reset-by-server": "resets",
  "reset-by-server-during-handshake": "resets",
  "reset-by-client": "is-reset",
  "reset-by-client-during-handshake": "is-reset",
};

/** How each kind is asked for, beside the server. */
const ASKED: Readonly<Record<FindingKind, string>> = {
  refuses: "outcome:refused",
  silent: "outcome:no-answer",
  "half-open": "outcome:half-open",
  resets: "outcome:reset-by-server,reset-by-server-during-handshake",
  "is-reset": "outcome:reset-by-client,reset-by-client-during-handshake",
  "close-wait": "end:close-wait",
  slow: `opening>${SLOW_OPENING / 1e9}s`,
};

interface Counts {
  count: number;
  readonly clients: Set<string>;
  since: number;
  longest: number;
}

/** What is counted of one port. */
interface Service {
  of: number;
  accepted: boolean;
  readonly counts: Map<FindingKind, Counts>;
}

/** What stands out of one port, or of all ports of an address together. */
type Told = Counts & Pick<Finding, "of" | "accepted">;

/** Gathers what stands out, a connection at a time. */
export class FindingCounts {
  private readonly hosts = new Map<string, Map<Endpoint["port"], Service>>();
  private readonly lastTime: number;

  /** @param lastTime of the capture, as the times of the connections */
  constructor(lastTime: number) {
    this.lastTime = lastTime;
  }

  /** Returns an object of its own for each server. */
  take(
    connection: Pick<ConnectionSummary, "client" | "states" | "lastStates" | "start" | "end">,
    server: Endpoint,
    { outcome, openingTime }: Pick<NonNullable<ConnectionSummary["verdict"]>, "outcome" | "openingTime">,
  ): object {
    const service = this.serviceOf(server);
    service.of++;
    service.accepted ||= connection.states.includes("ESTABLISHED");
    const kind = OUTCOMES[outcome];
    if (kind) count(service, kind, connection, Number.NaN);
    if (connection.lastStates.server === "CLOSE-WAIT") {
      count(service, "close-wait", connection, this.lastTime - connection.end);
    }
    const opening = openingTime?.duration ?? 0;
    if (opening > SLOW_OPENING) count(service, "slow", connection, opening);
    return service;
  }

  /** What stands out, most connections first, some addresses a step. A single connection does not. */
  *found(): Steps<Finding[]> {
    const all: Finding[] = [];
    let looked = 0;
    for (const [address, services] of this.hosts) {
      if (looked++ % A_STEP === 0) yield;
      for (const kind of Object.keys(ASKED) as FindingKind[])
        all.push(...findingsOf(address, services, kind));
    }
    yield;
    return all
      .filter(({ count: number, of }) => number > 1 || of === number)
      .toSorted((a, b) => b.count - a.count)
      .slice(0, MOST);
  }

  private serviceOf({ address, port }: Endpoint): Service {
    const services = this.hosts.get(address) ?? new Map<Endpoint["port"], Service>();
    if (services.size === 0) this.hosts.set(address, services);
    const service = services.get(port) ?? { of: 0, accepted: false, counts: new Map() };
    if (service.of === 0) services.set(port, service);
    return service;
  }
}

/** What stands out of an address in one way: by port, or of all its ports together where these are many or alike. */
function findingsOf(
  address: string,
  services: ReadonlyMap<Endpoint["port"], Service>,
  kind: FindingKind,
): Finding[] {
  const told: (Told & { readonly port: Endpoint["port"] })[] = [];
  for (const [port, { of, accepted, counts }] of services) {
    const counted = counts.get(kind);
    if (counted) told.push({ ...counted, of, accepted, port });
  }
  const always = told.filter(({ count: number, of }) => number === of).length;
  const areAlike = always === 0 || always === told.length;
  if (told.length > 1 && (areAlike || told.length > MOST_PORTS)) {
    return [findingOf(kind, address, told.length, togetherOf(told, services))];
  }
  return told.map((each) => findingOf(kind, formatEndpoint({ address, port: each.port }), 1, each));
}

function findingOf(kind: FindingKind, server: string, ports: number, told: Told): Finding {
  const { count: number, of, clients, since, accepted, longest } = told;
  const filter = `server:${inQuotes(server)} ${ASKED[kind]}`;
  return { kind, server, ports, count: number, of, clients: clients.size, since, accepted, longest, filter };
}

/** Several ports as one. */
function togetherOf(told: readonly Told[], services: ReadonlyMap<Endpoint["port"], Service>): Told {
  const all = [...services.values()];
  const least = (times: readonly number[]): number =>
    Math.min(...times.filter((time) => !Number.isNaN(time)));
  return {
    count: told.reduce((sum, { count: number }) => sum + number, 0),
    clients: new Set(told.flatMap(({ clients }) => [...clients])),
    since: finite(least(told.map(({ since }) => since))),
    longest: finite(-least(told.map(({ longest }) => -longest))),
    of: all.reduce((sum, { of }) => sum + of, 0),
    accepted: all.some(({ accepted }) => accepted),
  };
}

/** NaN where there was no number to choose from. */
function finite(number: number): number {
  return Number.isFinite(number) ? number : Number.NaN;
}

function count(
  service: Service,
  kind: FindingKind,
  { client, start }: Pick<ConnectionSummary, "client" | "start">,
  length: number,
): void {
  const counts = service.counts.get(kind) ?? {
    count: 0,
    clients: new Set(),
    since: Number.NaN,
    longest: Number.NaN,
  };
  if (counts.count === 0) service.counts.set(kind, counts);
  counts.count++;
  counts.clients.add(client.address);
  // A comparison with NaN is never true.
  if (!(counts.since <= start)) counts.since = start;
  if (!(counts.longest >= length)) counts.longest = length;
}
