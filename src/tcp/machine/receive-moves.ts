import { ACK, FIN, RST, SYN } from "../../segments/flags.ts";
import { Finding } from "../analysis.ts";
import { type ArrowEvent, arrowFor } from "../arrows.ts";
import type { TcpState } from "../state.ts";
import type { End, EndRecord, StepContext } from "./step-context.ts";

/** The moves that the arrival of a row at `position` causes: the `rcv` rows of docs/state-machine.md 6.2. */
export function receiveMoves(context: StepContext, row: number, position: number): void {
  const flags = context.flagsOf(row);
  const isSyn = (flags & SYN) !== 0;
  if ((flags & RST) !== 0) receiveReset(context, row, position);
  else if (isSyn && (flags & ACK) !== 0) receiveSynAck(context, row, position);
  else if (isSyn) receiveSyn(context, row, position);
  else if (context.resets.isRejected[row] !== 1) receivePlain(context, row, position);
  else receiveRefused(context, row, position);
}

/**
 * An end that has closed refuses new data with a RST (RFC 9293 section 3.6.1), but takes the acknowledgment first
 * (3.10.7.4, fifth check). Not so one that is gone before: it has given up its FIN, or its first RST answers something
 * older.
 */
function receiveRefused(context: StepContext, row: number, position: number): void {
  const { columns, end, ack } = context.exchange;
  const y = context.receiverOf(row);
  const own = context.ends[y];
  const bringsData = columns.payloadLength[row] > 0 && end[row] > own.acknowledged;
  const mayBeGone = context.limits.of(y, "FIN").due !== null || own.firstReset < own.finEnd;
  if (bringsData && ack[row] >= own.finEnd && !mayBeGone)
    context.receive("rcv ACK of FIN", y, row, position, null);
}

function receiveSyn(context: StepContext, row: number, position: number): void {
  if ((context.neighbours.precedence.isChallenged && row === 0) || context.resets.isRejected[row] === 1)
    return;
  const proof = context.delivery.provedBy[row];
  context.receive("rcv SYN", context.receiverOf(row), row, position, proof);
}

function receiveSynAck(context: StepContext, row: number, position: number): void {
  const y = context.receiverOf(row);
  if (context.resets.hasRefusedSynAck[y] || !context.acknowledgesSyn(row, y)) return;
  const isAwaited = context.stateOf(y) === "SYN-SENT";
  const { provedBy, isGuess } = context.delivery;
  // Of two SYN,ACKs one came; which is a guess.
  const ofThis = isGuess[row] === 1 ? 0 : provedBy[row];
  const proof = isAwaited ? ofThis : context.ends[y].nextPlain(position, context.exchange.place);
  // Of a SYN,ACK that is all there is, nothing tells that it came.
  if (isAwaited && context.oneDirection?.isPlain === false) return;
  // A client that opens anew without having acknowledged the SYN,ACK was still in SYN-SENT: its new SYN
  // contradicts the receipt (docs/state-machine.md 5.1).
  if (isAwaited && provedBy[row] === 0 && context.neighbours.succession?.opener === 0) return;
  context.receive("rcv SYN,ACK", y, row, position, proof);
}

function receivePlain(context: StepContext, row: number, position: number): void {
  const y = context.receiverOf(row);
  const own = context.ends[y];
  const ack = context.exchange.ack[row];
  const proof = orderedProof(context, row, own);
  const hasFin = context.hasEffectiveFin(row);
  if (completeHandshake(context, row, position, hasFin) && hasFin) return;
  const finIsAcknowledged = ack >= own.finEnd && isAcknowledging(context, row, position);
  if (finIsAcknowledged && own.finAcknowledgedBy < 0) own.finAcknowledgedBy = row;
  if (!finIsAcknowledged && !hasFin) return;
  const receive = (event: ArrowEvent): boolean => context.receive(event, y, row, position, proof);
  // The acknowledgment is taken before the FIN (RFC 9293 section 3.10.7.4); one arrow may stand for both.
  const { oneDirection } = context;
  if (hasFin && oneDirection?.finRow === row && oneDirection.closes === "either") {
    context.doubt("rcv FIN", y, row, position, ["TIME-WAIT", "CLOSE-WAIT"]);
    return;
  }
  if (finIsAcknowledged && hasFin && receive("rcv FIN,ACK of FIN")) return;
  if (finIsAcknowledged && receive("rcv ACK of FIN")) return;
  if (hasFin && receive("rcv FIN") && context.stateOf(y) === "CLOSING")
    findSimultaneousClose(context, row, y);
}

