import { type ClockRelation, onFirstClock } from "../segments/clock-relation.ts";
import { ACK, SYN } from "../segments/flags.ts";
import type { SegmentTable } from "../segments/segment-table.ts";
import { Shown } from "../segments/witnessed-rows.ts";
import type { MergedRows } from "./merged-rows.ts";
import type { Paired } from "./order-rows.ts";
import { type Both, otherOf, readersOf, type Witness } from "./strand.ts";
import { judgeUnsentRows } from "./unsent-rows.ts";

/** What the other capture would have held of the rows that it does not hold. Writes `shown`. */
export function judgeSingleRows(paired: Paired, merged: MergedRows): void {
  const cover = new Cover(paired, merged);
  const unsent: number[] = [];
  for (let index = 0; index < merged.length; index++) {
    const shown = merged.shown[index];
    if ((shown & (Shown.Ambiguous | Shown.Again)) !== 0) continue;
    if ((shown & (Shown.Sent | Shown.Arrived)) === (Shown.Sent | Shown.Arrived)) continue;
    if (!cover.holds(index)) merged.shown[index] = shown | Shown.NotCovered;
    else if ((shown & Shown.Sent) === 0) unsent.push(index);
  }
  judgeUnsentRows(paired, merged, unsent);
}

/** The time on the first clock in which each capture runs, and how long segments take. */
class Cover {
  private readonly paired: Paired;
  private readonly merged: MergedRows;
  private readonly from: [number, number] = [0, 0];
  private readonly until: [number, number];
  /** By how much the other clock may be off from how it is drawn; NaN: the times of both do not compare. */
  private readonly free: number;
  /** The longest delay seen, by the capture at the sender's side; 0 if none was. */
  private readonly longest: [number, number] = [0, 0];
  /** By the capture at the receiver's side, the last merged row that arrived there; -1 = none. */
  private readonly lastArrival: [number, number] = [-1, -1];
  private readonly firstRow: [number, number] = [-1, -1];

  constructor(paired: Paired, merged: MergedRows) {
    this.paired = paired;
    this.merged = merged;
    const { tables, clock } = paired;
    this.until = [tables[0].lastRecordTime, tables[1].lastRecordTime];
    this.free = clock === null ? Number.NaN : halfWidthOf(clock);
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
    const isWithin = from - this.free >= this.from[other] && until + this.free <= this.until[other];
    if (isWithin) return true;
    const isCompared = !Number.isNaN(from + this.free);
    if (isCompared)
      return !isSent && until + this.free <= this.until[other] && this.beginsBefore(index, held);
    const last = isSent ? this.lastArrival[other] : merged.length;
    return this.firstRow[other] >= 0 && this.firstRow[other] < index && index < last;
  }

  /**
   * Whether the other capture was made from before the strand: it begins with a SYN, which the row does not repeat. The
   * first SYN that a capture holds may be a later copy.
   */
  private beginsBefore(index: number, held: Witness): boolean {
    const { paired, merged } = this;
    const strand = paired.strands[merged.strand[index]];
    const readers = readersOf(paired.tables, strand);
    const [here, there] = [readers[held], readers[otherOf(held)]];
    const [row, first] = [merged.rows[held][index], strand.rows[otherOf(held)][0]];
    if ((there.table.flags[first] & (SYN | ACK)) !== SYN) return false;
    const isCopy = (here.table.flags[row] & SYN) !== 0 && here.sequence(row) === there.sequence(first);
    return !isCopy;
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

/** Nanoseconds on either side of the drawn offset; 0 where it is bounded from one side, and drawn there. */
function halfWidthOf({ low, high }: ClockRelation): number {
  return Number.isFinite(high - low) ? (high - low) / 2 : 0;
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
