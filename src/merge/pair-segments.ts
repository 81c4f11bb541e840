import { Mark, type SegmentTable } from "../segments/segment-table.ts";
import { sliceColumns } from "../segments/slice-columns.ts";
import { findCapturedTwice } from "../tcp/exchange/captured-twice.ts";
import { EqualSegments } from "./equal-segments.ts";
import { pairParts } from "./pair-parts.ts";
import { Match, Pairing, type SendingSide } from "./pairing.ts";
import { EXACT, looseKey, type SegmentKey, timestampValue } from "./segment-key.ts";
import { type Both, otherOf, readersOf, type RowReader, type Strand, type Witness } from "./strand.ts";

/** What a number that a text does not print, or prints relative, cannot be compared with. */
const WITHOUT_NUMBER = Mark.SequenceUnknown | Mark.SequenceRelative | Mark.AcknowledgmentRelative;

/** Pairs the rows of all strands. Linear in the rows. */
export class SegmentPairer {
  readonly pairing: Pairing;
  private readonly tables: Both<SegmentTable>;
  private readonly equal: EqualSegments;

  /**
   * @param strands all that will be paired
   * @param pairing what is paired already
   */
  constructor(tables: Both<SegmentTable>, strands: readonly Strand[], pairing = new Pairing(tables)) {
    this.tables = tables;
    this.pairing = pairing;
    this.equal = new EqualSegments(
      strands.reduce((most, { rows }) => Math.max(most, rows[0].length, rows[1].length), 0),
    );
  }

  /** Pairs the rows of a strand: by all of the header, then by what a path leaves as it is, then by octets. */
  pair(strand: Strand): SendingSide {
    const readers = readersOf(this.tables, strand);
    const rows: Both<ArrayLike<number>> = [this.once(0, strand), this.once(1, strand)];
    const side = this.pairBy(EXACT, readers, rows, null);
    const left: Both<number[]> = [this.free(0, rows[0]), this.free(1, rows[1])];
    if (left[0].length === 0 || left[1].length === 0) return side;
    const key = looseKey(this.haveTimestamps(left));
    const told = this.pairBy(key, readers, left, side) ?? side;
    pairParts(this.pairing, readers, [this.free(0, left[0]), this.free(1, left[1])], told);
    return told;
  }

  /** The rows without second records of the same packet. */
  private once(witness: Witness, { rows }: Strand): number[] {
    const table = this.tables[witness];
    const isTwice = findCapturedTwice(sliceColumns(table, rows[witness]));
    const kept: number[] = [];
    for (let index = 0; index < isTwice.length; index++) {
      const row = rows[witness][index];
      if (isTwice[index] === 1) this.pairing.refer(witness, row, -1, Match.Twice);
      else if ((table.marks[row] & WITHOUT_NUMBER) === 0) kept.push(row);
    }
    return kept;
  }

  private free(witness: Witness, rows: ArrayLike<number>): number[] {
    return Array.from(rows).filter((row) => this.pairing.isFree(witness, row));
  }

  private haveTimestamps(rows: Both<readonly number[]>): boolean {
    return ([0, 1] as const).every((witness) => {
      const last = rows[witness].at(-1);
      return last !== undefined && timestampValue(this.tables[witness], last) >= 0;
    });
  }

  private pairBy(
    key: SegmentKey,
    readers: Both<RowReader>,
    rows: Both<ArrayLike<number>>,
    known: SendingSide,
  ): SendingSide {
    const { equal } = this;
    equal.sort(readers, rows, key);
    const keepsIds = this.keepsIds();
    for (let group = 0; group < equal.length; group++) {
      const first = equal.single(group, 0);
      const second = equal.single(group, 1);
      if (first >= 0 && second >= 0 && !(keepsIds && this.haveOtherIds(first, second)))
        this.pairing.join(first, second, Match.Exact);
    }
    const side = known ?? sendingSide(this.tables, this.pairing, readers[0], rows[0]);
    for (let group = 0; group < equal.length; group++) {
      const lists: Both<number[]> = [this.free(0, equal.list(group, 0)), this.free(1, equal.list(group, 1))];
      if (lists[0].length === 0 || lists[1].length === 0) continue;
      const senders = side === null ? null : readers[0].direction(lists[0][0]) === 0 ? side : otherOf(side);
      this.pairGroup(keepsIds ? this.pairById(lists, senders) : lists, senders);
    }
    return side;
  }

