import { ACK, FIN, RST, SYN } from "../../segments/flags.ts";
import { advance } from "../../segments/sequence-number.ts";
import { sequenceLength } from "../../segments/sequence-space.ts";
import type { ControlBlock } from "./control-block.ts";
import type { LabOptions, LabSegment } from "./segment.ts";
import type { Unacknowledged } from "./send-queue.ts";

/** Sends a segment again. A SYN of a simultaneous open is repeated as SYN,ACK once the other SYN has come. */
export function sendAgain(block: ControlBlock, segment: Unacknowledged): void {
  const { start, end, flags } = segment;
  const control = (flags & (SYN | FIN)) === 0 ? 0 : 1;
  const isAnswer = flags === SYN && block.state === "SYN-RECEIVED";
  const repeated = isAnswer ? SYN | ACK : flags;
  block.sending.repeat(segment);
  block.emit(repeated, start, end - start - control, offersOf(block, repeated));
}

/** An acknowledgment without anything else. */
export function sendAck(block: ControlBlock): void {
  block.emit(ACK, block.sending.next, 0);
}

/** Between two ACKs that ask whether a segment was meant: 10 in 5 s (RFC 5961 section 7; Linux `tcp_invalid_ratelimit`). */
const CHALLENGE_PAUSE = 500e6;

/**
 * Acknowledges what cannot belong to the connection (RFC 5961), but not too often: where each end holds the other's ACK
 * for such a segment, they would answer each other for ever.
 */
export function challenge(block: ControlBlock): void {
  const { now } = block.world;
  if (block.challengedAt !== null && now - block.challengedAt < CHALLENGE_PAUSE) return;
  block.challengedAt = now;
  sendAck(block);
}

/**
 * Ends the other end's connection with a RST in the sequence (RFC 9293 section 3.10.5). Every stack sets ACK in it, which
 * the RFC leaves out.
 */
export function sendReset(block: ControlBlock): void {
  block.emit(RST | ACK, block.sending.next, 0);
}

/** The RST that a segment gets where no connection has it (RFC 9293 section 3.5.2, group 1); null for a RST. */
export function refusalOf({ flags, sequence, acknowledgment, octets }: LabSegment): LabSegment | null {
  if ((flags & RST) !== 0) return null;
  const hasAck = (flags & ACK) !== 0;
  return {
    flags: hasAck ? RST : RST | ACK,
    sequence: hasAck ? acknowledgment : 0,
    acknowledgment: hasAck ? 0 : advance(sequence, sequenceLength(flags, octets)),
    window: 0,
    octets: 0,
    options: {},
  };
}

/** Answers a segment with {@link refusalOf} it. */
export function refuse(block: ControlBlock, segment: LabSegment): void {
  const refusal = refusalOf(segment);
  if (refusal !== null) block.world.transmit(refusal);
}

/** The options of a SYN or SYN,ACK; none for other segments. */
export function offersOf(block: ControlBlock, flags: number): LabOptions {
  if ((flags & SYN) === 0) return {};
  return block.offers((flags & ACK) === 0 ? null : block.peerOffers);
}
