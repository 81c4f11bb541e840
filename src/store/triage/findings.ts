import { formatEndpoint } from "../../segments/endpoint.ts";
import type { Outcome } from "../../tcp/verdict.ts";
import { inQuotes } from "../filter/filter-language.ts";
import type { ConnectionSummary } from "../opened-capture.ts";

/**
 * What stands out of the connections of one server. `refuses`: it answers SYNs with RST. `silent`: SYNs are not
 * answered. `resets`: it breaks connections off. `is-reset`: its clients do. `close-wait`: it holds connections that
 * the client has closed. `slow`: opening takes longer than a second.
 */
type FindingKind = "refuses" | "silent" | "resets" | "is-reset" | "close-wait" | "slow";

export interface Finding {
  readonly kind: FindingKind;
  /** `10.20.0.13:8443`. */
  readonly server: string;
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
/** The most findings. */
const MOST = 12;

const OUTCOMES: Readonly<Partial<Record<Outcome, FindingKind>>> = {
  refused: "refuses",
  "no-answer": "silent",
  "reset-by-server": "resets",
  "reset-by-server-during-handshake": "resets",
  "reset-by-client": "is-reset",
  "reset-by-client-during-handshake": "is-reset",
};

/** How each kind is asked for, beside the server. */
const ASKED: Readonly<Record<FindingKind, string>> = {
  refuses: "outcome:refused",
  silent: "outcome:no-answer",
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

interface Server {
  of: number;
  accepted: boolean;
  readonly counts: Map<FindingKind, Counts>;
}

/** Gathers what stands out, a connection at a time. */
export class FindingCounts {
  private readonly servers = new Map<string, Server>();
  private readonly lastTime: number;

  /** @param lastTime of the capture, as the times of the connections */
  constructor(lastTime: number) {
    this.lastTime = lastTime;
  }

  take(connection: ConnectionSummary, outcome: Outcome): void {
    const name = formatEndpoint(connection.server);
    const server = this.servers.get(name) ?? { of: 0, accepted: false, counts: new Map() };
    if (server.of === 0) this.servers.set(name, server);
    server.of++;
    server.accepted ||= connection.states.includes("ESTABLISHED");
    const kind = OUTCOMES[outcome];
    if (kind) count(server, kind, connection, Number.NaN);
    if (connection.lastStates.server === "CLOSE-WAIT") {
      count(server, "close-wait", connection, this.lastTime - connection.end);
    }
    const opening = connection.verdict?.openingTime?.duration ?? 0;
    if (opening > SLOW_OPENING) count(server, "slow", connection, opening);
  }

  /** What stands out, most connections first. A single connection does not. */
  found(): Finding[] {
    const all = [...this.servers].flatMap(([server, { of, accepted, counts }]) =>
      [...counts].map(([kind, { count: number, clients, since, longest }]): Finding => {
        const filter = `server:${inQuotes(server)} ${ASKED[kind]}`;
        return { kind, server, count: number, of, clients: clients.size, since, accepted, longest, filter };
      }),
    );
    return all
      .filter(({ count: number, of }) => number > 1 || of === number)
      .toSorted((a, b) => b.count - a.count)
      .slice(0, MOST);
  }
}

function count(
  server: Server,
  kind: FindingKind,
  { client, start }: ConnectionSummary,
  length: number,
): void {
  const counts = server.counts.get(kind) ?? {
    count: 0,
    clients: new Set(),
    since: Number.NaN,
    longest: Number.NaN,
  };
  if (counts.count === 0) server.counts.set(kind, counts);
  counts.count++;
  counts.clients.add(client.address);
  // A comparison with NaN is never true.
  if (!(counts.since <= start)) counts.since = start;
  if (!(counts.longest >= length)) counts.longest = length;
}
