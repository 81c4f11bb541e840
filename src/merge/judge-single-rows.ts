import { type ClockRelation, onFirstClock } from "../segments/clock-relation.ts";
import { FIN, RST, SYN } from "../segments/flags.ts";
import type { SegmentTable } from "../segments/segment-table.ts";
import { distance } from "../segments/sequence-number.ts";
import { sequenceLength } from "../segments/sequence-space.ts";
import { Shown } from "../segments/witnessed-rows.ts";
import type { MergedRows } from "./merged-rows.ts";
import type { Paired } from "./order-rows.ts";
import { type Both, otherOf, readersOf, type Witness } from "./strand.ts";

/** What the other capture would have held of the rows that it does not hold. Writes `shown`. */
export function judgeSingleRows(paired: Paired, merged: MergedRows): void {
  const cover = new Cover(paired, merged);
  const unsent = new UnsentNumbers(paired);
  for (let index = 0; index < merged.length; index++) {
    const shown = merged.shown[index];
    if ((shown & (Shown.Ambiguous | Shown.Again)) !== 0) continue;
    if ((shown & (Shown.Sent | Shown.Arrived)) === (Shown.Sent | Shown.Arrived)) continue;
    if (!cover.holds(index)) merged.shown[index] = shown | Shown.NotCovered;
    else if ((shown & Shown.Sent) === 0 && !unsent.wasMissed(merged, index))
      merged.shown[index] = shown | Shown.NotSent;
  }
}

/** The time on the first clock in which each capture runs, and how long segments take. */
class Cover {
  private readonly paired: Paired;
  private readonly merged: MergedRows;
  private readonly from: [number, number] = [0, 0];
  private readonly until: [number, number];
  /** The longest delay seen, by the capture at the sender's side; 0 if none was. */
  private readonly longest: [number, number] = [0, 0];
  /** By the capture at the receiver's side, the last merged row that arrived there; -1 = none. */
  private readonly lastArrival: [number, number] = [-1, -1];
  private readonly firstRow: [number, number] = [-1, -1];
  /** By strand, whether the first segment that each capture holds of it is a SYN: nothing was sent before. */
  private readonly hasStart: readonly Both<boolean>[];

  constructor(paired: Paired, merged: MergedRows) {
    this.paired = paired;
    this.merged = merged;
    const { tables, clock } = paired;
    const begins = (rows: Uint32Array, table: SegmentTable): boolean => (table.flags[rows[0]] & SYN) !== 0;
    this.hasStart = paired.strands.map(({ rows }) => [
      begins(rows[0], tables[0]),
      begins(rows[1], tables[1]),
    ]);
    this.until = [tables[0].lastRecordTime, tables[1].lastRecordTime];
    if (clock !== null) {
      this.from[1] = onFirstClock(clock, 0);
      this.until[1] = onFirstClock(clock, this.until[1]);
    }
    for (let index = 0; index < merged.length; index++) this.note(index);
  }

  /** Whether the capture that does not hold the row was made then. */
  holds(index: number): boolean {
    const { merged } = this;
    const isSent = (merged.shown[index] & Shown.Sent) !== 0;
    const held: Witness = merged.rows[0][index] >= 0 ? 0 : 1;
    const other = otherOf(held);
    const time = timeOf(this.paired, merged, held, index);
    const [from, until] = isSent ? [time, time + this.longest[held]] : [time - this.longest[other], time];
    const hasBegun = from >= this.from[other] || (!isSent && this.hasStart[merged.strand[index]][other]);
    if (!Number.isNaN(from)) return hasBegun && until <= this.until[other];
    const last = isSent ? this.lastArrival[other] : merged.length;
    return this.firstRow[other] >= 0 && this.firstRow[other] < index && index < last;
  }

  private note(index: number): void {
    const { paired, merged } = this;
    for (const witness of [0, 1] as const)
      if (merged.rows[witness][index] >= 0 && this.firstRow[witness] < 0) this.firstRow[witness] = index;
    if (merged.rows[0][index] < 0 || merged.rows[1][index] < 0 || merged.arrivedAt[index] === 0) return;
    const sender = senderOf(paired, merged, index);
    const receiver = otherOf(sender);
    this.lastArrival[receiver] = index;
    const delay = timeOf(paired, merged, receiver, index) - timeOf(paired, merged, sender, index);
    if (delay > this.longest[sender]) this.longest[sender] = delay;
  }
}

