import type { Move } from "../analysis.ts";
import type { Succession } from "../connections/succession.ts";
import { surelyOver, TIME_WAIT_LENGTH } from "../retransmission-limit.ts";
import type { End, StepContext } from "./step-context.ts";
import { REPEATED_IN, mayBeAnswered, supersede } from "./step.ts";

/** What comes after the last segment. */
export interface AfterLastSegment {
  readonly succession: Succession | null;
  /** Time of the last record of the capture; NaN if unknown. */
  readonly captureEnd: number;
}

/**
 * The moves after the last segment: what the next connection on the pair shows, what an ICMP error ends, and what a
 * clock ends, within the capture (`timer`) or after it (`predicted`). docs/state-machine.md 3.3, 6.5, 6.6.
 */
export function epilogueOf(context: StepContext, after: AfterLastSegment): Move[] {
  const position = context.exchange.length;
  const moves: Move[] = [];
  for (const end of [0, 1] as const) {
    // What becomes of the client's attempt, the next connection shows.
    if (end === 0 && context.neighbours.isOldDuplicate) continue;
    const move =
      afterSuccession(context, end, after.succession, position) ?? afterError(context, end, position);
    const next = move ?? afterClock(context, end, after.captureEnd, position);
    if (next !== null) moves.push(next);
  }
  return moves;
}

function afterSuccession(
  context: StepContext,
  end: End,
  succession: Succession | null,
  position: number,
): Move | null {
  if (succession === null) return null;
  // Where nothing of the opener was captured, its ACK may have come before.
  if (end !== succession.opener && context.oneDirection !== null) return null;
  if (end === succession.opener) return supersede(context, succession, position);
  if (!succession.isAnswered) return null;
  const time = Number.isNaN(succession.time) ? null : succession.time;
  // Only a passive opener goes back to LISTEN for it (RFC 9293 section 3.10.7.4).
  if (context.stateOf(end) === "SYN-RECEIVED" && !context.machine.isPassive[end]) return null;
  return context.machine.take("rcv new SYN", end, { position, basis: "proved", time });
}

function afterError({ unreachable, machine }: StepContext, end: End, position: number): Move | null {
  if (end !== 0 || unreachable === null || unreachable.position < position) return null;
  return machine.take("ICMP unreachable", 0, { position, basis: "assumed", time: unreachable.time });
}

function afterClock(context: StepContext, end: End, captureEnd: number, position: number): Move | null {
  const state = context.stateOf(end);
  if (state === "TIME-WAIT") {
    const since = context.ends[end].timeWaitSince;
    const isOver = since !== null && captureEnd > surelyOver(since, TIME_WAIT_LENGTH);
    const time = since === null ? null : since + TIME_WAIT_LENGTH;
    return context.machine.take("2MSL timer", end, { position, basis: isOver ? "timer" : "predicted", time });
  }
  const repeated = REPEATED_IN.get(state);
  if (repeated === undefined)
    return context.machine.take("FIN-WAIT-2 timer", end, { position, basis: "predicted" });
  const limit = context.limits.of(end, repeated.kind);
  const isOver = limit.over !== null && captureEnd > limit.over && !mayBeAnswered(context, end, repeated);
  const basis = isOver ? "timer" : "predicted";
  return context.machine.take(repeated.limit, end, { position, basis, time: limit.due });
}
