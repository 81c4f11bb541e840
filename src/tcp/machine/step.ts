import { FIN } from "../../segments/flags.ts";
import { Finding, type Move } from "../analysis.ts";
import { type ArrowEvent, arrowFor } from "../arrows.ts";
import type { Succession } from "../connections/succession.ts";
import { REPEATED_KINDS, type RepeatedKind, surelyOver, TIME_WAIT_LENGTH } from "../retransmission-limit.ts";
import { TCP_STATES, type TcpState } from "../state.ts";
import { receiveAcknowledgment, receiveMoves } from "./receive-moves.ts";
import { sendMoves, sendReset } from "./send-moves.ts";
import { type End, isPureAck, StepContext, type StepInput } from "./step-context.ts";

const DAY = 86_400e9;

/**
 * Runs both ends of one connection along the transition table: docs/state-machine.md section 6. At every position,
 * first what a clock or a new connection ends, then what is sent there, then what arrives there, oldest first.
 * @param tableRows the connection's rows in the table
 */
export function stepThrough(input: StepInput, tableRows: Uint32Array): StepContext {
  const context = new StepContext(input);
  const { succession } = input.neighbours;
  const { exchange, delivery } = context;
  const late = delivery.seen === null ? lateArrivals(context) : null;
  findTimeJumps(context);
  let turn = 0;
  let isSuperseded = succession === null;
  while (turn < exchange.length) {
    const position = exchange.place[exchange.turns[turn]];
    // What was captured late shares the place of this row, whose time and connection are those of the place.
    const here = position - 1;
    endTimeWait(context, 0, here, position);
    endTimeWait(context, 1, here, position);
    if (!isSuperseded && succession !== null && tableRows[here] > succession.tableRow) {
      isSuperseded = true;
      const move = supersede(context, succession, position);
      if (move !== null) context.machine.moves.push(move);
    }
    const from = turn;
    for (; turn < exchange.length && exchange.place[exchange.turns[turn]] === position; turn++) {
      const row = exchange.turns[turn];
      if (succession !== null && tableRows[row] > succession.tableRow) context.find(row, Finding.Stale);
      note(context, row);
      if (context.isSkipped(row)) continue;
      if (!context.isUnsent(row)) sendMoves(context, row, turn, position);
      // A segment that was captured late was sent, and arrived, before the row whose place it shares.
      const isCapturedLate = exchange.place[row] !== row + 1;
      if (isCapturedLate && delivery.arrivesAt[row] === position) receiveMoves(context, row, position);
    }
    const until = turn < exchange.length ? exchange.place[exchange.turns[turn]] : exchange.length + 1;
    for (let at = position; at < until; at++) {
      if (late === null) receiveSeen(context, at);
      else {
        receiveLate(context, late, at, 0);
        if (at === position) receiveHere(context, from, turn, position);
        receiveLate(context, late, at, 1);
      }
      if (at !== position) continue;
      // What arrives at the position comes before any timer: the end was still waiting for it.
      runTimer(context, 0, here, from, position);
      runTimer(context, 1, here, from, position);
      endUnreachable(context, position);
    }
  }
  return context;
}

/** Takes what is seen to arrive after the segment of that position and before the next one. */
function receiveSeen(context: StepContext, position: number): void {
  const { seen } = context.delivery;
  if (seen === null) return;
  for (let index = seen.from[position]; index < seen.from[position + 1]; index++) {
    const row = seen.effects[index] >>> 1;
    if (context.isSkipped(row)) continue;
    // Who answers with a bare RST had no connection any more when the segment came (RFC 9293 section 3.10.7.1).
    const reset = seen.refusedBy[row] - 1;
    if (reset >= 0) sendReset(context, reset, reset, position, row + 1 === position ? null : row + 1);
    if ((seen.effects[index] & 1) === 0) receiveMoves(context, row, position);
    else receiveAcknowledgment(context, row, position);
  }
}

/** Takes what is sent and arrives at the same position. */
function receiveHere(context: StepContext, from: number, until: number, position: number): void {
  const { exchange, delivery } = context;
  for (let turn = from; turn < until; turn++) {
    const row = exchange.turns[turn];
    if (context.isSkipped(row)) continue;
    const isHere = delivery.arrivesAt[row] === position && exchange.place[row] === row + 1;
    if (isHere) receiveMoves(context, row, position);
    else if (delivery.acknowledgesAt[row] === position) receiveAcknowledgment(context, row, position);
  }
}

/**
 * Takes what arrives there after its own place.
 * @param waits 1: the segments that wait for others that arrive with them
 */
function receiveLate(context: StepContext, { first, next }: LateArrivals, at: number, waits: 0 | 1): void {
  for (let row = first[at] - 1; row >= 0; row = next[row] - 1) {
    if (context.delivery.waits[row] === waits) receiveMoves(context, row, at);
  }
}

/** Rows that arrive after their own place, in the order in which they were sent. Rows are counted from 1; 0: none. */
interface LateArrivals {
  /** By the position at which they arrive. */
  readonly first: Uint32Array;
  /** By row: the one that arrives there after it. */
  readonly next: Uint32Array;
}

function lateArrivals(context: StepContext): LateArrivals {
  const { exchange, delivery } = context;
  const first = exchange.memory.uint32(exchange.length + 1);
  const next = exchange.memory.uint32(exchange.length);
  for (let turn = exchange.length - 1; turn >= 0; turn--) {
    const row = exchange.turns[turn];
    const at = delivery.arrivesAt[row];
    if (context.isSkipped(row) || at <= exchange.place[row]) continue;
    next[row] = first[at];
    first[at] = row + 1;
  }
  return { first, next };
}