/** The capture at the sender's side of a merged row. */
export function senderOf({ strands, tables }: Paired, merged: MergedRows, index: number): Witness {
  const { side, turned } = strands[merged.strand[index]];
  const held: Witness = merged.rows[0][index] >= 0 ? 0 : 1;
  const direction = (tables[held].flow[merged.rows[held][index]] & 1) ^ (held === 0 ? 0 : turned);
  return direction === 0 ? side : otherOf(side);
}

/** The time of a merged row in a capture that holds it, on the first clock. */
export function timeOf(
  { tables, clock }: { readonly tables: Both<SegmentTable>; readonly clock: ClockRelation | null },
  merged: MergedRows,
  witness: Witness,
  index: number,
): number {
  const time = tables[witness].time[merged.rows[witness][index]];
  return witness === 0 || clock === null ? time : onFirstClock(clock, time);
}

/** The numbers that each end sent, as far as the capture at its side holds them. */
class UnsentNumbers {
  private readonly paired: Paired;
  /** By strand and direction: ranges that ascend and do not touch. */
  private readonly ranges = new Map<number, readonly Range[]>();
  /** Directions of which the capture at the sender's side lacks segments that were sent. */
  private readonly isLacking = new Set<number>();

  constructor(paired: Paired) {
    this.paired = paired;
  }

  /**
   * Whether the capture at the sender's side lacks a segment that its sender sent: octets between others of it, which
   * no row there holds; or, where that has happened, a pure ACK.
   */
  wasMissed(merged: MergedRows, index: number): boolean {
    const held: Witness = merged.rows[0][index] >= 0 ? 0 : 1;
    const row = merged.rows[held][index];
    const strand = this.paired.strands[merged.strand[index]];
    const reader = readersOf(this.paired.tables, strand)[held];
    const direction = reader.direction(row);
    const key = merged.strand[index] * 2 + direction;
    const flags = reader.table.flags[row];
    if ((flags & RST) !== 0) return false;
    const ranges = this.ranges.get(key) ?? this.read(key, otherOf(held));
    this.ranges.set(key, ranges);
    const length = sequenceLength(flags, reader.table.payloadLength[row]);
    if (length === 0) return this.isLacking.has(key);
    const from = ranges.length === 0 ? Number.NaN : distance(ranges[0].origin, reader.sequence(row));
    const isBetween = from >= (ranges[0]?.from ?? 0) && from + length <= (ranges.at(-1)?.until ?? 0);
    const isThere = ranges.some((range) => range.from < from + length && range.until > from);
    const isMissed = isBetween && !isThere && (flags & (SYN | FIN)) === 0;
    if (isMissed) this.isLacking.add(key);
    return isMissed;
  }

  private read(key: number, witness: Witness): Range[] {
    const strand = this.paired.strands[key >>> 1];
    const reader = readersOf(this.paired.tables, strand)[witness];
    const sent: Range[] = [];
    let origin = -1;
    let last = 0;
    for (const row of strand.rows[witness]) {
      const flags = reader.table.flags[row];
      if (reader.direction(row) !== (key & 1) || (flags & RST) !== 0) continue;
      if (origin < 0) origin = reader.sequence(row);
      last += distance((origin + last) >>> 0, reader.sequence(row));
      const until = last + sequenceLength(flags, reader.table.payloadLength[row]);
      if (until > last) sent.push({ origin, from: last, until });
    }
    return joined(sent);
  }
}

/** Numbers from one to before another, counted from `origin`. */
interface Range {
  readonly origin: number;
  readonly from: number;
  readonly until: number;
}

function joined(ranges: Range[]): Range[] {
  const all: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last === undefined || range.from > last.until) all.push(range);
    else if (range.until > last.until) all[all.length - 1] = { ...last, until: range.until };
  }
  return all;
}
