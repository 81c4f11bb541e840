import { ACK, FIN, SYN } from "../../segments/flags.ts";
import { Mark } from "../../segments/segment-table.ts";
import { Timestamps } from "../../segments/timestamps.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { SHORTEST_TIMER } from "../retransmission-limit.ts";

/** Kinds of segments that are repeated unchanged: SYN, SYN,ACK and FIN, of either end. */
const KINDS = 6;

/**
 * Distinguishes repetitions by the sender from copies that the network made. A retransmission is a datagram of its
 * own, with a new TSval (RFC 7323 section 3.2) and another IP identification (RFC 6864). Without these two, it has at
 * least waited for a timer.
 */
export class OwnCopies {
  private readonly exchange: Exchange;
  /** By kind, the last row that its sender sent; -1 = none. */
  private readonly last = new Int32Array(KINDS).fill(-1);
  private readonly one = new Timestamps();
  private readonly other = new Timestamps();

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
    this.one.read(columns, before);
    this.other.read(columns, row);
    if (this.one.isPresent && this.other.isPresent) return this.one.value === this.other.value;
    const hasId =
      (columns.marks[before] & columns.marks[row] & Mark.HasIpId) !== 0 && columns.ipId[row] !== 0;
    if (hasId) return columns.ipId[before] === columns.ipId[row];
    return columns.time[row] - columns.time[before] < SHORTEST_TIMER;
  }
}

/** Whether the row is of a kind that {@link OwnCopies} takes. */
export function isRepeatable(flags: number): boolean {
  return (flags & (SYN | FIN)) !== 0;
}
