import { ACK, FIN, RST, SYN } from "../../segments/flags.ts";
import { Finding, RST_SHAPES } from "../analysis.ts";
import { rowFor } from "../arrows.ts";
import { highest } from "../exchange/said-so-far.ts";
import { findTrigger } from "../resets/classify-resets.ts";
import { isSynchronized } from "../state.ts";
import { type End, isPureAck, type StepContext, timeOrNull } from "./step-context.ts";

/** The moves that a row shows of its sender: the `snd` rows of docs/state-machine.md 6.2, with the repairs. */
export function sendMoves(context: StepContext, row: number, turn: number, position: number): void {
  const x = context.senderOf(row);
  const flags = context.flagsOf(row);
  const own = context.ends[x];
  findChallengeAck(context, row, x);
  if ((flags & RST) !== 0) {
    sendReset(context, row, turn, position);
    return;
  }
  if ((flags & SYN) !== 0) sendSyn(context, row, x, position);
  else sendPlain(context, row, turn, position);
  const { exchange, resets } = context;
  if (exchange.isNewInitial[row] === 1) own.beginAnew();
  own.take(exchange, row);
  own.spokeAt = context.timeOf(row);
  if (resets.isRejected[row] === 0)
    own.acknowledgedUnrefused = highest(own.acknowledgedUnrefused, exchange.ack[row]);
}

function sendSyn(context: StepContext, row: number, x: End, position: number): void {
  const { exchange } = context;
  const y = context.receiverOf(row);
  const isSimultaneous = exchange.sentSyn[0] && (exchange.sentSyn[1] || exchange.isSelfConnect);
  if (isSimultaneous) context.find(row, Finding.SimultaneousOpen);
  if ((context.flagsOf(row) & ACK) === 0) {
    // A repeated SYN opens nothing. One that comes to a synchronized end is challenged (RFC 5961 section 4.2).
    if (exchange.copyOf[row] === 0) {
      const { synAckStart } = context.ends[x];
      // An end that opens passively sends no SYN, whoever answers it (RFC 9293 section 3.10.7.2).
      const isOther = !Number.isNaN(synAckStart) && synAckStart !== exchange.start[row];
      const isDoubtful = isOther || context.neighbours.precedence.isUnconfirmed;
      context.send("active OPEN", x, position, isDoubtful ? "assumed" : "sent");
    } else if (isSynchronized(context.stateOf(y))) context.ends[y].expectsChallengeAck = true;
    return;
  }
  if (exchange.ack[row] > context.ends[y].synStart + 1) context.usesFastOpen = true;
  // A repeated SYN,ACK opens nothing: its sender sent it, or the network copied it, in the connection that it opened
  // before.
  if (context.stateOf(x) === "SYN-SENT") context.send("rcv SYN", x, position, "gap");
  else if (exchange.copyOf[row] === 0) context.send("rcv SYN (not captured)", x, position, "gap");
}

function sendPlain(context: StepContext, row: number, turn: number, position: number): void {
  const x = context.senderOf(row);
  const flags = context.flagsOf(row);
  repairHandshake(context, row, position);
  if ((flags & ACK) !== 0) findUnseenFin(context, row, turn, position);
  if (context.oneDirection?.answerRow === row) assumeUnseenFin(context, row, position);
  const impliesFin = context.exchange.impliesFin[row] === 1;
  if ((flags & FIN) === 0 && !impliesFin) return;
  if (impliesFin) context.ends[x].finEnd = context.exchange.start[row];
  const close = rowFor(context.stateOf(x), "CLOSE");
  // In LISTEN and in SYN-SENT a CLOSE sends no FIN: this one is of an older connection.
  if (close?.row.action !== "snd FIN") return;
  const { oneDirection } = context;
  if (row === oneDirection?.finRow && oneDirection.closes === "either")
    context.doubt("CLOSE", x, row, position, ["LAST-ACK", "FIN-WAIT-1"]);
  else context.send("CLOSE", x, position, impliesFin ? "gap" : context.basisOfLeaving(x, row));
}

