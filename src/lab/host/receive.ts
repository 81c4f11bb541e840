import { ACK, FIN, RST, SYN } from "../../segments/flags.ts";
import { distance } from "../../segments/sequence-number.ts";
import { sequenceLength } from "../../segments/sequence-space.ts";
import type { TcpState } from "../../tcp/state.ts";
import type { ControlBlock } from "./control-block.ts";
import { challenge, refuse, sendAck, sendAgain } from "./emit.ts";
import type { Effect, LabSegment } from "./segment.ts";
import { sendNew, sendQueued } from "./send-data.ts";
import { restartRetransmission, startFinWait2, startKeepalive, startTimeWait } from "./timers.ts";

/** SEGMENT ARRIVES (RFC 9293 section 3.10.7), for a connection that is not CLOSED. */
export function receive(block: ControlBlock, segment: LabSegment, isn: () => number): Effect {
  startKeepalive(block);
  switch (block.state) {
    case "CLOSED":
      refuse(block, segment);
      return "none";
    case "LISTEN":
      return receiveInListen(block, segment, isn);
    case "SYN-SENT":
      return receiveInSynSent(block, segment);
    default:
      return receiveSynchronized(block, segment);
  }
}

/** Section 3.10.7.2. */
function receiveInListen(block: ControlBlock, segment: LabSegment, isn: () => number): Effect {
  const { flags } = segment;
  if ((flags & RST) !== 0) return "none";
  if ((flags & ACK) !== 0) {
    refuse(block, segment);
    return "none";
  }
  if ((flags & SYN) === 0) return "none";
  block.isn = isn();
  block.accept(segment);
  block.take("rcv SYN");
  sendNew(block, SYN | ACK, 0);
  return "new";
}

/** Section 3.10.7.3. */
function receiveInSynSent(block: ControlBlock, segment: LabSegment): Effect {
  const { flags } = segment;
  const hasAck = (flags & ACK) !== 0;
  const isAcceptable = hasAck && distance(block.isn, segment.acknowledgment) === 1;
  if (hasAck && !isAcceptable) {
    refuse(block, segment);
    return "none";
  }
  if ((flags & RST) !== 0) {
    if (!isAcceptable) return "none";
    block.take("rcv RST");
    block.world.notify("reset");
    return "new";
  }
  if ((flags & SYN) === 0) return "none";
  block.accept(segment);
  if (!hasAck) {
    block.take("rcv SYN");
    repeatSyn(block);
    return "new";
  }
  acknowledge(block, 1);
  block.take("rcv SYN,ACK");
  establish(block, segment);
  sendAck(block);
  block.world.notify("connected");
  sendQueued(block);
  return "new";
}

/** The SYN that was sent, now with the acknowledgment of the other one, or the SYN,ACK once more. */
function repeatSyn(block: ControlBlock): void {
  const { oldest } = block.sending;
  if (oldest !== undefined) sendAgain(block, oldest);
}

/** Both SYNs are acknowledged. */
function establish(block: ControlBlock, segment: LabSegment): void {
  block.roundTrip.endHandshake(block.hasRepeatedSyn);
  // The window of a SYN is not scaled (RFC 7323 section 2.2).
  const isSyn = (segment.flags & SYN) !== 0;
  block.sendWindow = isSyn ? segment.window : block.scaled(segment.window);
  block.largestWindow = Math.max(block.largestWindow, block.sendWindow);
  block.windowSequence = distance(block.peerIsn, segment.sequence);
  block.windowAcknowledgment = distance(block.isn, segment.acknowledgment);
}

/** Section 3.10.7.4. */
function receiveSynchronized(block: ControlBlock, segment: LabSegment): Effect {
  const { flags } = segment;
  const start = distance(block.peerIsn, segment.sequence);
  const end = start + sequenceLength(flags, segment.octets);
  const isAnswerToSyn = start === 0 && (flags & SYN) !== 0 && block.state === "SYN-RECEIVED";
  if (isAnswerToSyn) return receiveSynAgain(block, segment);
  const isAcceptable = block.receiving.accepts(start, end);
  if ((flags & RST) !== 0) return receiveReset(block, start, isAcceptable);
  if (!isAcceptable) return receiveUnacceptable(block, segment, start, end);
  if ((flags & SYN) !== 0) return receiveSyn(block);
  return receiveAcceptable(block, segment, start);
}

