import { ACK, RST, SYN } from "../../segments/flags.ts";
import type { SegmentColumns } from "../../segments/segment-table.ts";

/** An acknowledgment of more than this many octets after a SYN,ACK belongs to another connection. */
const SAME_CONNECTION = 2 ** 30;
/** The most initial sequence numbers of one end that are distinguished. */
const INITIALS = 16;

/**
 * Of several SYN,ACKs of one end with different ISSs, finds the one that counts: the peer acknowledges it first. The
 * peer was in SYN-SENT then, and the others meet an open connection (RFC 9293 sections 3.10.7.3 and 3.10.7.4, fourth
 * check).
 * @returns by end, the ISS; NaN if the end sent only one, or the peer acknowledges none
 */
export function acceptedInitials(columns: SegmentColumns, sender: Uint8Array): [number, number] {
  const initials: readonly [number[], number[]] = [[], []];
  const accepted: [number, number] = [Number.NaN, Number.NaN];
  const { length, flags, sequenceNumber, acknowledgmentNumber } = columns;
  for (let row = 0; row < length; row++) {
    if ((flags[row] & (ACK | RST)) !== ACK) continue;
    const x = sender[row] === 0 ? 0 : 1;
    const y = x === 0 ? 1 : 0;
    if ((flags[row] & SYN) !== 0) noteInitial(initials[x], sequenceNumber[row]);
    else if (Number.isNaN(accepted[y])) accepted[y] = nearestBelow(initials[y], acknowledgmentNumber[row]);
  }
  return [
    initials[0].length > 1 ? accepted[0] : Number.NaN,
    initials[1].length > 1 ? accepted[1] : Number.NaN,
  ];
}

function noteInitial(initials: number[], number: number): void {
  if (initials.length < INITIALS && !initials.includes(number)) initials.push(number);
}

function nearestBelow(initials: readonly number[], ack: number): number {
  let nearest = Number.NaN;
  let shortest = SAME_CONNECTION;
  for (const initial of initials) {
    const octets = (ack - initial) >>> 0;
    if (octets === 0 || octets >= shortest) continue;
    nearest = initial;
    shortest = octets;
  }
  return nearest;
}
