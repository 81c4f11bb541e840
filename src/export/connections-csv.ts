import type { Endpoint } from "../segments/endpoint.ts";
import type { Outcome } from "../tcp/verdict.ts";
import { csv } from "./csv.ts";

/** The part of a connection that the list holds. */
export interface ListedConnection {
  readonly client: Endpoint;
  readonly server: Endpoint;
  readonly segments: number;
  /** Nanoseconds since the zero of the capture's times; NaN where there are none. */
  readonly start: number;
  readonly end: number;
  /** null: not judged yet. */
  readonly verdict: { readonly outcome: Outcome } | null;
}

const HEAD = [
  "client_address",
  "client_port",
  "server_address",
  "server_port",
  "start_seconds",
  "duration_seconds",
  "segments",
  "outcome",
];

/** The list of connections for programs, with fixed column names, and seconds since the first segment of the list. */
export function connectionsCsv(lines: Iterable<ListedConnection>): string {
  const connections = [...lines];
  const starts = connections.map(({ start }) => start).filter((start) => !Number.isNaN(start));
  const origin = starts.reduce((least, start) => Math.min(least, start), Infinity);
  return csv([
    HEAD,
    ...connections.map(({ client, server, start, end, segments, verdict }) => [
      client.address,
      client.port,
      server.address,
      server.port,
      seconds(start - origin),
      seconds(end - start),
      segments,
      verdict?.outcome ?? "not-judged-yet",
    ]),
  ]);
}

function seconds(nanoseconds: number): string | null {
  return Number.isFinite(nanoseconds) ? (nanoseconds / 1e9).toFixed(6) : null;
}
