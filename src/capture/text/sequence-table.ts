import { ACK, FIN, SYN } from "../../segments/flags.ts";
import { advance, distance } from "../../segments/sequence-number.ts";
import type { TextSegment } from "./text-segment.ts";

export type Side = 0 | 1;

/** How the numbers of one conversation are to be read. */
export type Reading =
  /** tcpdump's table, from its first line on. */
  | "table"
  /** As on the wire: tcpdump -S, and what prints absolute numbers always. */
  | "as-printed"
  /** tcpdump's table, but the lines that filled it are not in the text. */
  | "base-unknown"
  /** Wireshark: each side counts from its own start, also on lines without ACK. */
  | "own-start";

/** A base of each direction; null as long as it is not known. */
export interface Bases {
  readonly of: [number | null, number | null];
}

/** A number on the wire, or one that counts from a base which may become known later. */
export interface Coordinate {
  readonly value: number;
  /** The base that is still to be added, and its direction; null when `value` is absolute. */
  readonly bases: Bases | null;
  readonly side: Side;
}

/** The numbers of one line. */
export interface LineNumbers {
  readonly sequence: Coordinate | null;
  readonly isInferred: boolean;
  readonly acknowledgment: Coordinate | null;
  /** What SACK edges count from. */
  readonly sackBase: Coordinate | null;
}

interface SideState {
  /** Where its next octet goes, as far as the lines tell. */
  next: Coordinate | null;
  /** Last acknowledgment number that the other side sent to it. */
  acknowledged: Coordinate | null;
  initial: number | null;
  readonly recentEnds: number[];
}

const RECENT = 16;
const FAR = 2 ** 26;

/**
 * Runs tcpdump's table of one endpoint pair again (TEXT-FORMATS section 7): lines without ACK are absolute;
 * an ACK line without an entry, or with SYN, is absolute and makes the entry; any other counts from it.
 */
export class SequenceTable {
  /** How well the lines link up under this reading: +1 an exact link, -3 a jump. */
  score = 0;
  /** Links that were not found, and lines that count from a base: without the former the reading is certain. */
  misses = 0;
  countedLines = 0;
  private readonly reading: Reading;
  private entry: Bases | null;
  private readonly sides: [SideState, SideState] = [newSide(), newSide()];

  constructor(reading: Reading) {
    this.reading = reading;
    this.entry = reading === "base-unknown" || reading === "own-start" ? { of: [null, null] } : null;
  }

  read(segment: TextSegment, side: Side): LineNumbers {
    const other: Side = side === 0 ? 1 : 0;
    const numbers =
      segment.wireSequence !== null ? this.fromOctets(segment, side) : this.fromPrint(segment, side, other);
    this.scoreLinks(segment, numbers, side, other);
    this.remember(segment, numbers, side, other);
    return numbers;
  }

