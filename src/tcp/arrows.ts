import { assert } from "../base/assert.ts";
import { TCP_STATES, type TcpState } from "./state.ts";

/** What makes an end take an arrow. */
type EventKind = "call" | "send" | "receive" | "timer" | "icmp" | "superseded";

/** The socket call that an arrow implies, or the result of a call. A code that the page words. */
export type InferredCall =
  | "listen"
  | "connect"
  | "connect-returns"
  | "connect-refused"
  | "connect-times-out"
  | "connect-unreachable"
  | "accept-can-return"
  | "close"
  | "read-returns-end"
  | "abort"
  | "connection-reset";

/**
 * What can happen to an end, in the words of RFC 9293 figure 5. State and event find the row of the transition table:
 * {@link arrowFor}. `(not captured)`: a later segment shows that it happened.
 */
export type ArrowEvent =
  | "passive OPEN"
  | "active OPEN"
  | "CLOSE"
  | "ABORT"
  | "rcv SYN"
  | "rcv SYN,ACK"
  | "rcv ACK of SYN"
  | "rcv FIN"
  | "rcv ACK of FIN"
  | "rcv FIN,ACK of SYN"
  | "rcv FIN,ACK of FIN"
  | "rcv RST"
  | "rcv new SYN"
  | "rcv SYN (not captured)"
  | "rcv SYN,ACK (not captured)"
  | "rcv ACK of SYN (not captured)"
  | "handshake (not captured)"
  | "SYN limit"
  | "SYN,ACK limit"
  | "FIN limit"
  | "user timeout"
  | "FIN-WAIT-2 timer"
  | "2MSL timer"
  | "ICMP unreachable"
  | "new SYN sent"
  | "crash"
  | "ABORT, nothing sent";

/** One row of the transition table. */
export interface Arrow {
  /** null: a state that cannot be known. */
  readonly from: readonly (TcpState | null)[];
  readonly kind: EventKind;
  readonly event: ArrowEvent;
  /** What the end sends in answer, in the same words; null for nothing. */
  readonly action: string | null;
  /** The state it leads to. Of two, the first is for a passive opener, the second for an active one. */
  readonly to: readonly [TcpState] | readonly [passive: TcpState, active: TcpState];
  /** A state passed within the same segment. */
  readonly via: TcpState | null;
  /** Section of RFC 9293 (or another RFC, named); null: no document describes it. */
  readonly clause: string | null;
  readonly call: InferredCall | null;
  /** Whether figure 5 of RFC 9293 draws it. */
  readonly isInFigure5: boolean;
}

const LISTEN_OR_CLOSED = ["LISTEN", "CLOSED"] as const;
const CLOSED = ["CLOSED"] as const;
const ESTABLISHED = ["ESTABLISHED"] as const;

/** An arrow as the table writes it; fields that are null or false are left out. */
type Row = Partial<Arrow> & Pick<Arrow, "from" | "kind" | "event" | "to" | "clause">;

/** Fields that the arrows of one event share. */
const CLOSE = {
  kind: "send",
  event: "CLOSE",
  action: "snd FIN",
  clause: "3.10.4",
  call: "close",
  isInFigure5: true,
} as const;
const ABORT = { kind: "send", event: "ABORT", action: "snd RST", clause: "3.10.5", call: "abort" } as const;
const RCV_FIN = {
  kind: "receive",
  event: "rcv FIN",
  action: "snd ACK",
  clause: "3.10.7.4",
  call: "read-returns-end",
  isInFigure5: true,
} as const;
const RCV_ACK_OF_FIN = {
  kind: "receive",
  event: "rcv ACK of FIN",
  clause: "3.10.7.4",
  isInFigure5: true,
} as const;
const RCV_RST = { kind: "receive", event: "rcv RST", clause: "3.10.7.4" } as const;
const TIMER = { kind: "timer", clause: "3.10.8" } as const;

/**
 * The transition table of RFC 9293 (figure 5, and the RST, simultaneous and repair cases of its text) as seen
 * from an observer's seat: docs/state-machine.md 6.2. The machine moves on it, the state graph draws it.
 */
