import { ACK, FIN, PSH } from "../../segments/flags.ts";
import type { TcpState } from "../../tcp/state.ts";
import type { ControlBlock } from "./control-block.ts";
import { offersOf } from "./emit.ts";
import { startRetransmission } from "./timers.ts";

/** Segments in flight at most: the laboratory has no congestion control. */
const MOST_IN_FLIGHT = 10;

/** States in which data, or a FIN, may still be waiting to leave. */
const SENDING: ReadonlySet<TcpState> = new Set([
  "ESTABLISHED",
  "CLOSE-WAIT",
  "FIN-WAIT-1",
  "CLOSING",
  "LAST-ACK",
]);

/** Sends a segment that takes numbers for the first time. */
export function sendNew(block: ControlBlock, flags: number, octets: number): void {
  const segment = block.sending.add(flags, octets, block.world.now);
  if (octets > 0) block.acks.sentData();
  block.emit(flags, segment.start, octets, offersOf(block, flags));
  // A tail loss probe waits for the last segment, so its timer begins anew with each.
  if (block.sending.inFlight === 1 || block.world.profile.tailProbe !== null) startRetransmission(block);
}

/** Sends what the window and the number of segments in flight allow, and the FIN behind the last octet. */
export function sendQueued(block: ControlBlock): void {
  const { sending } = block;
  // After a timeout nothing new leaves before something is acknowledged (RFC 5681 section 3.1: one segment).
  if (!SENDING.has(block.state) || sending.repeats > 0) return;
  while (sending.queued > 0) {
    const octets = fitting(block);
    if (octets === 0) {
      if (sending.inFlight === 0) startPersist(block);
      return;
    }
    sending.queued -= octets;
    const isLast = sending.queued === 0;
    const carriesFin = isLast && sending.hasFinToSend;
    sendNew(block, (carriesFin ? FIN : 0) | (isLast ? PSH : 0) | ACK, octets);
  }
  // Where nothing is on its way, the FIN itself asks whether the window is still shut.
  if (sending.hasFinToSend && (sending.inFlight === 0 || roomIn(block) > 0)) sendNew(block, FIN | ACK, 0);
}

/** How many octets the next segment may hold; 0: none may leave now. */
function fitting(block: ControlBlock): number {
  const { sending, segmentSize } = block;
  if (sending.inFlight >= MOST_IN_FLIGHT) return 0;
  const wanted = Math.min(segmentSize, sending.queued);
  const octets = Math.min(wanted, roomIn(block));
  // RFC 9293 section 3.8.6.2.1: no silly window: part of a segment leaves only where nothing else is on its way.
  return octets < wanted && sending.inFlight > 0 ? 0 : octets;
}

/** Octets between SND.NXT and the right edge of the window. */
function roomIn({ sending, sendWindow }: ControlBlock): number {
  return Math.max(0, sending.una + sendWindow - sending.next);
}

/** The other end's window is shut, and nothing is on its way: it is asked now and then (RFC 9293 section 3.8.6.1). */
function startPersist(block: ControlBlock): void {
  const { persist, roundTrip, world } = block;
  if (persist.isRunning) return;
  const doubled = roundTrip.timeout * 2 ** Math.min(block.persistTimeouts, 40);
  persist.start(Math.min(doubled, world.profile.largestTimeout), () => {
    if (block.sending.queued === 0 || roomIn(block) > 0) {
      sendQueued(block);
      return;
    }
    block.persistTimeouts++;
    sendProbe(block);
    startPersist(block);
  });
}

/** The next octet, beyond the window, or, as Linux does, none at an old number: both ask for an ACK. */
function sendProbe(block: ControlBlock): void {
  const { sending, world } = block;
  if (world.profile.probesWithoutData) block.emit(ACK, sending.una - 1, 0);
  else {
    sending.hasProbedWindow = true;
    block.emit(ACK, sending.next, 1);
  }
}