  private fromPrint(segment: TextSegment, side: Side, other: Side): LineNumbers {
    if (this.reading === "own-start" && this.entry !== null)
      return this.relative(segment, this.entry, side, other);
    const hasAck = (segment.flags & ACK) !== 0;
    const isPlain = this.reading === "as-printed" || !hasAck;
    if (isPlain) {
      if (hasAck || segment.sequence === null) return this.absolute(segment, side, other);
      this.fixBase(side, segment.sequence, (segment.flags & SYN) !== 0);
      return this.absolute(segment, side, other);
    }
    if (this.entry === null || (segment.flags & SYN) !== 0) {
      const numbers = this.absolute(segment, side, other);
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

  private absolute(segment: TextSegment, side: Side, other: Side): LineNumbers {
    const printed = segment.sequence === null ? null : { value: segment.sequence, bases: null, side };
    const acknowledgment =
      segment.acknowledgment === null ? null : { value: segment.acknowledgment, bases: null, side: other };
    return {
      sequence: printed ?? this.inferred(side),
      isInferred: printed === null,
      acknowledgment,
      sackBase: null,
    };
  }

  private relative(segment: TextSegment, entry: Bases, side: Side, other: Side): LineNumbers {
    this.countedLines++;
    const printed = segment.sequence === null ? null : counted(segment.sequence, entry, side);
    return {
      sequence: printed ?? this.inferred(side),
      isInferred: printed === null,
      acknowledgment: segment.acknowledgment === null ? null : counted(segment.acknowledgment, entry, other),
      sackBase: segment.hasSack ? counted(0, entry, other) : null,
    };
  }

  /** The octets of a packet tell its numbers, and what the printed ones of its pair count from. */
  private fromOctets(segment: TextSegment, side: Side): LineNumbers {
    const other: Side = side === 0 ? 1 : 0;
    const sequence = segment.wireSequence ?? 0;
    const acknowledgment = segment.wireAcknowledgment ?? 0;
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
      sequence: { value: sequence, bases: null, side },
      isInferred: false,
      acknowledgment: hasAck ? { value: acknowledgment, bases: null, side: other } : null,
      sackBase: null,
    };
  }

  /** Where `side` goes on: behind its last octet, or where the peer's acknowledgment says if that is further. */
  private inferred(side: Side): Coordinate | null {
    const { next, acknowledged } = this.sides[side];
    if (next === null || acknowledged === null || next.bases !== acknowledged.bases)
      return next ?? acknowledged;
    const lead = distance(next.value, acknowledged.value);
    return lead > 0 && lead < FAR ? acknowledged : next;
  }

  /** A bare RST stands where its sender would have gone on: that tells an unknown base. */
  private fixBase(side: Side, sequence: number, isSyn: boolean): void {
    const expected = this.inferred(side);
    if (isSyn || this.entry === null || expected === null || expected.bases !== this.entry) return;
    if (this.entry.of[side] === null) this.setBase(this.entry, side, advance(sequence, -expected.value));
  }

  private setBase(entry: Bases, side: Side, base: number): void {
    if (entry.of[side] !== null) return;
    entry.of[side] = base;
    const state = this.sides[side];
    state.next = settled(state.next);
    state.acknowledged = settled(state.acknowledged);
    for (let i = 0; i < state.recentEnds.length; i++) {
      state.recentEnds[i] = advance(state.recentEnds[i] ?? 0, base);
    }
  }

  private scoreLinks(segment: TextSegment, numbers: LineNumbers, side: Side, other: Side): void {
    const { sequence, acknowledgment } = numbers;
    if ((segment.flags & SYN) === 0 && sequence !== null && !numbers.isInferred) {
      const { next, acknowledged } = this.sides[side];
      const isLinked = next?.value === sequence.value || acknowledged?.value === sequence.value;
      this.scoreLink(isLinked, next, sequence);
    }
    if ((segment.flags & ACK) === 0 || acknowledgment === null) return;
    const peer = this.sides[other];
    this.scoreLink(peer.recentEnds.includes(acknowledgment.value), peer.next, acknowledgment);
  }

  private scoreLink(isLinked: boolean, expected: Coordinate | null, found: Coordinate): void {
    if (isLinked) this.score++;
    else this.misses++;
    if (!isLinked && expected !== null && isFar(expected.value, found.value)) this.score -= 3;
  }

  private remember(segment: TextSegment, numbers: LineNumbers, side: Side, other: Side): void {
    const state = this.sides[side];
    const { sequence, acknowledgment } = numbers;
    if (sequence !== null) {
      const isSyn = (segment.flags & SYN) !== 0;
      if (isSyn) state.initial = sequence.value;
      const end = advance(sequence.value, sequenceLength(segment));
      if (
        isSyn ||
        state.next === null ||
        state.next.bases !== sequence.bases ||
        distance(state.next.value, end) > 0
      ) {
        state.next = { value: end, bases: sequence.bases, side };
      }
      state.recentEnds.push(end);
      if (state.recentEnds.length > RECENT) state.recentEnds.shift();
    }
    if (acknowledgment !== null && (segment.flags & ACK) !== 0)
      this.sides[other].acknowledged = acknowledgment;
  }
}

/** The absolute value, or null while the base is not known. */
export function absoluteValue({ value, bases, side }: Coordinate): number | null {
  if (bases === null) return value;
  const base = bases.of[side];
  return base === null ? null : advance(value, base);
}

function counted(value: number, entry: Bases, side: Side): Coordinate {
  const base = entry.of[side];
  return base === null ? { value, bases: entry, side } : { value: advance(value, base), bases: null, side };
}

function settled(coordinate: Coordinate | null): Coordinate | null {
  if (coordinate === null) return null;
  const value = absoluteValue(coordinate);
  return value === null ? coordinate : { value, bases: null, side: coordinate.side };
}

/** Octets of sequence space that the line takes: data, SYN and FIN. */
function sequenceLength(segment: TextSegment): number {
  const printed = segment.sequenceEnd !== null ? (segment.sequenceEnd - (segment.sequence ?? 0)) >>> 0 : 0;
  const data = segment.length ?? printed;
  return data + ((segment.flags & SYN) !== 0 ? 1 : 0) + ((segment.flags & FIN) !== 0 ? 1 : 0);
}

function isFar(from: number, to: number): boolean {
  return Math.abs(distance(from, to)) > FAR;
}

function newSide(): SideState {
  return { next: null, acknowledged: null, initial: null, recentEnds: [] };
}
