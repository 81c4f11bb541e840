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

/** What is over in an incarnation: `1 << direction` for an end that is surely gone. */
export const Ended = {
  /** Both ends have sent a FIN. */
  Both: 3,
  /** An end in SYN-SENT sent a RST; it may have come from something else on its host. */
  Perhaps: 4,
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
  /** Bits of {@link Ended}. */
  ended = new Uint8Array(FIRST_CAPACITY);
  /** Whether it holds anything but SYNs, or but SYN,ACKs that came into an earlier one: those may be stray. */
  isMoreThanOpening = new Uint8Array(FIRST_CAPACITY);
  /** Direction of the first SYN or, without one, against the first SYN,ACK; 2 = unknown. */
  opener = new Uint8Array(FIRST_CAPACITY);

  private previousColumn = new Uint32Array(FIRST_CAPACITY);
  /** Only where there is one before; as long as any such was started. */
  private homeColumn = new Uint32Array(0);

  /** Starts an incarnation and returns its index. */
  append(flow: number, row: number, reason: StartReason, previous: number | null): number {
    const index = this.length;
    if (index >= this.flow.length) this.grow();
    this.flow[index] = flow;
    this.firstRow[index] = row;
    this.reason[index] = START_REASONS.indexOf(reason);
    this.opener[index] = 2;
    this.previousColumn[index] = previous ?? NONE;
    if (previous !== null) this.follow(index, previous);
    this.length = index + 1;
    return index;
  }

  private follow(index: number, previous: number): void {
    this.hasSuccessions = true;
    if (this.homeColumn.length <= index) this.homeColumn = lengthened(this.homeColumn, this.flow.length);
    this.homeColumn[index] =
      this.isMoreThanOpening[previous] === 1 ? previous : (this.home(previous) ?? NONE);
  }

  previous(index: number): number | null {
    const previous = this.previousColumn[index] ?? NONE;
    return previous === NONE ? null : previous;
  }

  /** The nearest before it that was more than SYNs when it began: what a stray SYN among many came into. */
  home(index: number): number | null {
    if (this.previous(index) === null) return null;
    const home = this.homeColumn[index];
    return home === NONE ? null : home;
  }

  /** Frees the columns that only the grouping reads. */
  finish(): void {
    this.firstSequence = emptied(this.firstSequence);
    this.firstAck = emptied(this.firstAck);
    this.lastAck = emptied(this.lastAck);
    this.lastPlainRow = emptied(this.lastPlainRow);
    this.lastRow = emptied(this.lastRow);
    this.ended = emptied(this.ended);
    this.previousColumn = emptied(this.previousColumn);
    this.homeColumn = emptied(this.homeColumn);
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
    this.ended = lengthened(this.ended, length);
    this.isMoreThanOpening = lengthened(this.isMoreThanOpening, length);
    this.opener = lengthened(this.opener, length);
    this.previousColumn = lengthened(this.previousColumn, length);
  }
}