/** With one direction captured: a step of one number is the FIN of the other end, which is taken here. */
function assumeUnseenFin(context: StepContext, row: number, position: number): void {
  const y = context.receiverOf(row);
  const peer = context.ends[y];
  context.send("CLOSE", y, position, "assumed");
  peer.finEnd = context.exchange.ack[row];
  peer.next = peer.finEnd;
  context.send("rcv FIN", context.senderOf(row), position, "assumed");
}

/**
 * Only an end that has left SYN-RECEIVED sends data, or acknowledges more than the SYN of its peer (RFC 9293 section
 * 3.10.7.4, fifth check); a passive end that sends a FIN was accepted before, where nothing of the other end was captured
 * that could tell.
 */
function isBeyondHandshake({ exchange, ends, oneDirection }: StepContext, row: number): boolean {
  if (exchange.columns.payloadLength[row] > 0) return true;
  if (oneDirection !== null && (exchange.flags[row] & FIN) !== 0) return true;
  const x = exchange.sender[row] === 0 ? 0 : 1;
  const peerSyn = ends[x === 0 ? 1 : 0].synStart;
  const ofSyn = Number.isNaN(peerSyn) ? ends[x].acknowledgedBySyn : peerSyn + 1;
  return exchange.ack[row] > ofSyn;
}

/** The segment shows a handshake that the capture does not hold. */
function repairHandshake(context: StepContext, row: number, position: number): void {
  const x = context.senderOf(row);
  const y = context.receiverOf(row);
  const state = context.stateOf(x);
  const hasSent = !Number.isNaN(context.ends[x].next);
  // It belongs to an older connection: the other end, in SYN-SENT, answered it with a RST (figure 9).
  if (context.resets.isRejected[row] === 1 && context.stateOf(y) === "SYN-SENT") return;
  // One of two states, whose FIN is repeated: nothing is missing.
  if (state === null && context.isAssumed(x)) return;
  if (state === "SYN-SENT") {
    if (x !== y) context.send("rcv SYN (not captured)", y, position, "gap");
    context.send("rcv SYN,ACK (not captured)", x, position, "gap");
  } else if (state === "SYN-RECEIVED") {
    if (isBeyondHandshake(context, row) && !context.usesFastOpen)
      context.send("rcv ACK of SYN (not captured)", x, position, "gap");
  } else if (state !== "CLOSED" || !hasSent) {
    context.send("handshake (not captured)", x, position, "gap");
  }
}

/**
 * X acknowledges one number more than the capture shows of Y: its FIN was not captured (docs/state-machine.md 6.3).
 */
function findUnseenFin(context: StepContext, row: number, turn: number, position: number): void {
  const x = context.senderOf(row);
  const y = context.receiverOf(row);
  const peer = context.ends[y];
  const ack = context.exchange.ack[row];
  // Y may have gone on behind its FIN with an ACK, which then stands one number further.
  const hasGoneOn = ack === peer.next && ack === peer.coveredUpTo + 1;
  const isBeyond = ack === peer.next + 1 || hasGoneOn;
  if (x === y || !isBeyond || peer.hasFin || peer.lastDataTurn > turn || !Number.isNaN(peer.finEnd)) return;
  const state = context.stateOf(x);
  const peerState = context.stateOf(y);
  if (state !== "ESTABLISHED" && state !== "FIN-WAIT-1" && state !== "FIN-WAIT-2") return;
  if (peerState !== "CLOSE-WAIT" && peerState !== "ESTABLISHED") return;
  context.send("CLOSE", y, position, "gap");
  // A segment of an end in CLOSE-WAIT acknowledges the FIN that led there.
  const acknowledgesFin = peerState === "CLOSE-WAIT" && state === "FIN-WAIT-1";
  peer.finEnd = ack;
  peer.next = ack;
  context.send(acknowledgesFin ? "rcv FIN,ACK of FIN" : "rcv FIN", x, position, "gap");
  if (context.stateOf(x) === "TIME-WAIT") context.ends[x].timeWaitSince = timeOrNull(context.timeOf(row));
  context.find(row, Finding.UnseenFin);
}

/**
 * What a RST does to its sender (docs/state-machine.md 6.4).
 * @param answered the segment (position) at whose arrival the connection is gone, where that is known
 */
