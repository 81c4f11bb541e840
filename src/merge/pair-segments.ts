import type { Steps } from "../base/turns.ts";
import { hasIdentification } from "../segments/datagram.ts";
import { areOptionsTold } from "../segments/options.ts";
import { Mark, type SegmentTable } from "../segments/segment-table.ts";
import { EqualSegments, ROWS_OF_STEP } from "./equal-segments.ts";
import { pairParts } from "./pair-parts.ts";
import { Match, Pairing, type SendingSide } from "./pairing.ts";
import { EXACT, exactKey, looseKey, type SegmentKey, timestampValue } from "./segment-key.ts";
import { sendingSide, sideOfSingles } from "./sending-side.ts";
import { type Both, otherOf, readersOf, type RowReader, type Strand, type Witness } from "./strand.ts";

/** So many pairs tell whether a path keeps the IP identifications. */
const ENOUGH_IDS = 64;

/** What a number that a text does not print, or prints relative, cannot be compared with. */
const WITHOUT_NUMBER = Mark.SequenceUnknown | Mark.SequenceRelative | Mark.AcknowledgmentRelative;

const UNNUMBERED = exactKey(true);

/** A strand and its sending side, as far as anything tells it. */
export interface PairedStrand {
  readonly strand: Strand;
  readonly side: SendingSide;
  /** Whether times tell it, or how many routers each segment has passed; not what is missing alone. */
  readonly isTold: boolean;
}

/** A strand of which what is distinct is paired. */
export interface BegunStrand extends PairedStrand {
  /** Whether the path leaves the IP identifications as they are. */
  readonly keepsIds: boolean;
}