  /** Whether the path leaves the IP identifications as they are. */
  private keepsIds(): boolean {
    const { equal, tables } = this;
    let same = 0;
    let other = 0;
    for (let group = 0; group < equal.length; group++) {
      const first = equal.single(group, 0);
      const second = equal.single(group, 1);
      if (first < 0 || second < 0 || !hasId(tables[0], first) || !hasId(tables[1], second)) continue;
      if (this.haveOtherIds(first, second)) other++;
      else same++;
    }
    return same >= other;
  }

  private haveOtherIds(first: number, second: number): boolean {
    const [one, two] = this.tables;
    return hasId(one, first) && hasId(two, second) && one.ipId[first] !== two.ipId[second];
  }

  /** Pairs those with the same IP identification; returns what has none, which may be any of the rest. */
  private pairById(lists: Both<readonly number[]>, senders: SendingSide): Both<number[]> {
    const [one, two] = this.tables;
    const byId = new Map<number, [number[], number[]]>();
    const rest: [number[], number[]] = [[], []];
    for (const witness of [0, 1] as const) {
      const table = witness === 0 ? one : two;
      for (const row of lists[witness]) {
        if (!hasId(table, row)) rest[witness].push(row);
        else {
          const same = byId.get(table.ipId[row]) ?? [[], []];
          byId.set(table.ipId[row], same);
          same[witness].push(row);
        }
      }
    }
    for (const same of byId.values()) {
      if (same[0].length > 0 && same[1].length > 0) this.pairGroup(same, senders);
    }
    return rest;
  }

  /**
   * Equal segments: as many there as here, or one that arrived several times; everything else is not told apart.
   * @param senders the capture at the sender's side
   */
  private pairGroup(lists: Both<readonly number[]>, senders: SendingSide): void {
    const { pairing } = this;
    if (lists[0].length === 0 || lists[1].length === 0) return;
    if (lists[0].length === lists[1].length) {
      // The first one to arrive came no sooner than the first one was sent, which is all that a clock needs.
      for (const [index, row] of lists[0].entries())
        pairing.join(row, lists[1][index], index === 0 ? Match.Exact : Match.InOrder);
      return;
    }
    const sent = lists[senders ?? 0];
    const isMultiplied = senders !== null && sent.length === 1;
    if (!isMultiplied) {
      const pairs = Math.min(lists[0].length, lists[1].length);
      for (let index = 0; index < pairs; index++)
        pairing.join(lists[0][index], lists[1][index], Match.Ambiguous);
      for (const witness of [0, 1] as const)
        for (const row of lists[witness].slice(pairs)) pairing.refer(witness, row, -1, Match.Ambiguous);
      return;
    }
    const arrived = otherOf(senders);
    const [first, ...again] = lists[arrived];
    if (senders === 0) pairing.join(sent[0], first, Match.Exact);
    else pairing.join(first, sent[0], Match.Exact);
    for (const row of again) pairing.refer(arrived, row, sent[0], Match.Again);
  }
}

function hasId(table: SegmentTable, row: number): boolean {
  return (table.marks[row] & Mark.HasIpId) !== 0 && table.ipId[row] !== 0;
}

/**
 * Which capture holds the segments of endpoint `a` first. Between two that run in opposite directions, the difference
 * of the clocks falls out, and the sum of their delays is left.
 */
function sendingSide(
  [first, second]: Both<SegmentTable>,
  { partners, matches }: Pairing,
  reader: RowReader,
  rows: ArrayLike<number>,
): SendingSide {
  const last = [Number.NaN, Number.NaN];
  let votes = 0;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    if (matches[0][row] !== Match.Exact) continue;
    const difference = second.time[partners[0][row]] - first.time[row];
    const direction = reader.direction(row);
    last[direction] = difference;
    const sum = last[0] - last[1];
    if (sum > 0) votes++;
    else if (sum < 0) votes--;
  }
  return votes === 0 ? null : votes > 0 ? 0 : 1;
}
