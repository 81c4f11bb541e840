import { bisect } from "../../base/bisect.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { SaidSoFar } from "../exchange/said-so-far.ts";
import { EndHeap } from "./end-heap.ts";
import { Losses } from "./losses.ts";

/** What the judge remembers of one direction. */
export class Direction {
  readonly said = new SaidSoFar();
  /** SND.UNA: the highest acceptable acknowledgment of the peer. */
  acknowledgedByPeer = Number.NEGATIVE_INFINITY;
  /** The peer's last row that shows what it had received; -1 = none. */
  lastEvidence = -1;
  /** Its last row that is not a RST; -1 = none. */
  lastRow = -1;
  /** Shortest time from the last segment that a proof covers to that proof, in nanoseconds; NaN before the first. */
  fastestProof = Number.NaN;
  /**
   * The same without proofs that answer an earlier copy than the last segment: what stands behind a copy does not tell how
   * fast its answer comes (RFC 6298 section 3).
   */
  fastestAnswer = Number.NaN;
  /** The last SYN,ACK that repeats a SYN (simultaneous open); -1 = none. */
  secondSyn = -1;
  /** Repetitions and probes since the peer last spoke. */
  probesUnanswered = 0;

  /** The window as last offered; NaN before. */
  window = Number.NaN;
  /** Whether its SYN permits selective acknowledgments (RFC 2018 section 2). */
  permitsSack = false;
  /** Whether the peer has sent one. */
  getsSack = false;
  readonly losses: Losses;
  /** Its last probe without data that is not answered yet; -1 = none. */
  probe = -1;
  /** For rows that were acknowledged selectively, the position of the segment that did it first. */
  readonly sackedBy = new Map<number, number>();
  /** Single octets sent into a closed window. */
  readonly windowProbes = new Set<number>();

  private readonly exchange: Exchange;
  private readonly provableEnds: Float64Array;
  /** Rows in the order of their ends; those before `head` are done with. */
  private queue: number[] = [];
  private head = 0;
  private readonly heap: EndHeap;

  constructor(exchange: Exchange, ends: Float64Array) {
    this.exchange = exchange;
    this.provableEnds = ends;
    this.heap = new EndHeap(ends);
    this.losses = new Losses(exchange);
  }

  provableEnd(row: number): number {
    return this.provableEnds[row];
  }

  push(row: number, isWindowProbe: boolean): void {
    const end = this.provableEnds;
    if (isWindowProbe) this.windowProbes.add(row);
    const tail = this.queue[this.queue.length - 1];
    const isInSequence = tail === undefined || this.head >= this.queue.length || end[tail] <= end[row];
    if (isInSequence) this.queue.push(row);
    else this.heap.push(row);
  }

  /**
   * Notes that the peer has the octets from `left` to before `right` (SACK, RFC 2018). A block is mostly repeated in
   * the next acknowledgments: the walk ends at the first row that is noted already.
   */
  takeSackBlock(left: number, right: number, position: number): void {
    const { start } = this.exchange;
    const covered = bisect(
      this.head,
      this.queue.length,
      (index) => this.provableEnd(this.queue[index]) <= right,
    );
    for (let index = covered - 1; index >= this.head; index--) {
      const row = this.queue[index];
      if (start[row] < left || this.sackedBy.has(row)) return;
      this.sackedBy.set(row, position);
    }
  }

  /** Takes out the rows that end at or before `ack`. */
  popUpTo(ack: number): number[] {
    const end = this.provableEnds;
    const rows: number[] = [];
    for (; this.head < this.queue.length; this.head++) {
      const row = this.queue[this.head];
      if (end[row] > ack) break;
      rows.push(row);
    }
    for (let row = this.heap.popUpTo(ack); row >= 0; row = this.heap.popUpTo(ack)) rows.push(row);
    return rows;
  }

  drain(): number[] {
    const rows = [...this.queue.slice(this.head), ...this.heap.drain()];
    this.queue = [];
    this.head = 0;
    return rows;
  }

  /**
   * @param row the last row that the proof covers: the answer took at least as long as from there
   * @param isAnswer whether the proof answers that row, and not an earlier copy
   */
  noteProof(row: number, proof: number, isAnswer: boolean): void {
    const { columns } = this.exchange;
    const wait = columns.time[proof] - columns.time[row];
    if (wait >= 0 && !(wait >= this.fastestProof)) this.fastestProof = wait;
    if (wait >= 0 && isAnswer && !(wait >= this.fastestAnswer)) this.fastestAnswer = wait;
  }

  noteSent(row: number): void {
    const { start, end } = this.exchange;
    const { next } = this.said;
    this.lastRow = row;
    if (end[row] <= next && start[row] < next) this.probesUnanswered++;
    this.said.take(this.exchange, row);
  }
}
