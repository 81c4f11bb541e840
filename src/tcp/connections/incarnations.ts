import { emptied, lengthened } from "../../base/doubled.ts";
import type { StartReason } from "../connection.ts";

/** What one direction of an incarnation has shown so far. */
export const Shown = {
  /** Any segment. */
  Sent: 1,
  /** A SYN without ACK. */
  Syn: 2,
  SynAck: 4,
  /** `initialSequence` is known, from a SYN or a SYN,ACK. */
  Initial: 8,
  /** `next` is known. */
  Next: 16,
  /** `lastAck` is known. */
  Acknowledged: 32,
  Fin: 64,
  /** A segment that is neither SYN nor RST. */
  BeyondHandshake: 128,
  /** `firstAck` is known. */
  FirstAck: 256,
} as const;

const NONE = 0xffffffff;
const FIRST_CAPACITY = 256;

export const START_REASONS: readonly StartReason[] = [
  "first",
  "same-isn-again",
  "reuse-after-close",
  "reuse-in-time-wait",
  "reuse-while-open",
  "syn-not-captured",
  "mid-stream",
];

/**
 * The light tracking of docs/state-machine.md 3.2 for every incarnation, in columns: millions of connections cost some
 * hundred octets each. A direction's columns are indexed `incarnation * 2 + direction`.
 */
export class Incarnations {
  length = 0;
  /** Whether any came after another on its pair. */
  hasSuccessions = false;
  /** How many there will probably be. Memory that is never written costs nothing, but copying does. */
  expected = 0;

  shown = new Uint16Array(FIRST_CAPACITY * 2);
  initialSequence = new Uint32Array(FIRST_CAPACITY * 2);
  firstSequence = new Uint32Array(FIRST_CAPACITY * 2);
  firstAck = new Uint32Array(FIRST_CAPACITY * 2);
  /** Highest end of what the direction sent, RST excluded. */
  next = new Uint32Array(FIRST_CAPACITY * 2);
  lastAck = new Uint32Array(FIRST_CAPACITY * 2);
  /** 1 + the last row that is neither SYN nor RST. */
  lastPlainRow = new Uint32Array(FIRST_CAPACITY * 2);

  flow = new Uint32Array(FIRST_CAPACITY);
  firstRow = new Uint32Array(FIRST_CAPACITY);
  lastRow = new Uint32Array(FIRST_CAPACITY);
  rows = new Uint32Array(FIRST_CAPACITY);
  reason = new Uint8Array(FIRST_CAPACITY);
  isDead = new Uint8Array(FIRST_CAPACITY);
  /** Whether it holds anything but SYNs without ACK. */
  isMoreThanSyns = new Uint8Array(FIRST_CAPACITY);
  /** Direction of the first SYN or, without one, against the first SYN,ACK; 2 = unknown. */
  opener = new Uint8Array(FIRST_CAPACITY);

  private previousColumn = new Uint32Array(FIRST_CAPACITY);

  /** Starts an incarnation and returns its index. */
  append(flow: number, row: number, reason: StartReason, previous: number | null): number {
    const index = this.length;
    if (index >= this.flow.length) this.grow();
    this.flow[index] = flow;
    this.firstRow[index] = row;
    this.reason[index] = START_REASONS.indexOf(reason);
    this.opener[index] = 2;
    this.previousColumn[index] = previous ?? NONE;
    if (previous !== null) this.hasSuccessions = true;
    this.length = index + 1;
    return index;
  }

  previous(index: number): number | null {
    const previous = this.previousColumn[index] ?? NONE;
    return previous === NONE ? null : previous;
  }

  /** Frees the columns that only the grouping reads. */
  finish(): void {
    this.firstSequence = emptied(this.firstSequence);
    this.firstAck = emptied(this.firstAck);
    this.lastAck = emptied(this.lastAck);
    this.lastPlainRow = emptied(this.lastPlainRow);
    this.lastRow = emptied(this.lastRow);
    this.isDead = emptied(this.isDead);
    this.previousColumn = emptied(this.previousColumn);
  }

  private grow(): void {
    const length = Math.max(this.flow.length * 2, this.expected);
    this.shown = lengthened(this.shown, length * 2);
    this.initialSequence = lengthened(this.initialSequence, length * 2);
    this.firstSequence = lengthened(this.firstSequence, length * 2);
    this.firstAck = lengthened(this.firstAck, length * 2);
    this.next = lengthened(this.next, length * 2);
    this.lastAck = lengthened(this.lastAck, length * 2);
    this.lastPlainRow = lengthened(this.lastPlainRow, length * 2);
    this.flow = lengthened(this.flow, length);
    this.firstRow = lengthened(this.firstRow, length);
    this.lastRow = lengthened(this.lastRow, length);
    this.rows = lengthened(this.rows, length);
    this.reason = lengthened(this.reason, length);
    this.isDead = lengthened(this.isDead, length);
    this.isMoreThanSyns = lengthened(this.isMoreThanSyns, length);
    this.opener = lengthened(this.opener, length);
    this.previousColumn = lengthened(this.previousColumn, length);
  }
}
