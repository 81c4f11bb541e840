import { SYN } from "../../segments/flags.ts";
import type { ControlBlock } from "./control-block.ts";
import { sendAck, sendReset } from "./emit.ts";
import { sendNew, sendQueued } from "./send-data.ts";
import { startKeepalive } from "./timers.ts";

/** Active OPEN (RFC 9293 section 3.10.1). A listener becomes an active opener. */
export function connect(block: ControlBlock, isn: number): void {
  if (!block.can("active OPEN")) return;
  block.isn = isn;
  block.isPassive = false;
  block.take("active OPEN");
  sendNew(block, SYN, 0);
}

/** SEND (section 3.10.2): what comes before the connection is established waits for it. */
export function send(block: ControlBlock, octets: number): void {
  if (block.sending.wantsFin || block.state === "CLOSED") return;
  block.sending.queued += octets;
  sendQueued(block);
}

/** RECEIVE (section 3.10.3). @returns how many octets were there to be read */
export function read(block: ControlBlock, octets: number): number {
  const { receiving } = block;
  const taken = Math.min(octets, receiving.unread);
  const wasNarrow = receiving.offered < block.segmentSize;
  receiving.read(taken);
  // The sender may be waiting for the window to open.
  if (taken > 0 && wasNarrow && receiving.wouldGrow() && block.state !== "CLOSED") sendAck(block);
  return taken;
}

/**
 * CLOSE (section 3.10.4): the FIN leaves behind all that was sent.
 * @param isClose close(), not shutdown(): the program keeps nothing, and where the profile closes both ways, what comes
 *   afterwards is answered with a RST (section 3.6.1)
 */
export function close(block: ControlBlock, isClose: boolean): void {
  const isFinal = isClose && block.world.profile.closesBothWays;
  if (isFinal && block.receiving.unread > 0 && block.can("ABORT")) {
    abort(block);
    return;
  }
  if (isFinal) block.isOrphan = block.state !== "LISTEN" && block.state !== "SYN-SENT";
  const { sending } = block;
  if (sending.wantsFin || !block.can("CLOSE")) return;
  sending.wantsFin = true;
  const waits = block.state === "SYN-RECEIVED" && sending.queued > 0;
  // SYN-RECEIVED with data to send: the FIN waits for ESTABLISHED.
  if (!waits) block.take("CLOSE");
  sendQueued(block);
}

/** ABORT (section 3.10.5). Sends a RST where the other end may hold the connection. */
export function abort(block: ControlBlock): void {
  const isSent = block.can("ABORT") && block.state !== "CLOSING" && block.state !== "LAST-ACK";
  if (isSent) sendReset(block);
  if (block.can("ABORT")) block.take("ABORT");
  else if (block.can("ABORT, nothing sent")) block.take("ABORT, nothing sent");
}

/** The program asks for keep-alives after so long a silence (section 3.8.4). */
export function keepAlive(block: ControlBlock, idle: number): void {
  block.keepaliveIdle = idle;
  startKeepalive(block);
}