/**
 * The proof that the row led to that state, beyond its arrival. There is none if the receiver sent something before
 * the proof that the capture does not hold, for that may be a FIN, nor if the capture began late and holds neither data
 * nor FIN of it; nor if it is a guess which copy arrived, for the acknowledgment of the receiver's FIN may have arrived
 * first.
 */
function orderedProof(context: StepContext, row: number, own: EndRecord): number {
  const { delivery, exchange, initial } = context;
  const proof = delivery.provedBy[row];
  const isUnseen = proof === 0 || exchange.followsUnseen[proof - 1] === 1;
  if (isUnseen || (initial.isMidStream && !own.hasFin && own.lastDataTurn < 0)) return 0;
  const first = exchange.copyOf[row] === 0 ? row : exchange.copyOf[row] - 1;
  const hasClosed = !Number.isNaN(own.finEnd);
  if (!hasClosed && mayRepeatFin(context, proof - 1, row)) return 0;
  const wasAcknowledgedBefore = own.finAcknowledgedBy >= 0 && own.finAcknowledgedBy < first;
  const isOrderOpen = hasClosed && !wasAcknowledgedBefore;
  // What acknowledges both a FIN and what came after it does not show, far from the capture, which of them came first.
  const isFar = delivery.vantage >= 0 && exchange.receiver[row] !== delivery.vantage;
  const crosses = isFar && exchange.ack[row] < own.finEnd;
  return isOrderOpen && (delivery.isGuess[row] === 1 || crosses) ? 0 : proof;
}

/** Nanoseconds for which Linux holds an ACK back at most where it answers at once otherwise (`TCP_DELACK_MIN`). */
const DELAYED_ACK = 40e6;

/**
 * Whether the first captured FIN of an end, which proves that the row came, may repeat one that was lost before it reached the
 * place of capture, and that was sent before the row came. It is the first one if it follows the row as soon as an answer
 * does, or what its sender sent before sooner than a FIN is repeated (RFC 8985 section 7.2: two round trips).
 */
function mayRepeatFin(context: StepContext, proof: number, row: number): boolean {
  const { delivery, exchange, ends, initial } = context;
  const y = context.receiverOf(row);
  if ((context.flagsOf(proof) & FIN) === 0 || exchange.receiver[row] === delivery.vantage) return false;
  const wait = context.timeOf(proof) - context.timeOf(row);
  const fastest = delivery.crossing[y];
  // Where the handshake is missing, this may be the only answer.
  const answersIn = fastest < wait || !initial.isMidStream ? fastest : 0;
  const isSlow = wait > answersIn + Math.max(answersIn, DELAYED_ACK);
  return isSlow && !(context.timeOf(proof) - ends[y].spokeAt < 2 * answersIn);
}

/** Whether what the row acknowledges has arrived by then: a later segment may show that it had not. */
function isAcknowledging({ delivery }: StepContext, row: number, position: number): boolean {
  return delivery.acknowledgesAt[row] !== 0 && delivery.acknowledgesAt[row] <= position;
}

/** Takes the acknowledgment of a segment whose data must wait for what precedes it. */
export function receiveAcknowledgment(context: StepContext, row: number, position: number): void {
  const y = context.receiverOf(row);
  const own = context.ends[y];
  if (context.resets.isRejected[row] === 1) return;
  const ack = context.exchange.ack[row];
  const proof = context.delivery.isGuess[row] === 1 ? 0 : context.delivery.provedBy[row];
  completeHandshake(context, row, position, false);
  if (!(ack >= own.finEnd)) return;
  if (own.finAcknowledgedBy < 0) own.finAcknowledgedBy = row;
  context.receive("rcv ACK of FIN", y, row, position, proof);
}

