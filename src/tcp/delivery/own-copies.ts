import { ACK, FIN, SYN } from "../../segments/flags.ts";
import { Timestamps } from "../../segments/timestamps.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { SHORTEST_TIMER } from "../retransmission-limit.ts";

/** Kinds of segments that are repeated unchanged: SYN, SYN,ACK and FIN, of either end. */
const KINDS = 6;
/** Nanoseconds before a SYN or SYN,ACK is sent again: a second while no round trip is known (RFC 6298 rule 2.1). */
const FIRST_TIMER = 0.9e9;
/** Read anew for each comparison. */
const ONE = new Timestamps();
const OTHER = new Timestamps();

/**
 * Distinguishes repetitions by the sender from copies that the network made. A retransmission has a new TSval (RFC 7323
 * section 3.2). Without timestamps, it has at least waited for a timer.
 */
export class OwnCopies {
  private readonly exchange: Exchange;
  /** By kind, the last row that its sender sent; -1 = none. */
  private readonly last: number[] = new Array<number>(KINDS).fill(-1);

  constructor(exchange: Exchange) {
    this.exchange = exchange;
  }

  /**
   * Takes a SYN, SYN,ACK or FIN in the order of sending. Returns whether its sender sent it; false for a copy of the
   * network.
   */
  take(row: number): boolean {
    const { flags, sender, copyOf } = this.exchange;
    const kind = (flags[row] & SYN) === 0 ? 0 : (flags[row] & ACK) === 0 ? 1 : 2;
    const slot = sender[row] * (KINDS / 2) + kind;
    const before = this.last[slot];
    if (before >= 0 && copyOf[row] !== 0 && this.isSameDatagram(before, row)) return false;
    this.last[slot] = row;
    return true;
  }

  /** The last SYN, without ACK or with it, that the end sent itself; -1 = none. */
  lastSyn(end: 0 | 1, hasAck: boolean): number {
    return this.last[end * (KINDS / 2) + (hasAck ? 2 : 1)];
  }

  private isSameDatagram(before: number, row: number): boolean {
    const { columns } = this.exchange;
    ONE.read(columns, before);
    OTHER.read(columns, row);
    if (ONE.isPresent && OTHER.isPresent) return ONE.value === OTHER.value;
    const isSyn = (this.exchange.flags[row] & SYN) !== 0;
    return columns.time[row] - columns.time[before] < (isSyn ? FIRST_TIMER : SHORTEST_TIMER);
  }
}

/** Whether the row is of a kind that {@link OwnCopies} takes. */
export function isRepeatable(flags: number): boolean {
  return (flags & (SYN | FIN)) !== 0;
}
