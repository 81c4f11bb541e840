import { ACK, RST, SYN } from "../../../segments/flags.ts";
import { advance, distance } from "../../../segments/sequence-number.ts";
import { sequenceLength } from "../../../segments/sequence-space.ts";
import {
  payloadLength,
  printsNoNumber,
  type TextSegment,
  type WireNumbers,
} from "../dialects/text-segment.ts";

export type Side = 0 | 1;

/** The reading of the numbers of one conversation. */
export type Reading =
  /** tcpdump's table, from its first line on. */
  | "table"
  /** As on the wire: tcpdump -S, and formats with absolute numbers. */
  | "as-printed"
  /** tcpdump's table, but the lines that filled it are not in the text. */
  | "base-unknown"
  /** Wireshark: each side counts from its own start, also on lines without ACK. */
  | "own-start";

/** A base of each direction; null as long as it is not known. */
export interface Bases {
  readonly of: [number | null, number | null];
}

/** A number relative to a base that may become known later. */
interface CountedNumber {
  readonly value: number;
  /** The bases, of which one is still to be added, and its direction. */
  readonly bases: Bases;
  readonly side: Side;
}

/** A number on the wire, or one relative to a base that is not known yet. */
export type Coordinate = number | CountedNumber;

/** The numbers of one line. */
export interface LineNumbers {
  readonly sequence: Coordinate | null;
  readonly isInferred: boolean;
  readonly acknowledgment: Coordinate | null;
  /** What SACK edges count from. */
  readonly sackBase: Coordinate | null;
}

interface SideState {
  /** The number of its next octet, as far as the lines show it. */
  next: Coordinate | null;
  /** Last acknowledgment number that the other side sent to it. */
  acknowledged: Coordinate | null;
  initial: number | null;
  /** Its `next` before a SYN inside the connection, which may be forged or an old duplicate. */
  beforeSyn: Coordinate | null;
  readonly recentEnds: number[];
}

const RECENT = 16;
const FAR = 2 ** 26;

/**
 * Runs tcpdump's table of one endpoint pair again (docs/text-formats.md section 7): lines without ACK are absolute;
 * an ACK line without an entry, or with SYN, is absolute and makes the entry; any other counts from it.
 */
export class SequenceTable {
  /** How well the lines link up in this reading: +1 for an exact link, -3 for a jump. */
  score = 0;
  /** How far the numbers are from the expected ones: bits, summed over the lines. */
  deviation = 0;
  /** Numbers that do not link up, and lines with relative numbers. Without the former, the reading is certain. */
  misses = 0;
  countedLines = 0;
  private isSettled = false;
  private readonly reading: Reading;
  private entry: Bases | null;
  private readonly sides: [SideState, SideState] = [newSide(), newSide()];

  constructor(reading: Reading) {
    this.reading = reading;
    this.entry = reading === "base-unknown" || reading === "own-start" ? { of: [null, null] } : null;
  }

  /** Notes that the reading is decided, so that links need not be counted any more. */
  settle(): void {
    this.isSettled = true;
    this.sides[0].recentEnds.length = 0;
    this.sides[1].recentEnds.length = 0;
  }

  read(segment: TextSegment, side: Side): LineNumbers {
    const other: Side = side === 0 ? 1 : 0;
    const numbers =
      segment.wire !== null
        ? this.fromOctets(segment, segment.wire, side, other)
        : this.fromPrint(segment, side, other);
    if (!this.isSettled) this.scoreLinks(segment, numbers, side, other);
    this.remember(segment, numbers, side, other);
    return numbers;
  }

  private fromPrint(segment: TextSegment, side: Side, other: Side): LineNumbers {
    if (this.reading === "own-start" && this.entry !== null)
      return this.relative(segment, this.entry, side, other);
    const hasAck = (segment.flags & ACK) !== 0;
    const isPlain = this.reading === "as-printed" || !hasAck;
    if (isPlain) {
      if (hasAck || segment.sequence === null) return this.absolute(segment, side);
      this.fixBase(side, segment.sequence, (segment.flags & SYN) !== 0);
      return this.absolute(segment, side);
    }
    if (this.entry === null || (segment.flags & SYN) !== 0) {
      const numbers = this.absolute(segment, side);
      const bases: [number | null, number | null] = [null, null];
      bases[side] = segment.sequence ?? this.firstOctetOf(side);
      bases[other] = segment.acknowledgment === null ? null : advance(segment.acknowledgment, -1);
      this.entry = { of: bases };
      return numbers;
    }
    return this.relative(segment, this.entry, side, other);
  }

