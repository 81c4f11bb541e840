import type { ConnectionSummary } from "../opened-capture.ts";

/** What can be compared with a number: `rtt>100ms`, `segments>=100`. */
export const MEASURES = ["rtt", "opening", "duration", "segments", "data", "retransmissions"] as const;
export type Measure = (typeof MEASURES)[number];

/** How two numbers are compared. */
export const SIGNS = [">=", "<=", "!=", "==", ">", "<", "="] as const;
export type Sign = (typeof SIGNS)[number];

export const COMPARED: Readonly<Record<Sign, (one: number, other: number) => boolean>> = {
  ">=": (one, other) => one >= other,
  "<=": (one, other) => one <= other,
  "!=": (one, other) => one !== other,
  "==": (one, other) => one === other,
  ">": (one, other) => one > other,
  "<": (one, other) => one < other,
  "=": (one, other) => one === other,
};

type Kind = "time" | "octets" | "count";

interface Measured {
  readonly kind: Kind;
  /** In nanoseconds, octets or pieces; null if the connection has none, or none yet. */
  readonly of: (connection: Pick<ConnectionSummary, "segments" | "verdict">) => number | null;
}

const MEASURED: Readonly<Record<Measure, Measured>> = {
  rtt: { kind: "time", of: ({ verdict }) => verdict?.handshakeRoundTrip?.duration ?? null },
  opening: { kind: "time", of: ({ verdict }) => verdict?.openingTime?.duration ?? null },
  duration: { kind: "time", of: ({ verdict }) => verdict?.duration ?? null },
  segments: { kind: "count", of: ({ segments }) => segments },
  data: { kind: "octets", of: ({ verdict }) => verdict && verdict.payload.client + verdict.payload.server },
  retransmissions: {
    kind: "count",
    of: ({ verdict }) => verdict && verdict.retransmissions.client + verdict.retransmissions.server,
  },
};

/** The number of a connection that a measure names, in nanoseconds, octets or pieces; null if it has none. */
export function measureOf(
  measure: Measure,
  connection: Pick<ConnectionSummary, "segments" | "verdict">,
): number | null {
  return MEASURED[measure].of(connection);
}

/** Units by kind; a number without one is in seconds, octets or pieces. */
const UNITS: Readonly<Record<Kind, Readonly<Record<string, number>>>> = {
  time: {
    "": 1e9,
    ns: 1,
    us: 1e3,
    µs: 1e3,
    μs: 1e3,
    ms: 1e6,
    s: 1e9,
    sec: 1e9,
    m: 60e9,
    min: 60e9,
    h: 3600e9,
  },
  octets: {
    "": 1,
    b: 1,
    k: 1e3,
    kb: 1e3,
    m: 1e6,
    mb: 1e6,
    g: 1e9,
    gb: 1e9,
    kib: 2 ** 10,
    mib: 2 ** 20,
    gib: 2 ** 30,
  },
  count: { "": 1, k: 1e3, m: 1e6 },
};

const QUANTITY = /^(?<number>\d+(?:\.\d*)?|\.\d+)\s*(?<unit>[a-zµμ]*)$/u;

/** Reads `100ms`, `1.5`, `2 MiB` for a measure, in nanoseconds, octets or pieces; null for anything else. */
export function readQuantity(measure: Measure, text: string): number | null {
  const { number, unit = "" } = QUANTITY.exec(text.toLowerCase())?.groups ?? {};
  const units = UNITS[MEASURED[measure].kind];
  if (number === undefined || !Object.hasOwn(units, unit)) return null;
  return Number(number) * (units[unit] ?? 1);
}

/** How a number of this measure is written, for a hint: `100ms`, `64k`, `3`. */
export function quantityExample(measure: Measure): string {
  return { time: "100ms", octets: "64k", count: "3" }[MEASURED[measure].kind];
}