function note(context: StepContext, row: number): void {
  const { exchange, resets } = context;
  if (exchange.isCapturedTwice[row] === 1) context.find(row, Finding.CapturedTwice);
  if (exchange.isStray[row] === 1) {
    context.find(row, Finding.StraySyn);
    const receiver = context.ends[context.receiverOf(row)];
    receiver.expectsChallengeAck = true;
    receiver.straySyn = row;
  }
  if (exchange.isDropped[row] === 1) context.find(row, Finding.Dropped | foreignAck(context, row));
  if ((exchange.flags[row] & FIN) === 0 && (exchange.columns.flags[row] & FIN) !== 0)
    context.find(row, Finding.FinIgnored);
  if (resets.isRejected[row] === 1) context.find(row, Finding.Rejected);
  if (exchange.place[row] !== row + 1) context.find(row, Finding.CapturedLate);
}

/** A pure ACK that acknowledges nothing of the connection is the challenge of an older one (RFC 9293 figure 9). */
function foreignAck(context: StepContext, row: number): number {
  const isOfSyn = context.exchange.ack[row] === context.ends[context.receiverOf(row)].next;
  return isPureAck(context, row) && !isOfSyn ? Finding.ChallengeAck : 0;
}

function findTimeJumps(context: StepContext): void {
  let before = Number.NaN;
  for (let row = 0; row < context.exchange.length; row++) {
    const time = context.timeOf(row);
    if (time < before || time - before > DAY) context.find(row, Finding.TimeJump);
    if (!Number.isNaN(time)) before = time;
  }
}

/** Ends a TIME-WAIT that is surely over when the row is sent (docs/state-machine.md 6.5). */
function endTimeWait(context: StepContext, end: End, row: number, position: number): void {
  const { timeWaitSince } = context.ends[end];
  if (context.stateOf(end) !== "TIME-WAIT" || timeWaitSince === null) return;
  if (!(context.timeOf(row) > surelyOver(timeWaitSince, TIME_WAIT_LENGTH))) return;
  const time = timeWaitSince + TIME_WAIT_LENGTH;
  context.machine.move("2MSL timer", end, { position, basis: "timer", time });
}

/** Makes the move of an end that has surely given up when the row is sent (docs/state-machine.md 6.5). */
function runTimer(context: StepContext, end: End, row: number, turn: number, position: number): void {
  const now = context.timeOf(row);
  const repeated = REPEATED_IN.get(context.stateOf(end));
  if (repeated === undefined || mayBeAnswered(context, end, repeated)) return;
  const limit = context.limits.of(end, repeated.kind);
  const hasGivenUp = limit.over !== null && now > limit.over && limit.lastTurn < turn;
  // An end that speaks again has not given up.
  if (!hasGivenUp || context.resets.lastTurn[end] > turn) return;
  context.machine.move(repeated.limit, end, { position, basis: "timer", time: limit.due });
}

/** Ends a connect() that an ICMP error refused before the client refused its answer (docs/state-machine.md 6.6). */
function endUnreachable({ unreachable, exchange, machine }: StepContext, position: number): void {
  if (unreachable?.position !== position || position === exchange.length) return;
  machine.move("ICMP unreachable", 0, { position, basis: "assumed", time: unreachable.time });
}

/**
 * Whether the answer to what the end repeats may have come, so that no limit is certain: a SYN,ACK was sent since the
 * last SYN, though its acknowledgment is not captured; or only one direction is, where the answer to a SYN alone would be
 * acknowledged in turn.
 */
export function mayBeAnswered(context: StepContext, end: End, { kind }: Repeated): boolean {
  if (kind !== "SYN") return context.oneDirection !== null;
  const { synAckTurn } = context.ends[end === 0 ? 1 : 0];
  return Number.isFinite(synAckTurn) && context.limits.of(end, kind).lastTurn < synAckTurn;
}

/** The segment that an end repeats, and the event of giving up. */
interface Repeated {
  readonly kind: RepeatedKind;
  readonly limit: ArrowEvent;
}

/** What an end repeats in each state. The table has an arrow for giving up. */
export const REPEATED_IN: ReadonlyMap<TcpState | null, Repeated> = new Map(
  TCP_STATES.flatMap((state) =>
    REPEATED_KINDS.map((kind) => [state, { kind, limit: `${kind} limit` as const }] as const).filter(
      ([, { limit }]) => arrowFor(state, limit) !== null,
    ),
  ),
);

/** Ends the opener's end of the old connection when it opens a new one. Null if it had ended before. */
export function supersede(
  context: StepContext,
  { opener, time, isSynSeen, isUnconfirmed }: Succession,
  position: number,
): Move | null {
  const state = context.stateOf(opener);
  if (state === null || state === "CLOSED" || state === "LISTEN") return null;
  // The attempt that goes on there is the one that it was in all the time.
  if (context.neighbours.isOldDuplicate && opener === 0) return null;
  const { timeWaitSince } = context.ends[opener];
  const due = timeWaitSince === null ? null : timeWaitSince + TIME_WAIT_LENGTH;
  if (state === "TIME-WAIT" && due !== null && time >= due) {
    return context.machine.take("2MSL timer", opener, { position, basis: "timer", time: due });
  }
  return context.machine.take("new SYN sent", opener, {
    position,
    basis: isUnconfirmed ? "assumed" : isSynSeen ? "sent" : "gap",
    time: Number.isNaN(time) ? null : time,
  });
}