/** First: an old segment is acknowledged and dropped; its acknowledgment, and a FIN in TIME-WAIT, still count. */
function receiveUnacceptable(block: ControlBlock, segment: LabSegment, start: number, end: number): Effect {
  const isOld = end <= block.receiving.next;
  if (end > start && isOld) block.acks.hurry();
  const isFinAgain = (segment.flags & FIN) !== 0 && isOld && block.state === "TIME-WAIT";
  if (isFinAgain) {
    block.take("rcv FIN");
    startTimeWait(block);
  }
  // Where the window is shut, acknowledgments are still taken.
  const ack = distance(block.isn, segment.acknowledgment);
  const isTaken =
    block.receiving.offered === 0 && (segment.flags & (ACK | SYN)) === ACK && ack <= highest(block);
  // Data that comes again asks for an ACK each time; what has none may be such an ACK itself.
  if (end > start && (segment.flags & SYN) === 0) sendAck(block);
  else challenge(block);
  if (isTaken && block.state !== "SYN-RECEIVED") {
    takeAcknowledgment(block, segment, start, ack);
    followAcknowledgment(block, false);
  }
  return isFinAgain ? "new" : "old";
}

/** The largest number that may be acknowledged: SND.NXT, and the octet of a window probe. */
function highest({ sending }: ControlBlock): number {
  return sending.next + (sending.hasProbedWindow ? 1 : 0);
}

/** A SYN, or SYN,ACK, with the number of the one that made it SYN-RECEIVED. */
function receiveSynAgain(block: ControlBlock, segment: LabSegment): Effect {
  if ((segment.flags & ACK) === 0) {
    // The letter of RFC 9293 (3.10.7.4, first) asks for a bare ACK, which helps nobody: every stack repeats its SYN,ACK.
    repeatSyn(block);
    return "old";
  }
  if (distance(block.isn, segment.acknowledgment) !== 1 || block.isPassive) {
    refuse(block, segment);
    return "none";
  }
  acknowledge(block, 1);
  block.take("rcv SYN,ACK");
  establish(block, segment);
  sendAck(block);
  block.world.notify("connected");
  continueClose(block);
  return "new";
}

/** Second: RFC 5961 section 3.2. */
function receiveReset(block: ControlBlock, start: number, isAcceptable: boolean): Effect {
  if (start !== block.receiving.next) {
    if (isAcceptable) challenge(block);
    return isAcceptable ? "old" : "none";
  }
  const wasOpening = block.state === "SYN-RECEIVED" && block.isPassive;
  block.take("rcv RST");
  if (!wasOpening) block.world.notify("reset");
  return "new";
}

/** Fourth: a SYN in the window takes a listener back to LISTEN, any other end is asked whether it means it. */
function receiveSyn(block: ControlBlock): Effect {
  if (block.state === "SYN-RECEIVED" && block.isPassive) block.take("rcv new SYN");
  else challenge(block);
  return "new";
}

/** Fifth to eighth. */
function receiveAcceptable(block: ControlBlock, segment: LabSegment, start: number): Effect {
  const { flags, octets } = segment;
  if ((flags & ACK) === 0) return "none";
  const ack = distance(block.isn, segment.acknowledgment);
  const wasOpening = block.state === "SYN-RECEIVED" || block.sending.una === 0;
  if (wasOpening && (ack < 1 || ack > highest(block))) {
    refuse(block, segment);
    return "none";
  }
  if (ack > highest(block) || ack < block.sending.una - block.largestWindow) {
    challenge(block);
    return "none";
  }
  block.noteTimestamp(segment, start);
  const before = block.sending.una;
  takeAcknowledgment(block, segment, start, ack);
  const isDeaf = block.isOrphan && (block.state === "FIN-WAIT-1" || block.state === "FIN-WAIT-2");
  if (isDeaf && octets > 0) {
    followAcknowledgment(block, false);
    refuse(block, segment);
    block.take("ABORT");
    return "new";
  }
  const text = takeText(block, segment, start);
  const opens = block.state === "SYN-RECEIVED";
  if (opens) {
    block.take(text.hasFin ? "rcv FIN,ACK of SYN" : "rcv ACK of SYN");
    establish(block, segment);
    block.world.notify(block.isPassive ? "accepted" : "connected");
  }
  followAcknowledgment(block, text.hasFin && !opens);
  if (block.state === "CLOSED") return "new";
  if (opens) continueClose(block);
  answerText(block, text, opens);
  sendQueued(block);
  return block.sending.una > before || text.isNew || opens ? "new" : "old";
}

/** A close() that came in SYN-RECEIVED and had to wait for ESTABLISHED. */
function continueClose(block: ControlBlock): void {
  if (block.sending.hasFinToSend && block.can("CLOSE")) block.take("CLOSE");
  sendQueued(block);
}

