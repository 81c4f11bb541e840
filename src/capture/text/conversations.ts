import { orZero } from "../../base/or-zero.ts";
import { ACK, SYN } from "../../segments/flags.ts";
import { type LineNumbers, printedValue, type Reading, SequenceTable, type Side } from "./sequence-table.ts";
import type { TextSegment } from "./text-segment.ts";

const SMALL = 2 ** 24;
/** Bits of deviation that decide between readings with as many links. */
const CLEARLY_NEARER = 8;

/** Lines of one endpoint pair within a batch; `at` are indices into the batch. */
interface PairLines {
  readonly at: number[];
  readonly sides: Side[];
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
    for (const [flow, lines] of groupByPair(flows)) {
      const table = this.tables.get(flow);
      if (table !== undefined) place(numbers, lines, replay(table, batch, lines).numbers);
      else open.push(this.candidate(flow, lines, batch));
    }
    for (const candidate of open) this.vote(candidate, batch);
    for (const candidate of open) {
      const chosen = this.choose(candidate, batch);
      chosen.table.settle();
      this.tables.set(candidate.flow, chosen.table);
      place(numbers, candidate.lines, chosen.numbers);
    }
    return numbers;
  }

  private candidate(flow: number, lines: PairLines, batch: readonly TextSegment[]): Candidate {
    const relative = replay(new SequenceTable("table"), batch, lines);
    const printed = isCertain(relative.table, firstOf(lines, batch))
      ? relative
      : replay(new SequenceTable("as-printed"), batch, lines);
    return { flow, lines, relative, printed };
  }

  private vote(candidate: Candidate, batch: readonly TextSegment[]): void {
    const { relative, printed } = candidate;
    if (firstOf(candidate.lines, batch)?.numbering !== "tcpdump") return;
    const lead = relative === printed ? 1 : leadOf(relative.table, printed.table);
    if (lead > 0) this.votesForTable++;
    else if (lead < 0 && showsWireNumbers(candidate, batch)) this.votesForPrinted++;
  }

  private choose(candidate: Candidate, batch: readonly TextSegment[]): Replay {
    const { relative, printed, lines } = candidate;
    const first = firstOf(lines, batch);
    if (first?.numbering === "absolute") return printed;
    if (first?.numbering === "wireshark") {
      return countsFromOwnStart(lines, batch) ? this.withUnknownBase(candidate, batch) : printed;
    }
    if (relative === printed) return relative;
    const lead = leadOf(relative.table, printed.table);
    if (lead > 0) return relative;
    const othersPrint = this.votesForPrinted > 0 && this.votesForTable === 0;
    if (lead < 0) {
      return showsWireNumbers(candidate, batch) || othersPrint
        ? printed
        : this.withUnknownBase(candidate, batch);
    }
    if (othersPrint) return printed;
    if (first !== undefined && startsMidStreamAndSmall(first)) return this.withUnknownBase(candidate, batch);
    return relative;
  }

  private withUnknownBase({ lines }: Candidate, batch: readonly TextSegment[]): Replay {
    const first = firstOf(lines, batch);
    const reading: Reading = first?.numbering === "wireshark" ? "own-start" : "base-unknown";
    return replay(new SequenceTable(reading), batch, lines);
  }
}

function groupByPair(flows: readonly number[]): Map<number, PairLines> {
  const pairs = new Map<number, PairLines>();
  for (let i = 0; i < flows.length; i++) {
    const flow = orZero(flows[i]);
    let lines = pairs.get(flow >>> 1);
    if (lines === undefined) {
      lines = { at: [], sides: [] };
      pairs.set(flow >>> 1, lines);
    }
    lines.at.push(i);
    lines.sides.push((flow & 1) as Side);
  }
  return pairs;
}

function replay(table: SequenceTable, batch: readonly TextSegment[], lines: PairLines): Replay {
  const numbers: LineNumbers[] = [];
  for (let i = 0; i < lines.at.length; i++) {
    const segment = batch[orZero(lines.at[i])];
    if (segment !== undefined) numbers.push(table.read(segment, orZero(lines.sides[i])));
  }
  return { table, numbers };
}

function place(target: LineNumbers[], lines: PairLines, numbers: readonly LineNumbers[]): void {
  for (let i = 0; i < lines.at.length; i++) {
    const line = numbers[i];
    if (line !== undefined) target[orZero(lines.at[i])] = line;
  }
}

function firstOf(lines: PairLines, batch: readonly TextSegment[]): TextSegment | undefined {
  return batch[orZero(lines.at[0])];
}

/** How much better the first reading is: by exact links, and among equals by who is clearly nearer. */
function leadOf(one: SequenceTable, other: SequenceTable): number {
  if (one.score !== other.score) return one.score - other.score;
  const nearer = other.deviation - one.deviation;
  return Math.abs(nearer) > CLEARLY_NEARER ? nearer : 0;
}

/** Every number links up, some of them counted: read as printed they would not. */
function isCertain(table: SequenceTable, first: TextSegment | undefined): boolean {
  if (first === undefined || first.numbering !== "tcpdump" || startsMidStreamAndSmall(first)) return false;
  return table.misses === 0 && table.score > 2 && table.countedLines > 1;
}

/** A SYN-ACK, a SYN that later numbers continue, or a first number too large for a count. */
function showsWireNumbers({ lines, printed }: Candidate, batch: readonly TextSegment[]): boolean {
  const first = firstOf(lines, batch);
  if (first !== undefined && firstNumber(first) > SMALL) return true;
  const synEnds = [new Set<number>(), new Set<number>()] as const;
  for (let i = 0; i < lines.at.length; i++) {
    const segment = batch[orZero(lines.at[i])];
    const numbers = printed.numbers[i];
    const side = orZero(lines.sides[i]);
    if (segment === undefined || numbers === undefined) continue;
    if ((segment.flags & (SYN | ACK)) === (SYN | ACK)) return true;
    if (
      numbers.acknowledgment !== null &&
      synEnds[side === 0 ? 1 : 0].has(printedValue(numbers.acknowledgment))
    )
      return true;
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
  return isMidStream && segment.wireSequence === null && firstNumber(segment) < SMALL;
}

/** Wireshark counts each side from its SYN, or from 1; with `relative_sequence_numbers` off it does not. */
function countsFromOwnStart(lines: PairLines, batch: readonly TextSegment[]): boolean {
  for (const at of lines.at) {
    const segment = batch[at];
    if (segment === undefined) continue;
    if ((segment.flags & SYN) !== 0 && segment.sequence !== null) return segment.sequence === 0;
  }
  const first = firstOf(lines, batch);
  return first === undefined || firstNumber(first) < SMALL;
}