export const ARROWS = written({
  T01: {
    from: ["CLOSED"],
    kind: "call",
    event: "passive OPEN",
    to: ["LISTEN"],
    clause: "3.10.1",
    call: "listen",
    isInFigure5: true,
  },
  T02: {
    from: ["CLOSED", null, "LISTEN"],
    kind: "send",
    event: "active OPEN",
    action: "snd SYN",
    to: ["SYN-SENT"],
    clause: "3.10.1",
    call: "connect",
    isInFigure5: true,
  },
  T03: {
    from: ["LISTEN"],
    kind: "receive",
    event: "rcv SYN",
    action: "snd SYN,ACK",
    to: ["SYN-RECEIVED"],
    clause: "3.10.7.2",
    isInFigure5: true,
  },
  T04: {
    from: ["SYN-SENT"],
    kind: "receive",
    event: "rcv SYN,ACK",
    action: "snd ACK",
    to: ESTABLISHED,
    clause: "3.10.7.3",
    call: "connect-returns",
    isInFigure5: true,
  },
  T05: {
    from: ["SYN-SENT"],
    kind: "receive",
    event: "rcv SYN",
    action: "snd SYN,ACK",
    to: ["SYN-RECEIVED"],
    clause: "3.10.7.3",
    isInFigure5: true,
  },
  T06: {
    from: ["SYN-RECEIVED"],
    kind: "receive",
    event: "rcv ACK of SYN",
    to: ESTABLISHED,
    clause: "3.10.7.4",
    call: "accept-can-return",
    isInFigure5: true,
  },
  T07: {
    from: ["SYN-RECEIVED"],
    kind: "receive",
    event: "rcv SYN,ACK",
    to: ESTABLISHED,
    clause: "3.5",
    call: "connect-returns",
  },
  T08: {
    from: ["SYN-RECEIVED"],
    kind: "receive",
    event: "rcv FIN,ACK of SYN",
    action: "snd ACK",
    to: ["CLOSE-WAIT"],
    via: "ESTABLISHED",
    clause: "3.10.7.4",
    call: "accept-can-return",
  },
  T09: { ...RCV_RST, from: ["SYN-RECEIVED"], to: LISTEN_OR_CLOSED, isInFigure5: true },
  T10: { from: ["SYN-RECEIVED"], kind: "receive", event: "rcv new SYN", to: ["LISTEN"], clause: "3.10.7.4" },
  T11: { ...CLOSE, from: ["SYN-RECEIVED"], to: ["FIN-WAIT-1"] },
  T12: { ...ABORT, from: ["SYN-RECEIVED"], to: LISTEN_OR_CLOSED },
  T13: { ...TIMER, from: ["SYN-RECEIVED"], event: "SYN,ACK limit", to: LISTEN_OR_CLOSED },
  T14: {
    from: ["SYN-SENT"],
    kind: "receive",
    event: "rcv RST",
    to: CLOSED,
    clause: "3.10.7.3",
    call: "connect-refused",
  },
  T15: {
    from: ["SYN-SENT"],
    kind: "send",
    event: "CLOSE",
    action: "snd RST",
    to: CLOSED,
    clause: "3.10.4",
    call: "close",
    isInFigure5: true,
  },
  T16: { ...TIMER, from: ["SYN-SENT"], event: "SYN limit", to: CLOSED, call: "connect-times-out" },
  T17: {
    from: ["SYN-SENT"],
    kind: "icmp",
    event: "ICMP unreachable",
    to: CLOSED,
    clause: "3.9.2.2",
    call: "connect-unreachable",
  },
  T18: { ...CLOSE, from: ["ESTABLISHED"], to: ["FIN-WAIT-1"] },
  T19: { ...RCV_FIN, from: ["ESTABLISHED"], to: ["CLOSE-WAIT"] },
  T20: { ...RCV_ACK_OF_FIN, from: ["FIN-WAIT-1"], to: ["FIN-WAIT-2"] },
  T21: { ...RCV_FIN, from: ["FIN-WAIT-1"], to: ["CLOSING"] },
  T22: {
    ...RCV_FIN,
    from: ["FIN-WAIT-1"],
    event: "rcv FIN,ACK of FIN",
    to: ["TIME-WAIT"],
    via: "FIN-WAIT-2",
  },
  T23: { ...RCV_FIN, from: ["FIN-WAIT-2"], to: ["TIME-WAIT"] },
  T24: { from: ["FIN-WAIT-2"], kind: "timer", event: "FIN-WAIT-2 timer", to: CLOSED, clause: null },
  T25: { ...RCV_ACK_OF_FIN, from: ["CLOSING"], to: ["TIME-WAIT"] },
  T26: { ...CLOSE, from: ["CLOSE-WAIT"], to: ["LAST-ACK"] },
  T27: { ...RCV_ACK_OF_FIN, from: ["LAST-ACK"], to: CLOSED },
  T28: { ...TIMER, from: ["TIME-WAIT"], event: "2MSL timer", to: CLOSED, isInFigure5: true },
  T29: { ...RCV_FIN, from: ["TIME-WAIT"], to: ["TIME-WAIT"], call: null, isInFigure5: false },
  T30: { from: ["TIME-WAIT"], kind: "receive", event: "rcv new SYN", to: CLOSED, clause: "3.6.1" },
  T31: { ...RCV_RST, from: ["TIME-WAIT"], to: CLOSED },
  T32: {
    ...RCV_RST,
    from: ["ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2", "CLOSE-WAIT", null],
    to: CLOSED,
    call: "connection-reset",
  },
  T33: { ...RCV_RST, from: ["CLOSING", "LAST-ACK"], to: CLOSED },
  T34: {
    ...ABORT,
    from: ["ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2", "CLOSE-WAIT", "CLOSING", "LAST-ACK", null],
    to: CLOSED,
  },
  T35: { ...TIMER, from: ["FIN-WAIT-1", "CLOSING", "LAST-ACK"], event: "FIN limit", to: CLOSED },
  T36: { ...TIMER, from: ["ESTABLISHED", "CLOSE-WAIT"], event: "user timeout", to: CLOSED },
  T37: {
    from: [...TCP_STATES.filter((state) => state !== "CLOSED"), null],
    kind: "superseded",
    event: "new SYN sent",
    to: CLOSED,
    clause: null,
  },
  T38: {
    from: ["LISTEN"],
    kind: "call",
    event: "CLOSE",
    to: CLOSED,
    clause: "3.10.4",
    call: "close",
    isInFigure5: true,
  },
  T39: {
    from: ["SYN-SENT"],
    kind: "send",
    event: "rcv SYN,ACK (not captured)",
    action: "snd ACK",
    to: ESTABLISHED,
    clause: "3.10.7.3",
    call: "connect-returns",
  },
  T40: {
    from: ["LISTEN", null],
    kind: "send",
    event: "rcv SYN (not captured)",
    action: "snd SYN,ACK",
    to: ["SYN-RECEIVED"],
    clause: "3.10.7.2",
  },
  T41: {
    from: ["SYN-RECEIVED"],
    kind: "send",
    event: "rcv ACK of SYN (not captured)",
    to: ESTABLISHED,
    clause: "3.10.7.4",
    call: "accept-can-return",
  },
  T42: {
    from: [null, "LISTEN", "CLOSED"],
    kind: "send",
    event: "handshake (not captured)",
    to: ESTABLISHED,
    clause: null,
  },
  T43: {
    from: [...TCP_STATES.filter((state) => state !== "CLOSED"), null],
    kind: "call",
    event: "crash",
    to: CLOSED,
    clause: "3.5.1",
  },
  T44: {
    from: ["LISTEN", "SYN-SENT", "TIME-WAIT"],
    kind: "call",
    event: "ABORT, nothing sent",
    to: CLOSED,
    clause: "3.10.5",
    call: "abort",
  },
});