/** SND.UNA, the window, and what is repeated after three duplicates (RFC 5681 section 3.2). */
function takeAcknowledgment(block: ControlBlock, segment: LabSegment, start: number, ack: number): void {
  const { sending } = block;
  const window = block.scaled(segment.window);
  const isDuplicate =
    ack === sending.una &&
    sending.inFlight > 0 &&
    segment.octets === 0 &&
    (segment.flags & FIN) === 0 &&
    window === block.sendWindow;
  if (ack > sending.una) acknowledge(block, ack);
  const { windowSequence, windowAcknowledgment } = block;
  const isNewer = windowSequence < start || (windowSequence === start && windowAcknowledgment <= ack);
  if (ack >= sending.una && isNewer) {
    if (window > 0) block.persistTimeouts = 0;
    block.sendWindow = window;
    block.largestWindow = Math.max(block.largestWindow, window);
    block.windowSequence = start;
    block.windowAcknowledgment = ack;
  }
  if (!isDuplicate) return;
  sending.duplicates++;
  if (sending.duplicates === 3 && sending.oldest !== undefined) sendAgain(block, sending.oldest);
}

function acknowledge(block: ControlBlock, ack: number): void {
  const { sending, roundTrip, world } = block;
  block.hasRepeatedSyn ||= sending.una === 0 && sending.oldest?.isRepeated === true;
  if (sending.hasProbedWindow && ack === sending.next + 1) sending.admitProbe();
  const sentAt = sending.acknowledge(ack, world.now);
  if (sentAt !== null) roundTrip.measure(world.now - sentAt);
  else roundTrip.progress();
  restartRetransmission(block);
  if (sending.isAcknowledged) world.notify("acked");
}

/** Moves that the acknowledgment of the FIN makes. @param hasFin the same segment holds the other end's FIN */
function followAcknowledgment(block: ControlBlock, hasFin: boolean): void {
  const { sending } = block;
  const isFinAcknowledged = sending.finAt !== null && sending.una > sending.finAt;
  const event = block.state === "FIN-WAIT-1" && hasFin ? "rcv FIN,ACK of FIN" : "rcv ACK of FIN";
  if (!isFinAcknowledged || !block.can(event)) return;
  block.take(event);
  if (block.state === "TIME-WAIT") startTimeWait(block);
  else if (block.state === "FIN-WAIT-2") startFinWait2(block);
}

interface Text {
  readonly isNew: boolean;
  readonly hasFin: boolean;
  readonly octets: number;
  /** It must be acknowledged, whatever the rest. */
  readonly isOdd: boolean;
}

/** Elsewhere the other end has sent its FIN already: text is ignored (section 3.10.7.4, seventh). */
const TAKES_TEXT: ReadonlySet<TcpState> = new Set([
  "SYN-RECEIVED",
  "ESTABLISHED",
  "FIN-WAIT-1",
  "FIN-WAIT-2",
]);

const NO_TEXT: Text = { isNew: false, hasFin: false, octets: 0, isOdd: false };

/** Seventh and eighth, up to the move: what of the text is new. */
function takeText(block: ControlBlock, segment: LabSegment, start: number): Text {
  const hasFin = (segment.flags & FIN) !== 0;
  if ((segment.octets === 0 && !hasFin) || !TAKES_TEXT.has(block.state)) return NO_TEXT;
  const { receiving } = block;
  const hadHole = receiving.hasHole;
  const taken = receiving.take(start, start + segment.octets, hasFin);
  const isNew = taken.octets > 0 || taken.hasFin || taken.isEarly;
  const isOdd = taken.isEarly || hadHole || !isNew;
  return { isNew, hasFin: taken.hasFin, octets: taken.octets, isOdd };
}

/** Acknowledges the text, moves on its FIN, and tells the program. */
function answerText(block: ControlBlock, text: Text, hasMoved: boolean): void {
  const acknowledgeNow = (): void => sendAck(block);
  if (text.isOdd) block.acks.hurry();
  if (text.hasFin) receiveFin(block, hasMoved, text);
  else if (text.isOdd) acknowledgeNow();
  else if (text.octets > 0) block.acks.receivedData(text.octets, acknowledgeNow);
  if (text.octets > 0) block.world.notify("data");
  if (text.hasFin) block.world.notify("eof");
}

/** Eighth: the FIN. In CLOSE-WAIT its acknowledgment may wait for an answer; elsewhere it leaves at once. */
function receiveFin(block: ControlBlock, hasMoved: boolean, { octets, isOdd }: Text): void {
  if (block.state === "FIN-WAIT-2" || block.state === "FIN-WAIT-1" || block.state === "ESTABLISHED") {
    if (!hasMoved || block.state !== "ESTABLISHED") block.take("rcv FIN");
  }
  if (block.state === "TIME-WAIT") startTimeWait(block);
  if (block.state !== "CLOSE-WAIT" || isOdd) {
    sendAck(block);
    return;
  }
  block.acks.receivedFin(octets, () => sendAck(block));
}