  private firstOctetOf(side: Side): number | null {
    const initial = this.sides[side].initial;
    return initial === null ? null : advance(initial, 1);
  }

  private absolute(segment: TextSegment, side: Side): LineNumbers {
    return {
      sequence: segment.sequence ?? this.inferredSequence(segment, side, null),
      isInferred: segment.sequence === null,
      acknowledgment: segment.acknowledgment ?? this.inferredAcknowledgment(segment, side),
      sackBase: null,
    };
  }

  private relative(segment: TextSegment, entry: Bases, side: Side, other: Side): LineNumbers {
    this.countedLines++;
    const { acknowledgment } = segment;
    const printed = segment.sequence === null ? null : counted(segment.sequence, entry, side);
    return {
      sequence: printed ?? this.inferredSequence(segment, side, entry),
      isInferred: printed === null,
      acknowledgment:
        acknowledgment === null
          ? this.inferredAcknowledgment(segment, side)
          : counted(acknowledgment, entry, other),
      sackBase: segment.hasSack ? counted(0, entry, other) : null,
    };
  }

  /** The octets of a packet show its numbers, and the bases of its pair. */
  private fromOctets(segment: TextSegment, wire: WireNumbers, side: Side, other: Side): LineNumbers {
    const { sequence, acknowledgment } = wire;
    const hasAck = (segment.flags & ACK) !== 0;
    if (hasAck && this.reading !== "as-printed") {
      if (this.entry === null || (segment.flags & SYN) !== 0) {
        const bases: [number | null, number | null] = [null, null];
        bases[side] = sequence;
        bases[other] = advance(acknowledgment, -1);
        this.entry = { of: bases };
      } else {
        if (segment.sequence !== null) this.setBase(this.entry, side, advance(sequence, -segment.sequence));
        if (segment.acknowledgment !== null) {
          this.setBase(this.entry, other, advance(acknowledgment, -segment.acknowledgment));
        }
      }
    }
    return {
      sequence,
      isInferred: false,
      acknowledgment: hasAck ? acknowledgment : null,
      sackBase: null,
    };
  }

  /** The next number of `side`: after its last octet, or the peer's acknowledgment number if that is further. */
  private inferred(side: Side): Coordinate | null {
    const { next, acknowledged } = this.sides[side];
    if (next === null || acknowledged === null) return next ?? acknowledged;
    if (basesOf(next) !== basesOf(acknowledged)) return next;
    const lead = distance(printedValue(next), printedValue(acknowledged));
    return lead > 0 && lead < FAR ? acknowledged : next;
  }

  /** A line that holds nothing but ends and flags acknowledges what stands above it. */
  private inferredAcknowledgment(segment: TextSegment, side: Side): Coordinate | null {
    return printsNoNumber(segment) ? this.inferred(side === 0 ? 1 : 0) : null;
  }

  /** A SYN that prints no number repeats the one above it; without one, the side counts from there. */
  private inferredSequence(segment: TextSegment, side: Side, entry: Bases | null): Coordinate | null {
    const { initial } = this.sides[side];
    const isSyn = (segment.flags & SYN) !== 0;
    if (isSyn && initial !== null) return entry === null ? initial : counted(initial, entry, side);
    const inferred = this.inferred(side);
    return inferred === null && entry !== null && printsNoNumber(segment)
      ? counted(0, entry, side)
      : inferred;
  }

  /** A bare RST is at its sender's next number, which shows an unknown base. */
  private fixBase(side: Side, sequence: number, isSyn: boolean): void {
    const expected = this.inferred(side);
    if (isSyn || this.entry === null || expected === null || basesOf(expected) !== this.entry) return;
    if (this.entry.of[side] === null)
      this.setBase(this.entry, side, advance(sequence, -printedValue(expected)));
  }

  private setBase(entry: Bases, side: Side, base: number): void {
    if (entry.of[side] !== null) return;
    entry.of[side] = base;
    const state = this.sides[side];
    state.next = settled(state.next);
    state.acknowledged = settled(state.acknowledged);
    for (let i = 0; i < state.recentEnds.length; i++) {
      state.recentEnds[i] = advance(state.recentEnds[i], base);
    }
  }

