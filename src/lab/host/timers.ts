import { ACK } from "../../segments/flags.ts";
import type { ArrowEvent } from "../../tcp/arrows.ts";
import type { TcpState } from "../../tcp/state.ts";
import type { ControlBlock } from "./control-block.ts";
import { sendAgain, sendReset } from "./emit.ts";
import type { Limit } from "./profile.ts";

/** Probes without an answer after which a keep-alive gives up (Linux `tcp_keepalive_probes`). */
const KEEPALIVE_PROBES = 9;

/** Starts the retransmission timer for the oldest segment (RFC 6298 section 5). */
export function startRetransmission(block: ControlBlock): void {
  const { sending, roundTrip, retransmission } = block;
  const probe = tailProbe(block);
  retransmission.start(probe ?? roundTrip.timeout, () => {
    const { newest } = sending;
    if (probe === null || newest === undefined) onTimeout(block);
    else {
      sending.hasProbedTail = true;
      sendAgain(block, newest);
      startRetransmission(block);
    }
  });
}

/** Something was acknowledged (RFC 6298 rules 5.2 and 5.3). */
export function restartRetransmission(block: ControlBlock): void {
  if (block.sending.inFlight > 0) startRetransmission(block);
  else block.retransmission.stop();
}

/**
 * The wait of a tail loss probe: two round trips, and more where one segment alone is on its way, since its ACK may be
 * held back, but no longer than the timer's (RFC 8985 section 7.2). null: none is due.
 */
function tailProbe({ sending, roundTrip, world, state }: ControlBlock): number | null {
  const { tailProbe: probe } = world.profile;
  const isHandshake = state === "SYN-SENT" || state === "SYN-RECEIVED";
  if (probe === null || isHandshake || sending.hasProbedTail || sending.repeats > 0) return null;
  if (roundTrip.smoothed === null) return null;
  const margin = sending.inFlight === 1 ? probe.alone : probe.together;
  return Math.min(2 * roundTrip.smoothed + margin, roundTrip.timeout);
}

function onTimeout(block: ControlBlock): void {
  const { sending, roundTrip, retransmission } = block;
  const { oldest } = sending;
  if (oldest === undefined) return;
  if (isOver(block, limitOf(block))) {
    giveUp(block);
    return;
  }
  sending.repeats++;
  const isLinear = block.state === "SYN-SENT" && sending.repeats <= block.world.linear;
  if (!isLinear) roundTrip.backOff();
  sendAgain(block, oldest);
  retransmission.start(roundTrip.timeout, () => onTimeout(block));
}

function limitOf({ state, isOrphan, world }: ControlBlock): Limit {
  const { profile, retries, linear } = world;
  if (retries !== null) return { copies: retries };
  const { synLimit } = profile;
  if (state === "SYN-SENT") return "copies" in synLimit ? { copies: synLimit.copies + linear } : synLimit;
  if (state === "SYN-RECEIVED") return profile.synAckLimit;
  return isOrphan ? profile.orphanLimit : profile.dataLimit;
}

function isOver({ sending, world }: ControlBlock, limit: Limit): boolean {
  return "copies" in limit ? sending.repeats >= limit.copies : world.now - sending.since >= limit.time;
}

/** What giving up is called in each state that may repeat something. */
const GIVING_UP: Partial<Record<TcpState, ArrowEvent>> = {
  "SYN-SENT": "SYN limit",
  "SYN-RECEIVED": "SYN,ACK limit",
  ESTABLISHED: "user timeout",
  "CLOSE-WAIT": "user timeout",
  "FIN-WAIT-1": "FIN limit",
  CLOSING: "FIN limit",
  "LAST-ACK": "FIN limit",
};

function giveUp(block: ControlBlock): void {
  const event = GIVING_UP[block.state];
  if (event === undefined) return;
  block.take(event);
  if (block.state === "CLOSED") block.world.notify("reset");
}

/** Waits out 2MSL (RFC 9293 section 3.6.1). */
export function startTimeWait(block: ControlBlock): void {
  block.keepalive.stop();
  block.wait.start(block.world.profile.timeWait, () => block.take("2MSL timer"));
}

/** Linux ends a FIN-WAIT-2 that no program holds. */
export function startFinWait2(block: ControlBlock): void {
  const { finWait2 } = block.world.profile;
  if (finWait2 !== null && block.isOrphan) block.wait.start(finWait2, () => block.take("FIN-WAIT-2 timer"));
}

/** Something came: the silence that keep-alives wait for begins again (RFC 9293 section 3.8.4). */
export function startKeepalive(block: ControlBlock): void {
  const { keepaliveIdle, keepalive } = block;
  block.unansweredProbes = 0;
  if (keepaliveIdle !== null && block.state !== "TIME-WAIT")
    keepalive.start(keepaliveIdle, () => onSilence(block, keepaliveIdle));
}

function onSilence(block: ControlBlock, idle: number): void {
  if (block.unansweredProbes >= KEEPALIVE_PROBES && block.can("ABORT")) {
    sendReset(block);
    block.take("ABORT");
    block.world.notify("reset");
    return;
  }
  // What is on its way has a timer of its own.
  if (block.sending.inFlight === 0) {
    block.unansweredProbes++;
    block.emit(ACK, block.sending.next - 1, 0);
  }
  block.keepalive.start(idle, () => onSilence(block, idle));
}
