import type { Move } from "../analysis.ts";
import type { Succession } from "../connections/succession.ts";
import { surelyOver, TIME_WAIT_LENGTH } from "../retransmission-limit.ts";
import type { End, StepContext } from "./step-context.ts";
import { limitArrow, limitOf, supersede } from "./step.ts";

/** What comes after the last segment. */
export interface AfterLastSegment {
  readonly succession: Succession | null;
  /** Time of the last record of the capture; NaN if unknown. */
  readonly captureEnd: number;
  /** Time of an ICMP error that ends a connect(), or null. */
  readonly unreachableAt: number | null;
}

/**
 * The moves after the last segment: what the next connection on the pair shows, what an ICMP error ends, and what a
 * clock ends, within the capture (`timer`) or after it (`predicted`). docs/state-machine.md 3.3, 6.5, 6.6.
 */
export function epilogueOf(context: StepContext, after: AfterLastSegment): Move[] {
  const position = context.exchange.length;
  const moves: Move[] = [];
  for (const end of [0, 1] as const) {
    const move =
      afterSuccession(context, end, after.succession, position) ?? afterError(context, end, after, position);
    if (move !== null) moves.push(move);
    else moves.push(...afterClock(context, end, after.captureEnd, position));
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
  if (end === succession.opener) return supersede(context, succession, position);
  if (!succession.isAnswered) return null;
  const time = Number.isNaN(succession.time) ? null : succession.time;
  const state = context.stateOf(end);
  const evidence = { position, basis: "proved", time } as const;
  if (state === "TIME-WAIT") return context.machine.take("T30", end, evidence);
  if (state === "SYN-RECEIVED" && context.machine.isPassive[end])
    return context.machine.take("T10", end, evidence);
  return null;
}

function afterError(context: StepContext, end: End, after: AfterLastSegment, position: number): Move | null {
  if (end !== 0 || after.unreachableAt === null || context.stateOf(0) !== "SYN-SENT") return null;
  return context.machine.take("T17", 0, { position, basis: "assumed", time: after.unreachableAt });
}

function afterClock(context: StepContext, end: End, captureEnd: number, position: number): Move[] {
  const state = context.stateOf(end);
  if (state === "TIME-WAIT") {
    const since = context.ends[end].timeWaitSince;
    const isOver = since !== null && captureEnd > surelyOver(since, TIME_WAIT_LENGTH);
    const time = since === null ? null : since + TIME_WAIT_LENGTH;
    return [context.machine.take("T28", end, { position, basis: isOver ? "timer" : "predicted", time })];
  }
  if (state === "FIN-WAIT-2") return [context.machine.take("T24", end, { position, basis: "predicted" })];
  const limit = limitOf(context, end);
  if (limit === null) return [];
  const isOver = limit.over !== null && captureEnd > limit.over;
  const basis = isOver ? "timer" : "predicted";
  return [context.machine.take(limitArrow(state), end, { position, basis, time: limit.due })];
}
