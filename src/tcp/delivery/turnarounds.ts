import type { Exchange } from "../exchange/exchange.ts";
import { vantageOf } from "../exchange/vantage.ts";
import type { Direction } from "./sent-direction.ts";

/** How long the ends take to answer, as far as the judge has come, and at which of them the capture was made. */
export class Turnarounds {
  private readonly exchange: Exchange;
  private readonly directions: readonly [Direction, Direction];
  private readonly lastSyn: readonly [number, number];
  private readonly host: 0 | 1 | undefined;

  /**
   * @param lastSyn by end the row of the last SYN that its timer sent; -1 = none
   * @param host the end at whose host the capture was made, where that is known otherwise
   */
  constructor(
    exchange: Exchange,
    directions: readonly [Direction, Direction],
    lastSyn: readonly [number, number],
    host: 0 | 1 | undefined,
  ) {
    this.exchange = exchange;
    this.directions = directions;
    this.lastSyn = lastSyn;
    this.host = host;
  }

  /** The shortest time so far from a segment to the answer of that end, in nanoseconds; NaN if none was answered. */
  of(end: 0 | 1): number {
    return this.directions[end === 0 ? 1 : 0].fastestProof;
  }

  /** The end at which the capture was made; -1 = between them, or not known. */
  vantage(): 0 | 1 | -1 {
    if (this.exchange.isSelfConnect) return -1;
    const [ofClient, ofServer] = this.directions;
    return this.host ?? vantageOf(ofServer.fastestAnswer, ofClient.fastestAnswer);
  }

  /**
   * The nanoseconds within which segments of the end may have left before another one reached it; 0 at the capturing
   * host, NaN where nothing tells.
   */
  crossing(end: 0 | 1): number {
    return this.vantage() === end ? 0 : this.of(end);
  }

  /**
   * Whether a SYN of the receiver refutes the SYN,ACK in the row. Only an end in SYN-SENT sends a SYN (RFC 9293 section
   * 3.8.1). A SYN that its timer sent, and that did not cross the SYN,ACK, shows that it had not accepted that SYN,ACK.
   * @param roundTrip what counts where no answer of the receiver was seen; nanoseconds
   */
  isRefutedBySyn(row: number, roundTrip = 0): boolean {
    const { columns, receiver, place } = this.exchange;
    const y = receiver[row] === 0 ? 0 : 1;
    const syn = this.lastSyn[y];
    if (syn < 0 || place[syn] <= place[row]) return false;
    const wait = columns.time[syn] - columns.time[row];
    const turnaround = this.of(y);
    return !(wait < (Number.isNaN(turnaround) ? roundTrip : turnaround));
  }
}
