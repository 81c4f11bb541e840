/** Octets that arrived, by their offsets from the sender's initial sequence number. */
interface Text {
  readonly start: number;
  readonly end: number;
}

/** What came of a text. */
export interface Taken {
  /** In sequence, outside what was there. */
  readonly octets: number;
  /** The FIN was reached. */
  readonly hasFin: boolean;
  /** It lies beyond a hole. */
  readonly isEarly: boolean;
}

/** RCV.NXT, the receive buffer and the window (RFC 9293 sections 3.4 and 3.8.6). Numbers are offsets. */
export class ReceiveBuffer {
  /** RCV.NXT. */
  next = 0;
  /** In sequence and not yet read by the program. */
  unread = 0;
  private readonly capacity: number;
  private readonly segmentSize: number;
  /** The right edge that was offered. It never moves left (RFC 9293 section 3.8.6). */
  private edge = 0;
  private early: Text[] = [];
  private finAt: number | null = null;

  constructor(capacity: number, segmentSize: number) {
    this.capacity = capacity;
    this.segmentSize = segmentSize;
  }

  /** The SYN of the other end has come. */
  begin(): void {
    this.next = 1;
    this.edge = 1 + this.capacity;
  }

  /** Whether octets beyond a hole are kept. */
  get hasHole(): boolean {
    return this.early.length > 0;
  }

  /** RCV.WND as it was offered last. */
  get offered(): number {
    return this.edge - this.next;
  }

  /**
   * RCV.WND as it is offered now. The edge moves on only by a worthwhile step: half the buffer or a full segment
   * (section 3.8.6.2.2).
   */
  offer(): number {
    if (this.wouldGrow()) this.edge = this.next + this.capacity - this.unread;
    return this.offered;
  }

  /** Whether there is room for a worthwhile step of the edge. */
  wouldGrow(): boolean {
    const step = Math.min(Math.floor(this.capacity / 2), this.segmentSize);
    const growth = this.capacity - this.unread - this.offered;
    return growth > 0 && growth >= step;
  }

  /** Whether SEG.SEQ and SEG.LEN are acceptable (section 3.10.7.4, first). @param end start + SEG.LEN */
  accepts(start: number, end: number): boolean {
    const { next, offered } = this;
    const isWithin = (number: number): boolean => number >= next && number < next + offered;
    // What fills the window is followed by ACKs that stand at its edge: every stack takes them (Linux `tcp_sequence`).
    if (end === start) return start >= next && start <= next + offered;
    return offered > 0 && (isWithin(start) || isWithin(end - 1));
  }

  /** Takes what fits into the window. @param end the end of the data; a FIN stands behind it */
  take(start: number, end: number, hasFin: boolean): Taken {
    const room = this.next + this.offered;
    const kept = Math.min(end, room);
    if (hasFin && kept === end && end < room) this.finAt = end;
    if (start > this.next) {
      if (kept > start) this.early.push({ start, end: kept });
      return { octets: 0, hasFin: false, isEarly: true };
    }
    const before = this.next;
    this.next = Math.max(this.next, kept);
    this.joinEarly();
    const octets = this.next - before;
    this.unread += octets;
    return { octets, hasFin: this.takeFin(), isEarly: false };
  }

  read(octets: number): void {
    this.unread -= octets;
  }

  private joinEarly(): void {
    for (;;) {
      this.early = this.early.filter(({ end }) => end > this.next);
      const text = this.early.find(({ start }) => start <= this.next);
      if (text === undefined) return;
      this.next = text.end;
    }
  }

  private takeFin(): boolean {
    if (this.finAt !== this.next) return false;
    this.finAt = null;
    this.next++;
    this.edge = Math.max(this.edge, this.next);
    return true;
  }
}
