import { ACK, FIN, RST, SYN } from "../segments/flags.ts";
import type { Exchange } from "./exchange/exchange.ts";

/**
 * 2MSL as Linux sets it, in nanoseconds (`TCP_TIMEWAIT_LEN`): an MSL of 30 s. RFC 9293 section 3.4.2 says 2 minutes
 * for the MSL.
 */
export const TIME_WAIT_LENGTH = 60e9;
/** The longest gap between two copies, in nanoseconds: Linux `TCP_RTO_MAX`. */
export const LARGEST_GAP = 120e9;
/** The least wait of a retransmission timer, in nanoseconds: Linux `TCP_RTO_MIN`; RFC 6298 says one second. */
export const SHORTEST_TIMER = 200e6;
/**
 * The least wait before a SYN or SYN,ACK is sent again, in nanoseconds: a second while no round trip is known (RFC 6298
 * rule 2.1), less what timers of kernels run early.
 */
export const FIRST_TIMER = 0.9e9;
/** Kernel timers run late by up to an eighth (timer wheel), so a timer counts as run out only then. */
const LATENESS = 1.125;

/** The time at which a wait that began at `from` and takes `length` is surely over. */
export function surelyOver(from: number, length: number): number {
  return from + length * LATENESS;
}

/** The segments that an end repeats until it gives up. */
export const REPEATED_KINDS = ["SYN", "FIN", "SYN,ACK"] as const;

export type RepeatedKind = (typeof REPEATED_KINDS)[number];

/** The time at which an end gives up a segment that it repeats in vain. */
export interface Limit {
  /** The last copy, in order of sending, 0-based; -1 if none was sent. */
  readonly lastTurn: number;
  /** When it gives up, in nanoseconds as in the time column; null if there is a single copy. */
  readonly due: number | null;
  /** The time from which on it has surely given up. */
  readonly over: number | null;
}

const NEVER: Limit = { lastTurn: -1, due: null, over: null };

/**
 * Predicts for each end and kind when it gives up: last copy plus twice the largest gap (docs/state-machine.md 6.5).
 */
export class RetransmissionLimits {
  /** Whether any end gives up anything. */
  readonly isAnyDue: boolean;
  private readonly limits: readonly (Limit | null)[];

  constructor(exchange: Exchange) {
    const copies: (Copies | null)[] = [null, null, null, null, null, null];
    const { columns, turns, sender } = exchange;
    for (let turn = 0; turn < turns.length; turn++) {
      const row = turns[turn];
      const kind = kindOf(exchange.flags[row]);
      if (kind === null || exchange.isInert[row] === 1) continue;
      const slot = slotOf(sender[row] === 0 ? 0 : 1, kind);
      const seen = (copies[slot] ??= { lastTurn: turn, lastTime: Number.NaN, largestGap: 0 });
      const time = columns.time[row];
      const gap = time - seen.lastTime;
      // A copy sooner than any timer answers a copy, or is a tail loss probe (RFC 8985 section 7) or a copy of the
      // network.
      if (exchange.copyOf[row] === 0) seen.largestGap = 0;
      else if (gap >= SHORTEST_TIMER) seen.largestGap = Math.max(seen.largestGap, gap);
      seen.lastTurn = turn;
      seen.lastTime = time;
    }
    this.limits = copies.map((seen) => seen && limitOf(seen));
    this.isAnyDue = this.limits.some((limit) => limit !== null && limit.due !== null);
  }

  of(end: 0 | 1, kind: RepeatedKind): Limit {
    return this.limits[slotOf(end, kind)] ?? NEVER;
  }
}

function slotOf(end: 0 | 1, kind: RepeatedKind): number {
  return end * REPEATED_KINDS.length + REPEATED_KINDS.indexOf(kind);
}

interface Copies {
  lastTurn: number;
  lastTime: number;
  largestGap: number;
}

function limitOf({ lastTurn, lastTime, largestGap }: Copies): Limit {
  if (!(largestGap > 0)) return { lastTurn, due: null, over: null };
  const wait = waitAfter(largestGap);
  return { lastTurn, due: lastTime + wait, over: surelyOver(lastTime, wait) };
}

/** How long an end waits after the last copy, given the largest gap between two copies; nanoseconds. */
export function waitAfter(largestGap: number): number {
  return Math.min(2 * largestGap, LARGEST_GAP);
}

function kindOf(flags: number): RepeatedKind | null {
  if ((flags & RST) !== 0) return null;
  if ((flags & SYN) !== 0) return (flags & ACK) === 0 ? "SYN" : "SYN,ACK";
  return (flags & FIN) === 0 ? null : "FIN";
}