/** Takes an acknowledgment of the receiver's SYN, which ends SYN-RECEIVED. Returns whether it did. */
function completeHandshake(context: StepContext, row: number, position: number, hasFin: boolean): boolean {
  const y = context.receiverOf(row);
  const { synStart } = context.ends[y];
  const event = hasFin ? "rcv FIN,ACK of SYN" : "rcv ACK of SYN";
  const coversSyn = Number.isNaN(synStart) || context.exchange.ack[row] > synStart;
  if (
    !coversSyn ||
    isBeyondWindowOfSyn(context, row, y) ||
    !isAcknowledging(context, row, position) ||
    arrowFor(context.stateOf(y), event) === null
  )
    return false;
  const proof = context.delivery.provedBy[row];
  // With Fast Open the end may send data in SYN-RECEIVED, so only an acknowledgment of this segment proves it.
  const isProved = hasFin || context.usesFastOpen;
  const shownBy = isProved ? proof : context.ends[y].nextPlain(position, context.exchange.place);
  return context.receive(event, y, row, position, shownBy);
}

/** The window of a SYN,ACK is never scaled (RFC 7323 section 2.2). */
const LARGEST_FIRST_WINDOW = 0xffff;

/** Whether an end in SYN-RECEIVED must drop the row for its number (RFC 9293 section 3.10.7.4, first check). */
function isBeyondWindowOfSyn({ exchange, ends }: StepContext, row: number, y: End): boolean {
  const next = ends[y].acknowledged;
  const start = exchange.start[row];
  return start > next + LARGEST_FIRST_WINDOW || (start < next && exchange.end[row] <= next);
}

function findSimultaneousClose(context: StepContext, row: number, y: End): void {
  const { turns, sender, copyOf } = context.exchange;
  let second = row;
  for (const candidate of turns) {
    if (sender[candidate] !== y || (context.flagsOf(candidate) & FIN) === 0 || copyOf[candidate] !== 0)
      continue;
    second = Math.max(second, candidate);
    break;
  }
  context.find(second, Finding.SimultaneousClose);
}

/** The states in which Linux accepts a RST at RCV.NXT-1, the number of the FIN that arrived (`tcp_reset_check`). */
const TAKES_RST_AT_FIN: ReadonlySet<TcpState | null> = new Set<TcpState>([
  "CLOSE-WAIT",
  "LAST-ACK",
  "CLOSING",
]);

/**
 * In TIME-WAIT RCV.NXT is certain, because the FIN has arrived (RFC 9293 section 3.10.7.4, second check; RFC 5961
 * section 3.2).
 */
function isAtFinEnd(context: StepContext, row: number): boolean {
  const { finEnd } = context.ends[context.senderOf(row)];
  return Number.isNaN(finEnd) || context.exchange.start[row] === finEnd;
}

/** What a RST does to its receiver (docs/state-machine.md 6.4). */
function receiveReset(context: StepContext, row: number, position: number): void {
  const y = context.receiverOf(row);
  const state = context.stateOf(y);
  const standing = context.delivery.resetStandings.get(row) ?? "ends";
  if (state === "SYN-SENT") {
    const isAcceptable = (context.flagsOf(row) & ACK) !== 0 && context.acknowledgesSyn(row, y);
    if (isAcceptable) context.receive("rcv RST", y, row, position, null);
    return;
  }
  // In one of two states, it ends both where it is exact in both.
  const isEither = state === null && context.isAssumed(y);
  const isKnown = state !== null || context.initial.isMidStream || isEither;
  if (arrowFor(state, "rcv RST") === null || !isKnown) return;
  const isOutside = standing === "outside" || (standing === "at-fin" && !TAKES_RST_AT_FIN.has(state));
  if (isOutside) context.find(row, Finding.RstOutside);
  if (standing === "challenged" || standing === "not-exact-ends") context.find(row, Finding.RstNotExact);
  if (standing === "challenged") context.ends[y].expectsChallengeAck = true;
  const isWithoutEffect = standing === "challenged" || standing === "ignored" || standing === "doubtful";
  if (isOutside || isWithoutEffect || ((state === "TIME-WAIT" || isEither) && !isAtFinEnd(context, row))) {
    context.find(row, Finding.RstWithoutEffect);
    return;
  }
  context.receive("rcv RST", y, row, position, null);
}
