import { allSteps } from "../base/turns.ts";
import { ACK, FIN, SYN } from "../segments/flags.ts";
import { type ListChoice, listInSteps } from "../store/connection-list.ts";
import type { ConnectionLines, ConnectionSummary, OpenedCapture } from "../store/opened-capture.ts";
import { CAPTURE_ORDER } from "../store/sort-order.ts";
import type { AnnotationKind } from "../tcp/annotation.ts";
import type { TcpState } from "../tcp/state.ts";
import type { Outcome, Verdict } from "../tcp/verdict.ts";

/** A connection of the list: a plain complete one, with the given differences. */
export function summary(
  id: number,
  wish: {
    outcome?: Outcome;
    segments?: number;
    payload?: number;
    duration?: number | null;
    startCaptured?: boolean;
    states?: readonly TcpState[];
    lastStates?: ConnectionSummary["lastStates"];
    flags?: readonly number[];
    retransmissions?: number;
    zeroWindow?: number;
    openingTime?: number | null;
    handshakeRoundTrip?: number | null;
    notes?: readonly AnnotationKind[];
  } = {},
): ConnectionSummary & { readonly verdict: Verdict & { readonly zeroWindow: number } } {
  return {
    id,
    client: { address: "192.0.2.1", port: 40000 + id },
    server: { address: "192.0.2.2", port: 80 },
    roleBasis: "SYN",
    segments: wish.segments ?? 10,
    start: id,
    end: id + 1,
    verdict: { ...verdictWith(wish), zeroWindow: wish.zeroWindow ?? 0 },
    states: wish.states ?? ["CLOSED", "SYN-SENT", "ESTABLISHED", "LISTEN", "SYN-RECEIVED"],
    lastStates: wish.lastStates ?? { client: "CLOSED", server: "CLOSED" },
    syns: 1,
    notes: wish.notes ?? [],
    flags: wish.flags ?? [SYN, ACK, FIN | ACK, SYN | ACK],
    fingerprint: [],
  };
}

export function captureWith(...connections: ConnectionSummary[]): OpenedCapture {
  return {
    name: "test.pcap",
    size: 1000,
    format: "pcap",
    isCompressed: false,
    damage: null,
    records: 10,
    segments: 10,
    skipped: [],
    warnings: [],
    warningCount: 0,
    hasSockets: false,
    timeBase: { kind: "epoch", origin: 0n },
    hostNames: new Map(),
    connections,
    judged: connections.length,
    outcomes: [],
    link: null,
    run: null,
    merge: null,
  };
}

function timing(duration: number | null = null): Verdict["openingTime"] {
  return duration === null ? null : { from: 1, to: 2, duration };
}

function verdictWith(wish: Parameters<typeof summary>[1] & object): Verdict {
  return {
    outcome: wish.outcome ?? "complete",
    evidence: [],
    startCaptured: wish.startCaptured ?? true,
    opening: "three-way",
    closing: "four-segments",
    firstCloser: "client",
    zeek: "SF",
    completeness: 31,
    payload: { client: wish.payload ?? 0, server: 0 },
    segments: { client: 5, server: 5 },
    retransmissions: { client: wish.retransmissions ?? 0, server: 0 },
    handshakeRoundTrip: timing(wish.handshakeRoundTrip),
    openingTime: timing(wish.openingTime),
    close: null,
    duration: wish.duration === undefined ? 1 : wish.duration,
  };
}

/** The connections as the list shows them: all, in the order of the capture, unless the options say otherwise. */
export function listConnections(
  connections: ConnectionLines,
  wish: Partial<ListChoice> = {},
): ConnectionLines {
  const capture = { kind: "ready", value: { ...captureWith(), connections } } as const;
  const choice: ListChoice = {
    capture,
    filter: "",
    filterWords: null,
    order: CAPTURE_ORDER,
    times: "connection",
    ...wish,
  };
  return allSteps(listInSteps(choice, () => null));
}
