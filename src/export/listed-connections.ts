import type { Endpoint } from "../segments/endpoint.ts";
import type { SegmentColumns } from "../segments/segment-table.ts";
import type { AnnotationKind } from "../tcp/annotation.ts";
import type { TcpState } from "../tcp/state.ts";
import type { Timing, Verdict } from "../tcp/verdict.ts";
import { csv } from "./csv.ts";
import { printMoment } from "./print-time.ts";

type Duration = Pick<Timing, "duration"> | null;

/** The part of a connection that the list holds. */
export interface ListedConnection {
  readonly id: number;
  readonly client: Endpoint;
  readonly server: Endpoint;
  readonly segments: number;
  /** Nanoseconds since the zero of the capture's times; NaN where there are none. */
  readonly start: number;
  readonly end: number;
  /** null: not judged yet. */
  readonly verdict:
    | (Pick<
        Verdict,
        "outcome" | "startCaptured" | "opening" | "closing" | "firstCloser" | "payload" | "retransmissions"
      > & {
        readonly handshakeRoundTrip: Duration;
        readonly openingTime: Duration;
        readonly zeroWindow: number;
      })
    | null;
  readonly lastStates: { readonly client: TcpState | null; readonly server: TcpState | null };
  readonly syns: number;
  readonly notes: readonly AnnotationKind[];
}

type Value = string | number | boolean | null;

/** The list as shown, for spreadsheets, with fixed column names. Times by the clock are in UTC. */
export function connectionsCsv(
  lines: Iterable<ListedConnection>,
  timeBase: SegmentColumns["timeBase"],
): string {
  const records = recordsOf(lines, timeBase);
  const head = records[0] ?? recordOf(NO_CONNECTION, timeBase, 0);
  return csv([
    Object.keys(head),
    ...records.map((record) => Object.entries(record).map(([name, value]) => cell(name, value))),
  ]);
}

/** The list as shown, for programs: one JSON object a line. */
export function connectionsJson(
  lines: Iterable<ListedConnection>,
  timeBase: SegmentColumns["timeBase"],
): string {
  return recordsOf(lines, timeBase)
    .map((record) => `${JSON.stringify(record)}\n`)
    .join("");
}

/** Seconds with as many digits in every row. */
function cell(name: string, value: Value): string | number | null {
  if (typeof value === "number" && name.endsWith("_seconds")) return value.toFixed(6);
  return typeof value === "boolean" ? `${value}` : value;
}

function recordsOf(
  lines: Iterable<ListedConnection>,
  timeBase: SegmentColumns["timeBase"],
): Record<string, Value>[] {
  const connections = [...lines];
  const starts = connections.map(({ start }) => start).filter((start) => !Number.isNaN(start));
  const origin = starts.reduce((least, start) => Math.min(least, start), Infinity);
  return connections.map((connection) => recordOf(connection, timeBase, origin));
}

/** What the list knows of a connection; null for what is not known, or not yet. */
function recordOf(
  { id, client, server, start, end, segments, verdict, lastStates, syns, notes }: ListedConnection,
  timeBase: SegmentColumns["timeBase"],
  origin: number,
): Record<string, Value> {
  return {
    connection: id,
    client_address: client.address,
    client_port: client.port,
    server_address: server.address,
    server_port: server.port,
    start: printMoment(timeBase, start, 6),
    start_seconds: seconds(start - origin),
    duration_seconds: seconds(end - start),
    segments,
    outcome: verdict?.outcome ?? "not-judged-yet",
    start_captured: verdict?.startCaptured ?? null,
    opening: verdict?.opening ?? null,
    closing: verdict?.closing ?? null,
    first_closer: verdict?.firstCloser ?? null,
    syns_sent: verdict && syns,
    opening_seconds: seconds(verdict?.openingTime?.duration ?? Number.NaN),
    handshake_round_trip_seconds: seconds(verdict?.handshakeRoundTrip?.duration ?? Number.NaN),
    client_octets: verdict?.payload.client ?? null,
    server_octets: verdict?.payload.server ?? null,
    client_retransmissions: verdict?.retransmissions.client ?? null,
    server_retransmissions: verdict?.retransmissions.server ?? null,
    zero_window_seconds: seconds(verdict?.zeroWindow ?? Number.NaN),
    client_last_state: lastStates.client,
    server_last_state: lastStates.server,
    notes: notes.join(" "),
  };
}

/** Of an empty list, for the names of the columns alone. */
const NO_CONNECTION: ListedConnection = {
  id: 0,
  client: { address: "", port: "" },
  server: { address: "", port: "" },
  segments: 0,
  start: Number.NaN,
  end: Number.NaN,
  verdict: null,
  lastStates: { client: null, server: null },
  syns: 0,
  notes: [],
};

function seconds(nanoseconds: number): number | null {
  return Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : null;
}
