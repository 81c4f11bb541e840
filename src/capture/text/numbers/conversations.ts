import { present } from "../../../base/assert.ts";
import { ACK, SYN } from "../../../segments/flags.ts";
import { printsNoNumber, type TextSegment } from "../dialects/text-segment.ts";
import { type LineNumbers, printedValue, type Reading, SequenceTable } from "./sequence-table.ts";

const SMALL = 2 ** 24;
/** Bits of deviation that decide between readings with equally many links. */
const CLEARLY_NEARER = 8;

/** The lines of one endpoint pair within a batch, one at least; `places` are their indices in it. */
interface PairLines {
  readonly first: TextSegment;
  readonly all: TextSegment[];
  readonly places: number[];
}

interface Candidate {
  readonly pair: number;
  readonly lines: PairLines;
  readonly relative: Replay;
  /** The same replay as `relative` if that one is certain. */
  readonly printed: Replay;
}

interface Replay {
  readonly table: SequenceTable;
  readonly numbers: LineNumbers[];
}

/**
 * Numbers the lines of a text, pair by pair. The reading of a pair is decided once, over its lines in the batch in
 * which it first appears; pairs that leave it open follow the others of the text.
 */
export class Conversations {
  /** By pair. */
  private readonly tables: (SequenceTable | undefined)[] = [];
  private votesForPrinted = 0;
  private votesForTable = 0;

  /** Reads the numbers of each line of a batch whose pairs of ends are known. */
  read(batch: readonly TextSegment[]): LineNumbers[] {
    const numbers: LineNumbers[] = new Array<LineNumbers>(batch.length);
    const undecided = new Map<number, PairLines>();
    for (let at = 0; at < batch.length; at++) {
      const segment = present(batch[at], "a line of the batch");
      const table = this.tables[segment.pair];
      if (table === undefined) addTo(undecided, segment, at);
      else numbers[at] = table.read(segment, segment.side);
    }
    const open = Array.from(undecided, ([pair, lines]) => candidateOf(pair, lines));
    for (const candidate of open) this.vote(candidate);
    for (const candidate of open) {
      const chosen = this.choose(candidate);
      chosen.table.settle();
      this.tables[candidate.pair] = chosen.table;
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
    if (lines.all.every(printsNoNumber)) return replay(new SequenceTable("own-start"), lines);
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

function candidateOf(pair: number, lines: PairLines): Candidate {
  const relative = replay(new SequenceTable("table"), lines);
  const isSure = isCertain(relative.table, lines.first);
  const printed = isSure ? relative : replay(new SequenceTable("as-printed"), lines);
  return { pair, lines, relative, printed };
}

function withUnknownBase(lines: PairLines): Replay {
  const reading: Reading = lines.first.numbering === "wireshark" ? "own-start" : "base-unknown";
  return replay(new SequenceTable(reading), lines);
}

function addTo(pairs: Map<number, PairLines>, segment: TextSegment, at: number): void {
  const lines = pairs.get(segment.pair);
  if (lines === undefined) pairs.set(segment.pair, { first: segment, all: [segment], places: [at] });
  else {
    lines.all.push(segment);
    lines.places.push(at);
  }
}

function replay(table: SequenceTable, { all }: PairLines): Replay {
  return { table, numbers: all.map((segment) => table.read(segment, segment.side)) };
}

function place(target: LineNumbers[], { places }: PairLines, numbers: readonly LineNumbers[]): void {
  for (const [i, line] of numbers.entries()) target[places[i]] = line;
}

/** How much better the first reading is: by exact links, and among equals by clearly smaller deviation. */
function leadOf(one: SequenceTable, other: SequenceTable): number {
  if (one.score !== other.score) return one.score - other.score;
  const nearer = other.deviation - one.deviation;
  return Math.abs(nearer) > CLEARLY_NEARER ? nearer : 0;
}

/** Whether every number links up, some of them relative, so that they would not link up as printed. */
function isCertain(table: SequenceTable, first: TextSegment): boolean {
  if (first.numbering !== "tcpdump" || startsMidStreamAndSmall(first)) return false;
  return table.misses === 0 && table.score > 2 && table.countedLines > 1;
}

/** Whether the pair has a SYN,ACK, a SYN that later numbers continue, or a first number too large to be relative. */
function showsWireNumbers({ lines, printed }: Candidate): boolean {
  if (firstNumber(lines.first) > SMALL) return true;
  const synEnds = [new Set<number>(), new Set<number>()] as const;
  for (const [i, segment] of lines.all.entries()) {
    const { side } = segment;
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
  for (const segment of all) {
    if ((segment.flags & SYN) !== 0 && segment.sequence !== null) return segment.sequence === 0;
  }
  return firstNumber(first) < SMALL;
}
