import { ACK, FIN, RST, SYN } from "../../segments/flags.ts";
import { type End, otherEnd } from "../script/script.ts";
import { MISSED, type Observed, type ObservedRow } from "./observed-rows.ts";

/** Gaps between copies of a SYN that differ by less than this are one timeout, not a doubled one. */
const DOUBLED = 1.5;
/** Linux `tcp_syn_linear_timeouts` as it comes. */
const USUAL_LINEAR = 4;
/** A first timeout is a second (RFC 6298 rule 2.1); what comes sooner no timer sent. In nanoseconds. */
const LEAST_FIRST_GAP = 0.9e9;

/** What hosts that were set otherwise than the profiles say show of it. */
interface Limits {
  /** Copies of the SYN before its timeout doubles. */
  readonly linear: number;
  /** Copies of its FIN after which an end was gone; null: none gave up. */
  readonly retries: number | null;
}

export function limitsOf({ rows }: Observed): Limits {
  return { linear: linearOf(rows), retries: retriesOf(0, rows) ?? retriesOf(1, rows) };
}

function linearOf(rows: readonly ObservedRow[]): number {
  const times = rows
    .filter(({ from, flags }) => from === 0 && (flags & (SYN | ACK)) === SYN)
    .map(({ sentAt }) => sentAt);
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const [first = 0] = gaps;
  if (first < LEAST_FIRST_GAP) return 0;
  const longer = gaps.findIndex((gap) => gap > DOUBLED * first);
  // The first gap says nothing: it is one timeout in any case.
  if (longer >= 0) return longer - 1;
  return gaps.length > 1 ? Math.max(gaps.length - 1, USUAL_LINEAR) : 0;
}

/** An end whose FIN nobody acknowledged, and that then answers with a bare RST, had given up. */
function retriesOf(end: End, rows: readonly ObservedRow[]): number | null {
  const own = rows.filter(({ from }) => from === end);
  const fins = own.filter(({ flags }) => (flags & FIN) !== 0);
  const last = fins.at(-1);
  if (last === undefined || !fins.every(({ fate }) => MISSED.has(fate))) return null;
  const isGone = own.some(({ flags, position }) => position > last.position && (flags & (RST | ACK)) === RST);
  const isAnswered = rows.some(
    ({ from, position, flags, octets }) =>
      from === otherEnd(end) && position > last.position && (flags & RST) === 0 && octets > 0,
  );
  return isGone && isAnswered ? fins.length - 1 : null;
}
