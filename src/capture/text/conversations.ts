import { orZero } from "../../base/or-zero.ts";
import { ACK, SYN } from "../../segments/flags.ts";
import { type LineNumbers, printedValue, type Reading, SequenceTable, type Side } from "./sequence-table.ts";
import type { TextSegment } from "./text-segment.ts";

const SMALL = 2 ** 24;
/** Bits of deviation that decide between readings with as many links. */
const CLEARLY_NEARER = 8;

/** One line of an endpoint pair; `at` is its index in the batch. */
interface PairLine {
  readonly at: number;
  readonly side: Side;
  readonly segment: TextSegment;
}

/** The lines of one endpoint pair within a batch, one at least. */
interface PairLines {
  readonly first: TextSegment;
  readonly all: PairLine[];
}

interface Candidate {
  readonly flow: number;
  readonly lines: PairLines;
  readonly relative: Replay;
  /** The same replay as `relative` where that one is beyond doubt. */
  readonly printed: Replay;
}

interface Replay {
  readonly table: SequenceTable;
  readonly numbers: LineNumbers[];
}

/**
 * Numbers the lines of a text, pair by pair. How a pair is to be read is decided once, over its lines in the
 * batch where it first appears; pairs that leave it open follow what the others of the text say.
 */
export class Conversations {
  private readonly tables = new Map<number, SequenceTable>();
  private votesForPrinted = 0;
  private votesForTable = 0;

  /** The numbers of each line of a batch. `flows[i]` is `flowIndex * 2 + direction` of line `i`. */
  read(batch: readonly TextSegment[], flows: readonly number[]): LineNumbers[] {
    const numbers: LineNumbers[] = new Array<LineNumbers>(batch.length);
    const open: Candidate[] = [];
    for (const [flow, lines] of groupByPair(flows, batch)) {
      const table = this.tables.get(flow);
      if (table !== undefined) place(numbers, lines, replay(table, lines).numbers);
      else open.push(candidateOf(flow, lines));
    }
    for (const candidate of open) this.vote(candidate);
    for (const candidate of open) {
      const chosen = this.choose(candidate);
      chosen.table.settle();
      this.tables.set(candidate.flow, chosen.table);
      place(numbers, candidate.lines, chosen.numbers);
    }
    return numbers;
  }

  private vote(candidate: Candidate): void {
    const { relative, printed, lines } = candidate;
    if (lines.first.numbering !== "tcpdump") return;
    const lead = relative === printed ? 1 : leadOf(relative.table, printed.table);
    if (lead > 0) this.votesForTable++;
    else if (lead < 0 && showsWireNumbers(candidate)) this.votesForPrinted++;
  }

  private choose(candidate: Candidate): Replay {
    const { relative, printed, lines } = candidate;
    const { first } = lines;
    if (first.numbering === "absolute") return printed;
    if (first.numbering === "wireshark") return countsFromOwnStart(lines) ? withUnknownBase(lines) : printed;
    if (relative === printed) return relative;
    const lead = leadOf(relative.table, printed.table);
    if (lead > 0) return relative;
    const othersPrint = this.votesForPrinted > 0 && this.votesForTable === 0;
    if (lead < 0) return showsWireNumbers(candidate) || othersPrint ? printed : withUnknownBase(lines);
    if (othersPrint) return printed;
    return startsMidStreamAndSmall(first) ? withUnknownBase(lines) : relative;
  }
}

function candidateOf(flow: number, lines: PairLines): Candidate {
  const relative = replay(new SequenceTable("table"), lines);
  const isSure = isCertain(relative.table, lines.first);
  const printed = isSure ? relative : replay(new SequenceTable("as-printed"), lines);
  return { flow, lines, relative, printed };
}

function withUnknownBase(lines: PairLines): Replay {
  const reading: Reading = lines.first.numbering === "wireshark" ? "own-start" : "base-unknown";
  return replay(new SequenceTable(reading), lines);
}

function groupByPair(flows: readonly number[], batch: readonly TextSegment[]): Map<number, PairLines> {
  const pairs = new Map<number, PairLines>();
  for (const [at, segment] of batch.entries()) {
    const flow = orZero(flows[at]);
    let lines = pairs.get(flow >>> 1);
    if (lines === undefined) {
      lines = { first: segment, all: [] };
      pairs.set(flow >>> 1, lines);
    }
    lines.all.push({ at, side: (flow & 1) as Side, segment });
  }
  return pairs;
}

function replay(table: SequenceTable, { all }: PairLines): Replay {
  return { table, numbers: all.map(({ segment, side }) => table.read(segment, side)) };
}

function place(target: LineNumbers[], { all }: PairLines, numbers: readonly LineNumbers[]): void {
  for (const [i, line] of numbers.entries()) target[orZero(all[i]?.at)] = line;
}

/** How much better the first reading is: by exact links, and among equals by who is clearly nearer. */
function leadOf(one: SequenceTable, other: SequenceTable): number {
  if (one.score !== other.score) return one.score - other.score;
  const nearer = other.deviation - one.deviation;
  return Math.abs(nearer) > CLEARLY_NEARER ? nearer : 0;
}

/** Every number links up, some of them counted: read as printed they would not. */
function isCertain(table: SequenceTable, first: TextSegment): boolean {
  if (first.numbering !== "tcpdump" || startsMidStreamAndSmall(first)) return false;
  return table.misses === 0 && table.score > 2 && table.countedLines > 1;
}

/** A SYN-ACK, a SYN that later numbers continue, or a first number too large for a count. */
function showsWireNumbers({ lines, printed }: Candidate): boolean {
  if (firstNumber(lines.first) > SMALL) return true;
  const synEnds = [new Set<number>(), new Set<number>()] as const;
  for (const [i, { segment, side }] of lines.all.entries()) {
    const acknowledgment = printed.numbers[i]?.acknowledgment ?? null;
    if ((segment.flags & (SYN | ACK)) === (SYN | ACK)) return true;
    if (acknowledgment !== null && synEnds[side === 0 ? 1 : 0].has(printedValue(acknowledgment))) return true;
    if (segment.sequence === null) continue;
    if (synEnds[side].has(segment.sequence)) return true;
    if ((segment.flags & SYN) !== 0) synEnds[side].add((segment.sequence + 1) >>> 0);
  }
  return false;
}

function firstNumber(segment: TextSegment): number {
  return Math.max(segment.sequence ?? 0, segment.acknowledgment ?? 0);
}

function startsMidStreamAndSmall(segment: TextSegment): boolean {
  const isMidStream = (segment.flags & ACK) !== 0 && (segment.flags & SYN) === 0;
  return isMidStream && segment.wire === null && firstNumber(segment) < SMALL;
}

/** Wireshark counts each side from its SYN, or from 1; with `relative_sequence_numbers` off it does not. */
function countsFromOwnStart({ first, all }: PairLines): boolean {
  for (const { segment } of all) {
    if ((segment.flags & SYN) !== 0 && segment.sequence !== null) return segment.sequence === 0;
  }
  return firstNumber(first) < SMALL;
}