function written<Id extends `T${number}`>(rows: Readonly<Record<Id, Row>>): Readonly<Record<Id, Arrow>> {
  const blank = { action: null, via: null, call: null, isInFigure5: false };
  const arrows = Object.entries<Row>(rows).map(([id, row]) => [id, { ...blank, ...row }]);
  return Object.fromEntries(arrows) as Record<Id, Arrow>;
}

/** Number of a row of the transition table. */
export type ArrowId = keyof typeof ARROWS;

/** The row of that number. */
export function arrow(id: ArrowId): Arrow {
  return ARROWS[id];
}

export const ARROW_IDS = Object.keys(ARROWS) as ArrowId[];

const ARROWS_FROM = arrowsFrom();

/** The number of the row that an event takes out of a state (null: unknown); null where the event moves nothing. */
export function arrowFor(state: TcpState | null, event: ArrowEvent): ArrowId | null {
  return rowFor(state, event)?.id ?? null;
}

/** As {@link arrowFor}, with the row. */
export function rowFor(state: TcpState | null, event: ArrowEvent): NumberedArrow | null {
  return ARROWS_FROM.get(state)?.get(event) ?? null;
}

interface NumberedArrow {
  readonly id: ArrowId;
  readonly row: Arrow;
}

function arrowsFrom(): ReadonlyMap<TcpState | null, ReadonlyMap<ArrowEvent, NumberedArrow>> {
  const found = new Map<TcpState | null, Map<ArrowEvent, NumberedArrow>>();
  for (const id of ARROW_IDS) {
    const row = arrow(id);
    for (const state of row.from) {
      const events = found.get(state) ?? new Map<ArrowEvent, NumberedArrow>();
      assert(!events.has(row.event), `${id}: "${row.event}" leaves ${state ?? "an unknown state"} twice`);
      found.set(state, events.set(row.event, { id, row }));
    }
  }
  return found;
}