export function sendReset(
  context: StepContext,
  row: number,
  turn: number,
  position: number,
  answered: number | null = null,
): void {
  const { resets } = context;
  const x = context.senderOf(row);
  const state = context.stateOf(x);
  const shape = RST_SHAPES[resets.shape[row]];
  const goesOn = resets.lastPlainTurn[x] > turn + 1;
  // A program aborts a connection that its host has: a bare RST before that is of somebody else.
  const isOpenYet = (context.flagsOf(row) & ACK) === 0 && resets.lastAbortTurn[x] > turn + 1;
  if (shape === "refused" || goesOn || isOpenYet || answersInert(context, row)) return;
  const isOpening = state === "SYN-SENT" || state === "SYN-RECEIVED";
  if (isOpening && answersUnacceptable(context, row)) return;
  // What refuses a SYN shows that its sender has no connection, but not since when.
  const refusesSyn = (context.flagsOf(row) & ACK) !== 0 && resets.trigger[row] > 0;
  // Of a sender that nothing else shows, a RST does not tell whether it had a connection.
  const isShown = context.machine.basis[x] !== "gap" || state !== "SYN-SENT";
  const isDoubtful = refusesSyn || !isShown || hasForeignNumber(context, row, x);
  if (state === "SYN-SENT") {
    const triesAgain = resets.lastTurn[x] > turn + 1 || (context.neighbours.isOldDuplicate && x === 0);
    if (!triesAgain) context.send("CLOSE", x, position, isDoubtful ? "assumed" : "sent", answered);
  } else if (state !== null || context.initial.isMidStream || context.isAssumed(x)) {
    // A request that ends answers with a bare RST (RFC 9293 section 3.10.7.4); RST,ACK is sent by a call, on a connection.
    if (shape === "abort" && state === "SYN-RECEIVED" && context.oneDirection !== null)
      context.send("rcv ACK of SYN (not captured)", x, position, "assumed");
    context.send("ABORT", x, position, isDoubtful ? "assumed" : context.basisOfLeaving(x, row), answered);
  }
}

/**
 * Whether the RST answers nothing, and its number is neither SND.NXT of its sender, as that of an abort, nor one that the
 * other end has acknowledged, as that of a refusal (RFC 9293 sections 3.10.5 and 3.10.7.1).
 */
function hasForeignNumber({ resets, exchange, ends }: StepContext, row: number, x: End): boolean {
  const { next } = ends[x];
  if (resets.trigger[row] > 0 || Number.isNaN(next)) return false;
  return exchange.start[row] !== next && findTrigger(exchange, row, -1) < 0;
}

/**
 * Whether the RST answers an acknowledgment that does not cover the SYN of its sender, or what it never sent: in SYN-SENT
 * and SYN-RECEIVED that one drops the segment and stays (RFC 9293 sections 3.10.7.3, first check, and 3.10.7.4, fifth
 * check).
 */
function answersUnacceptable(context: StepContext, row: number): boolean {
  const answered = context.resets.trigger[row] - 1;
  const hasAck = answered >= 0 && (context.flagsOf(answered) & ACK) !== 0;
  return hasAck && !context.acknowledgesSyn(answered, context.senderOf(row));
}

/** Whether the RST answers a segment of another connection, so that it shows no end of this one. */
function answersInert({ resets, exchange }: StepContext, row: number): boolean {
  return resets.trigger[row] > 0 && exchange.isInert[resets.trigger[row] - 1] === 1;
}

/** Finds challenge ACKs: pure ACKs with nothing new, right after a SYN or RST that must be challenged (RFC 5961). */
function findChallengeAck(context: StepContext, row: number, x: End): void {
  const own = context.ends[x];
  const { start, ack } = context.exchange;
  const isUnchanged = ack[row] === own.acknowledged && start[row] === own.next;
  const isStale = (context.findings[row] & Finding.Stale) !== 0;
  if (isPureAck(context, row) && isUnchanged && (own.expectsChallengeAck || isStale)) {
    context.find(row, Finding.ChallengeAck);
    if (own.straySyn >= 0) context.noteArrival(own.straySyn);
  }
  own.expectsChallengeAck = false;
  own.straySyn = -1;
}
