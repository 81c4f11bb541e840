import { ACK, RST, SYN } from "../../segments/flags.ts";
import type { SegmentColumns } from "../../segments/segment-table.ts";

/** An acknowledgment of more than this many octets after a SYN,ACK belongs to another connection. */
const SAME_CONNECTION = 2 ** 30;
/** The most initial sequence numbers of one end that are distinguished. */
const INITIALS = 16;

/** What the SYN,ACKs of one connection show of the initial sequence numbers of its ends. */
export class ShownInitials {
  /** By end, the ISSs of its SYN,ACKs. */
  private readonly own: readonly [number[], number[]] = [[], []];
  /** By end, the ISSs that the SYN,ACKs of its peer acknowledge. */
  private readonly answered: readonly [number[], number[]] = [[], []];
  /** By end, the first of {@link own} that its peer acknowledged in another segment. */
  private readonly acknowledged: [number, number] = [Number.NaN, Number.NaN];
  /** By end, whether it sends anything with ACK that is neither SYN nor RST. */
  private readonly isPlain: [boolean, boolean] = [false, false];

  constructor(columns: SegmentColumns, sender: Uint8Array) {
    const { length, flags, sequenceNumber, acknowledgmentNumber } = columns;
    for (let row = 0; row < length; row++) {
      if ((flags[row] & (ACK | RST)) !== ACK) continue;
      const x = sender[row] === 0 ? 0 : 1;
      const y = x === 0 ? 1 : 0;
      const ack = acknowledgmentNumber[row];
      if ((flags[row] & SYN) !== 0) {
        noteInitial(this.own[x], sequenceNumber[row]);
        noteInitial(this.answered[y], (ack - 1) >>> 0);
        continue;
      }
      this.isPlain[x] = true;
      if (Number.isNaN(this.acknowledged[y])) this.acknowledged[y] = nearestBelow(this.own[y], ack);
    }
  }

  /**
   * Of several SYN,ACKs of one end with different ISSs, the one that counts: the peer acknowledges it first. The peer
   * was in SYN-SENT then, and the others meet an open connection (RFC 9293 sections 3.10.7.3 and 3.10.7.4, fourth
   * check).
   * @returns its ISS; NaN if the end sent only one, or the peer acknowledges none
   */
  accepted(end: 0 | 1): number {
    return this.own[end].length > 1 ? this.acknowledged[end] : Number.NaN;
  }

  /** Whether the end sent no such SYN in this connection: its SYN,ACK has another ISS, and no SYN,ACK answers it. */
  deniesSyn(end: 0 | 1, initial: number): boolean {
    const isShown = this.own[end].length > 0;
    return isShown && !this.own[end].includes(initial) && !this.answered[end].includes(initial);
  }

  /** Whether the peer of the end speaks, and no SYN,ACK of it answers that SYN. */
  leavesUnanswered(end: 0 | 1, initial: number): boolean {
    return this.isPlain[end === 0 ? 1 : 0] && !this.answered[end].includes(initial);
  }
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