  private scoreLinks(segment: TextSegment, numbers: LineNumbers, side: Side, other: Side): void {
    const { sequence, acknowledgment } = numbers;
    if ((segment.flags & SYN) === 0 && sequence !== null && !numbers.isInferred) {
      const { next, acknowledged, recentEnds } = this.sides[side];
      const value = printedValue(sequence);
      const isLinked = isAt(next, value) || isAt(acknowledged, value) || recentEnds.includes(value);
      this.scoreLink(isLinked, next ?? acknowledged, value);
    }
    if ((segment.flags & ACK) === 0 || acknowledgment === null) return;
    const peer = this.sides[other];
    const value = printedValue(acknowledgment);
    this.scoreLink(peer.recentEnds.includes(value), peer.next ?? peer.acknowledged, value);
  }

  private scoreLink(isLinked: boolean, expected: Coordinate | null, found: number): void {
    if (isLinked) {
      this.score++;
      return;
    }
    this.misses++;
    if (expected === null) return;
    const lead = Math.abs(distance(printedValue(expected), found));
    this.deviation += Math.log2(1 + lead);
    if (lead > FAR) this.score -= 3;
  }

  private remember(segment: TextSegment, numbers: LineNumbers, side: Side, other: Side): void {
    const { sequence, acknowledgment } = numbers;
    if (sequence !== null) this.rememberEnd(segment, sequence, this.sides[side]);
    if (acknowledgment !== null && (segment.flags & ACK) !== 0)
      this.sides[other].acknowledged = acknowledgment;
  }

  private rememberEnd(segment: TextSegment, sequence: Coordinate, state: SideState): void {
    const isSyn = (segment.flags & SYN) !== 0;
    const value = printedValue(sequence);
    // A RST takes no number, and a blind one stands anywhere in the window (RFC 5961).
    if ((segment.flags & RST) !== 0 && state.next !== null) return;
    if (isSyn) {
      state.beforeSyn = state.next;
      state.initial = value;
    } else this.forgetStraySyn(segment, value, state);
    const end = advance(value, lengthOf(segment));
    const { next } = state;
    const isFirst = isSyn || next === null || basesOf(next) !== basesOf(sequence);
    if (isFirst || distance(printedValue(next), end) > 0) {
      state.next =
        typeof sequence === "number" ? end : { value: end, bases: sequence.bases, side: sequence.side };
    }
    if (this.isSettled) return;
    state.recentEnds.push(end);
    if (state.recentEnds.length > RECENT) state.recentEnds.shift();
  }

  /** A printed number that goes on where the side stood before a SYN, and not behind that SYN, shows it as stray. */
  private forgetStraySyn(segment: TextSegment, value: number, state: SideState): void {
    const { next, beforeSyn } = state;
    if (segment.sequence === null || next === null || beforeSyn === null) return;
    state.beforeSyn = null;
    if (!isAt(next, value) && isAt(beforeSyn, value)) state.next = beforeSyn;
  }
}

/** The number as far as it is known: on the wire, or as a count. */
export function printedValue(coordinate: Coordinate): number {
  return typeof coordinate === "number" ? coordinate : coordinate.value;
}

/** The absolute value, or null while the base is not known. */
export function absoluteValue(coordinate: Coordinate): number | null {
  if (typeof coordinate === "number") return coordinate;
  const base = coordinate.bases.of[coordinate.side];
  return base === null ? null : advance(coordinate.value, base);
}

function basesOf(coordinate: Coordinate): Bases | null {
  return typeof coordinate === "number" ? null : coordinate.bases;
}

function isAt(coordinate: Coordinate | null, value: number): boolean {
  return coordinate !== null && printedValue(coordinate) === value;
}

function counted(value: number, entry: Bases, side: Side): Coordinate {
  const base = entry.of[side];
  return base === null ? { value, bases: entry, side } : advance(value, base);
}

function settled(coordinate: Coordinate | null): Coordinate | null {
  return coordinate === null ? null : (absoluteValue(coordinate) ?? coordinate);
}

/** SEG.LEN of a line; data of an unknown length counts as none. */
function lengthOf(segment: TextSegment): number {
  return sequenceLength(segment.flags, payloadLength(segment) ?? 0);
}

function newSide(): SideState {
  return { next: null, acknowledged: null, initial: null, beforeSyn: null, recentEnds: [] };
}