/** Pairs the rows of all strands, in turns. Linear in the rows. */
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

  /**
   * Pairs the rows of a strand that nothing else equals: by all of the header, then by what a path leaves as it is.
   * {@link pairRest} goes on.
   */
  *pairDistinct(strand: Strand): Steps<BegunStrand> {
    const { readers, rows } = this.read(strand);
    yield* this.equal.sort(readers, rows, this.exactFor(rows));
    const keepsIds = this.areIdsKept();
    yield* this.pairSingles(keepsIds);
    for (const isCut of [false, true]) {
      const left = isCut ? this.withoutOptions(rows) : this.freeOf(rows);
      if (left[0].length === 0 || left[1].length === 0) continue;
      yield* this.equal.sort(readers, left, this.keyFor(left));
      yield* this.pairSingles(keepsIds);
    }
    const side = sendingSide(this.pairing, readers, rows);
    return { strand, keepsIds, side, isTold: side !== null };
  }

  /** Pairs what is left of a strand, whose sending side is known by now as far as anything tells it. */
  *pairRest({ strand, keepsIds, side: told }: BegunStrand): Steps<PairedStrand> {
    const { readers, rows } = this.read(strand);
    const side = told ?? sideOfSingles(this.pairing, readers, rows);
    let left = this.freeOf(rows);
    const isTold = told !== null;
    if (left[0].length === 0 || left[1].length === 0) return { strand, side, isTold };
    for (const key of [this.exactFor(left), this.keyFor(left), null]) {
      const open = key === null ? this.withoutOptions(left) : left;
      if (open[0].length === 0 || open[1].length === 0) break;
      yield* this.equal.sort(readers, open, key ?? this.keyFor(open));
      this.pairGroups(readers[0], side, keepsIds);
      left = this.freeOf(left);
    }
    pairParts(this.pairing, readers, { left, all: rows }, side);
    return { strand, side, isTold };
  }

  private read(strand: Strand): {
    readonly readers: Both<RowReader>;
    readonly rows: Both<ArrayLike<number>>;
  } {
    return { readers: readersOf(this.tables, strand), rows: [this.once(0, strand), this.once(1, strand)] };
  }

  /** The rows without second records of the same packet. */
  private once(witness: Witness, { rows }: Strand): ArrayLike<number> {
    const { marks } = this.tables[witness];
    const own = rows[witness];
    const matches = this.pairing.matches[witness];
    const isTold = (row: number): boolean =>
      (marks[row] & WITHOUT_NUMBER) === 0 && matches[row] !== Match.Twice;
    for (let index = 0; index < own.length; index++) if (!isTold(own[index])) return own.filter(isTold);
    return own;
  }

  private free(witness: Witness, rows: ArrayLike<number>): number[] {
    const left: number[] = [];
    for (let index = 0; index < rows.length; index++)
      if (this.pairing.isFree(witness, rows[index])) left.push(rows[index]);
    return left;
  }

  private freeOf(rows: Both<ArrayLike<number>>): Both<number[]> {
    return [this.free(0, rows[0]), this.free(1, rows[1])];
  }

  /**
   * What is left of records whose options were cut off, and what may be the same segments: of those nothing but the
   * numbers is compared. Empty where no record was cut.
   */
  private withoutOptions(rows: Both<ArrayLike<number>>): Both<number[]> {
    const left = this.freeOf(rows);
    const cut = ([0, 1] as const).map((witness) =>
      left[witness].filter((row) => !areOptionsTold(this.tables[witness], row)),
    );
    const [first = [], second = []] = cut;
    if (first.length > 0 && second.length > 0) return [first, second];
    return first.length > 0 ? [first, left[1]] : [left[0], second];
  }

  private exactFor(rows: Both<ArrayLike<number>>): SegmentKey {
    return this.haveInferred(rows) ? UNNUMBERED : EXACT;
  }

  private keyFor(left: Both<readonly number[]>): SegmentKey {
    return looseKey(this.haveTimestamps(left), this.haveInferred(left));
  }

  /** Whether a text left numbers out. */
  private haveInferred(rows: Both<ArrayLike<number>>): boolean {
    for (const witness of [0, 1] as const) {
      const { marks } = this.tables[witness];
      for (let index = 0; index < rows[witness].length; index++)
        if ((marks[rows[witness][index]] & Mark.SequenceInferred) !== 0) return true;
    }
    return false;
  }

  private haveTimestamps(rows: Both<readonly number[]>): boolean {
    return ([0, 1] as const).every((witness) => {
      const last = rows[witness].at(-1);
      const table = this.tables[witness];
      return last !== undefined && areOptionsTold(table, last) && timestampValue(table, last) >= 0;
    });
  }

  /** Pairs what is alone in its class, or alone in it with its IP identification. */
  private *pairSingles(keepsIds: boolean): Steps<void> {
    const { equal } = this;
    for (let group = 0; group < equal.length; group++) {
      if (group % ROWS_OF_STEP === ROWS_OF_STEP - 1) yield;
      const first = equal.single(group, 0);
      const second = equal.single(group, 1);
      if (first < 0 || second < 0) {
        if (keepsIds) this.pairSinglesById([equal.list(group, 0), equal.list(group, 1)]);
      } else if (!(keepsIds && this.haveOtherIds(first, second)))
        this.pairing.join(first, second, Match.Exact);
    }
  }

  private pairSinglesById(lists: Both<readonly number[]>): void {
    const { byId } = this.groupById(lists);
    for (const [here, there] of byId.values())
      if (here.length === 1 && there.length === 1) this.pairing.join(here[0], there[0], Match.Exact);
  }

  private pairGroups(reader: RowReader, side: SendingSide, keepsIds: boolean): void {
    const { equal } = this;
    for (let group = 0; group < equal.length; group++) {
      const lists: Both<number[]> = [this.free(0, equal.list(group, 0)), this.free(1, equal.list(group, 1))];
      if (lists[0].length === 0 || lists[1].length === 0) continue;
      const senders = side === null ? null : reader.direction(lists[0][0]) === 0 ? side : otherOf(side);
      this.pairGroup(keepsIds ? this.pairById(lists, senders) : lists, senders);
    }
  }

  private areIdsKept(): boolean {
    const { equal, tables } = this;
    let same = 0;
    let other = 0;
    for (let group = 0; group < equal.length; group++) {
      const first = equal.single(group, 0);
      const second = equal.single(group, 1);
      if (
        first < 0 ||
        second < 0 ||
        !hasIdentification(tables[0], first) ||
        !hasIdentification(tables[1], second)
      )
        continue;
      if (this.haveOtherIds(first, second)) other++;
      else same++;
      if (same + other === ENOUGH_IDS) break;
    }
    return same >= other;
  }

  private haveOtherIds(first: number, second: number): boolean {
    const [one, two] = this.tables;
    return (
      hasIdentification(one, first) && hasIdentification(two, second) && one.ipId[first] !== two.ipId[second]
    );
  }

  private groupById(lists: Both<readonly number[]>): {
    readonly byId: ReadonlyMap<number, Both<number[]>>;
    readonly bare: Both<number[]>;
  } {
    const byId = new Map<number, Both<number[]>>();
    const bare: Both<number[]> = [[], []];
    for (const witness of [0, 1] as const) {
      const table = this.tables[witness];
      for (const row of lists[witness]) {
        if (!hasIdentification(table, row)) bare[witness].push(row);
        else {
          const same = byId.get(table.ipId[row]) ?? ([[], []] as const);
          byId.set(table.ipId[row], same);
          same[witness].push(row);
        }
      }
    }
    return { byId, bare };
  }

  /** Pairs those with the same IP identification; returns those of which nothing tells. */
  private pairById(lists: Both<readonly number[]>, senders: SendingSide): Both<number[]> {
    const { byId, bare: rest } = this.groupById(lists);
    const hasBare = [rest[0].length > 0, rest[1].length > 0] as const;
    for (const same of byId.values()) {
      if (same[0].length > 0 && same[1].length > 0) this.pairGroup(same, senders);
      // What printed the other capture may have left the identification out.
      else if (hasBare[1] && same[0].length > 0) rest[0].push(...same[0]);
      else if (hasBare[0] && same[1].length > 0) rest[1].push(...same[1]);
    }
    return [rest[0].toSorted((a, b) => a - b), rest[1].toSorted((a, b) => a - b)];
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
      if (lists[0].length > 1) pairing.groups.push({ lists, senders });
      return;
    }
    const sent = lists[senders ?? 0];
    const isMultiplied = senders !== null && sent.length === 1;
    if (!isMultiplied) {
      pairing.groups.push({ lists, senders });
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
