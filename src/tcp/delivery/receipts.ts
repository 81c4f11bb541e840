import { ACK, FIN, SYN } from "../../segments/flags.ts";
import { FATES, type Fate } from "../analysis.ts";
import type { Exchange } from "../exchange/exchange.ts";

/** Whether and where each row reached the other end, 0-based; positions are 1-based, 0 = none. */
export class ReceiptColumns {
  /** Index in `FATES`. */
  readonly fate: Uint8Array;
  readonly arrivesAt: Uint32Array;
  /**
   * Where the acknowledgment in the segment arrives: it counts out of sequence too, although the data must wait. 0 =
   * it has no effect.
   */
  readonly acknowledgesAt: Uint32Array;
  readonly provedBy: Uint32Array;
  readonly contradictedBy: Uint32Array;
  /** 1 if a FIN arrived before what precedes it: it takes effect after the segment that fills the hole. */
  readonly waits: Uint8Array;
  /** 1 if it is a guess which of several copies arrived, and so when. */
  readonly isGuess: Uint8Array;

  constructor({ length, memory }: Exchange) {
    this.fate = memory.uint8(length).fill(FATES.indexOf("unknown"));
    this.arrivesAt = memory.uint32(length);
    this.acknowledgesAt = memory.uint32(length);
    this.provedBy = memory.uint32(length);
    this.contradictedBy = memory.uint32(length);
    this.waits = memory.uint8(length);
    this.isGuess = memory.uint8(length);
  }
}

/** Keeps what is known of each receipt while the rows are judged. */
export class Receipts extends ReceiptColumns {
  private readonly exchange: Exchange;
  /** Rows that came when their receiver was gone; null where there are none. */
  ignored: Set<number> | null = null;
  /** Groups of handshake acknowledgments of which at least one arrived. */
  private readonly guaranteed: number[][] = [];

  constructor(exchange: Exchange) {
    super(exchange);
    this.exchange = exchange;
  }

  /** Notes that the row reached the other end at that position, or at its own. */
  deliver(row: number, fate: Fate, at = 0): void {
    this.fate[row] = FATES.indexOf(fate);
    this.arrivesAt[row] = Math.max(this.landing(row), at);
  }

  /**
   * Delivers data that a selective acknowledgment proved earlier. It does not count for a FIN, which takes effect
   * only in sequence.
   */
  deliverSacked(row: number, sackedBy: ReadonlyMap<number, number>): boolean {
    const position = sackedBy.get(row);
    const hasFin = (this.exchange.flags[row] & FIN) !== 0;
    if (position === undefined || hasFin) return false;
    this.provedBy[row] = position;
    this.deliver(row, "delivered");
    return true;
  }

  /**
   * The earliest position at which the row can arrive: its own. A segment that others overtook was sent before them
   * and arrived after them; a SYN behind its answer was only captured late.
   */
  landing(row: number): number {
    const isSyn = (this.exchange.flags[row] & SYN) !== 0;
    return isSyn ? this.exchange.place[row] : row + 1;
  }

  lose(row: number, fate: Fate): void {
    this.fate[row] = FATES.indexOf(fate);
    this.arrivesAt[row] = 0;
  }

  deliverAcknowledgment(row: number, at: number): void {
    this.acknowledgesAt[row] = Math.max(this.landing(row), at);
    if (this.carriesNothingElse(row)) this.deliver(row, "delivered", at);
  }

  loseAcknowledgment(row: number): void {
    this.acknowledgesAt[row] = 0;
    if (this.carriesNothingElse(row)) this.lose(row, "lost-or-ignored");
  }

  doubt(row: number): void {
    this.isGuess[row] = 1;
  }

  ignore(row: number): void {
    (this.ignored ??= new Set()).add(row);
    this.acknowledgesAt[row] = 0;
    this.lose(row, "lost-or-ignored");
  }

  guaranteeAcknowledgment(rows: readonly number[]): void {
    this.guaranteed.push([...rows]);
  }

  /** If all candidates of a group seem lost, the first one counts as arrived. */
  keepGuarantees(): void {
    const firsts = new Set<number>();
    for (const rows of this.guaranteed) {
      const [first] = rows;
      if (first !== undefined) firsts.add(first);
      const isKept = rows.some((row) => this.arrivesAt[row] > 0);
      if (!isKept && first !== undefined) this.acknowledgesAt[first] = this.landing(first);
    }
    for (let row = 0; row < this.exchange.length; row++) {
      const isKept = this.arrivesAt[row] !== 0 || firsts.has(row);
      if (!isKept) this.acknowledgesAt[row] = 0;
      // A segment whose data was acknowledged was processed as a whole, however late.
      else if (this.acknowledgesAt[row] === 0 && this.provedBy[row] !== 0)
        this.acknowledgesAt[row] = this.arrivesAt[row];
    }
  }

  /** A pure ACK, or the SYN,ACK that repeats the SYN of a simultaneous open. */
  private carriesNothingElse(row: number): boolean {
    const { start, end, flags } = this.exchange;
    return start[row] === end[row] || (flags[row] & SYN) !== 0;
  }

  /** @returns the position of the last segment that shows the row had not been processed yet; 0 = none */
  contradict(row: number, evidence: number): number {
    const { place, isSelfConnect } = this.exchange;
    const flags = this.exchange.flags[row];
    let at = evidence >= 0 ? lastPositionBefore(this.exchange, evidence, row) : 0;
    if (at <= place[row] || isSelfConnect) at = 0;
    this.contradictedBy[row] = at;
    if ((flags & (SYN | ACK)) === (SYN | ACK)) at = Math.max(at, this.lateSynAt());
    return at;
  }

  /** The position of a SYN that was captured after its answer; 0 if there is none. */
  private lateSynAt(): number {
    const first = this.exchange.turns[0];
    return this.exchange.place[first] === first + 1 ? 0 : first + 1;
  }

  /** Handshake round trip if both halves were seen without repetition, else the shortest wait for a proof. */
  estimateRoundTrip(): number {
    const { columns, copyOf, turns } = this.exchange;
    let shortest = Number.POSITIVE_INFINITY;
    let handshake = 0;
    for (const row of turns) {
      const proof = this.provedBy[row] - 1;
      if (proof < 0 || copyOf[row] !== 0) continue;
      const wait = columns.time[proof] - columns.time[row];
      if (!(wait >= 0)) continue;
      shortest = Math.min(shortest, wait);
      if ((this.exchange.flags[row] & SYN) !== 0) handshake += wait;
    }
    return handshake > 0 ? handshake : Number.isFinite(shortest) ? shortest : 0;
  }
}

/**
 * The last position at which a segment may arrive that had not come when the evidence was sent. A segment that was captured
 * late was sent before its place; but of two FINs that crossed, the one came behind the other.
 */
function lastPositionBefore({ place, flags }: Exchange, evidence: number, row: number): number {
  const areFins = (flags[evidence] & flags[row] & FIN) !== 0;
  return place[evidence] === evidence + 1 || areFins ? place[evidence] : place[evidence] - 1;
}
