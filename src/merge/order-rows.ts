import type { SegmentTable } from "../segments/segment-table.ts";
import { distance } from "../segments/sequence-number.ts";
import { Shown } from "../tcp/witnessed-rows.ts";
import { type ClockRelation, onFirstClock } from "./clock.ts";
import { MergedRows } from "./merged-rows.ts";
import { Match, type Pairing } from "./pairing.ts";
import { type Both, otherOf, type Strand, type Witness } from "./strand.ts";

/** A strand, and the capture that holds the segments of its endpoint `a` first. */
export interface SidedStrand extends Strand {
  readonly side: Witness;
}

/** Everything that the order of the rows depends on. */
export interface Paired {
  readonly tables: Both<SegmentTable>;
  readonly strands: readonly SidedStrand[];
  readonly pairing: Pairing;
  readonly clock: ClockRelation | null;
}

/**
 * Lays the rows of both captures in one order: each capture's own, what was sent before what arrived, and where both
 * leave it open, by time. Linear in the rows.
 */
export function orderRows(paired: Paired): MergedRows {
  return new RowOrder(paired).merge();
}

class RowOrder {
  private readonly paired: Paired;
  private readonly merged = new MergedRows();
  /** By row of each capture: 1 + its strand; 0 = none. */
  private readonly strandOf: Both<Int32Array>;
  /** By row of each capture: 1 + the merged row; 0 = none yet. */
  private readonly mergedOf: Both<Int32Array>;
  /** The parts of a row, by capture. */
  private readonly parts: Both<Map<number, number[]>>;
  /** Rows that arrived and whose parts count as arrived with them, by capture. */
  private readonly arrivedWholes: Both<Set<number>> = [new Set(), new Set()];
  private event = 0;

  constructor(paired: Paired) {
    this.paired = paired;
    const { tables, strands } = paired;
    const columns = (): Both<Int32Array> => [
      new Int32Array(tables[0].length),
      new Int32Array(tables[1].length),
    ];
    this.strandOf = columns();
    this.mergedOf = columns();
    this.parts = [this.partsIn(0), this.partsIn(1)];
    for (const [index, { rows }] of strands.entries())
      for (const witness of [0, 1] as const)
        for (const row of rows[witness]) this.strandOf[witness][row] = index + 1;
  }

  merge(): MergedRows {
    const heads: [number, number] = [this.nextFrom(0, 0), this.nextFrom(1, 0)];
    for (;;) {
      const witness = this.choose(heads);
      if (witness === null) return this.merged;
      this.take(witness, heads[witness]);
      heads[witness] = this.nextFrom(witness, heads[witness] + 1);
    }
  }

  private partsIn(whole: Witness): Map<number, number[]> {
    const { pairing, strands } = this.paired;
    const small = otherOf(whole);
    const parts = new Map<number, number[]>();
    for (const { rows } of strands) {
      for (const row of rows[small]) {
        if (pairing.matches[small][row] !== Match.Part) continue;
        const partner = pairing.partners[small][row];
        const others = parts.get(partner);
        if (others === undefined) parts.set(partner, [row]);
        else others.push(row);
      }
    }
    return parts;
  }

  private nextFrom(witness: Witness, from: number): number {
    const { tables, pairing } = this.paired;
    let row = from;
    const isLeftOut = (): boolean =>
      this.strandOf[witness][row] === 0 || pairing.matches[witness][row] === Match.Twice;
    while (row < tables[witness].length && isLeftOut()) row++;
    return row;
  }

  private choose(heads: Both<number>): Witness | null {
    const { tables } = this.paired;
    const [first, second] = [heads[0] < tables[0].length, heads[1] < tables[1].length];
    if (!first || !second) return first ? 0 : second ? 1 : null;
    const [canFirst, canSecond] = [this.isReady(0, heads[0]), this.isReady(1, heads[1])];
    if (canFirst !== canSecond) return canFirst ? 0 : 1;
    const wait = this.timeOf(1, heads[1]) - this.timeOf(0, heads[0]);
    // Without times, what was sent arrives before more is sent.
    if (Number.isNaN(wait)) return this.isSent(0, heads[0]) ? 1 : 0;
    return wait < 0 ? 1 : 0;
  }

  /** Whether what a row needs came before: what arrives was sent. */
  private isReady(witness: Witness, row: number): boolean {
    const { pairing } = this.paired;
    if (this.isSent(witness, row)) return true;
    const partner = pairing.partners[witness][row];
    return partner < 0 || this.mergedOf[otherOf(witness)][partner] !== 0;
  }

  private timeOf(witness: Witness, row: number): number {
    const { tables, clock } = this.paired;
    const time = tables[witness].time[row];
    return witness === 0 || clock === null ? time : onFirstClock(clock, time);
  }

  private isSent(witness: Witness, row: number): boolean {
    return this.sidedStrand(witness, row).senders === witness;
  }

  private sidedStrand(witness: Witness, row: number): { readonly strand: number; readonly senders: Witness } {
    const strand = this.strandOf[witness][row] - 1;
    const { side, turned } = this.paired.strands[strand];
    const direction = (this.paired.tables[witness].flow[row] & 1) ^ (witness === 0 ? 0 : turned);
    return { strand, senders: direction === 0 ? side : otherOf(side) };
  }

  private take(witness: Witness, row: number): void {
    const { matches, partners } = this.paired.pairing;
    const match = matches[witness][row];
    const partner = match === Match.Again ? -1 : partners[witness][row];
    const index = this.mergedOf[witness][row] - 1;
    const isSent = this.isSent(witness, row);
    this.event++;
    if (match === Match.Whole) this.takeWhole(witness, row, isSent);
    else if (index < 0) this.append(witness, row, partner, shownBy(match, isSent));
    // What had to be taken before it was sent is there already.
    else if (!isSent && this.merged.arrivedAt[index] === 0) this.merged.arrive(index, this.event);
  }

  private append(witness: Witness, row: number, partner: number, shown: number): number {
    const { strand } = this.sidedStrand(witness, row);
    const rows = witness === 0 ? ([row, partner] as const) : ([partner, row] as const);
    const isBoth = (shown & Shown.Arrived) !== 0 && partner >= 0;
    const index = this.merged.append(rows, strand, this.event, isBoth ? shown | Shown.Sent : shown);
    const other = otherOf(witness);
    this.mergedOf[witness][row] = index + 1;
    if (partner >= 0) this.mergedOf[other][partner] = index + 1;
    const cameWithWhole = partner >= 0 && this.arrivedWholes[other].has(partner);
    if ((shown & Shown.Arrived) !== 0 || cameWithWhole) this.merged.arrive(index, this.event);
    return index;
  }

  /** A row of which the other capture holds parts: one merged row for each, and for what no part holds. */
  private takeWhole(witness: Witness, row: number, isSent: boolean): void {
    const parts = this.parts[witness].get(row) ?? [];
    const small = otherOf(witness);
    for (const part of parts) {
      const known = this.mergedOf[small][part] - 1;
      if (known < 0 && isSent) {
        const index = this.append(small, part, row, Shown.Sent);
        this.mergedOf[small][part] = index + 1;
      } else if (known >= 0 && !isSent && this.merged.arrivedAt[known] === 0)
        this.merged.arrive(known, this.event);
    }
    if (!isSent) this.arrivedWholes[witness].add(row);
    this.appendRests(witness, row, parts, isSent);
  }

  private appendRests(witness: Witness, row: number, parts: readonly number[], isSent: boolean): void {
    const { tables, strands } = this.paired;
    const table = tables[witness];
    const small = tables[otherOf(witness)];
    const { shift, turned } = strands[this.sidedStrand(witness, row).strand];
    const direction = (table.flow[row] & 1) ^ (witness === 0 ? 0 : turned);
    const step = witness === 0 ? shift[direction] : -shift[direction];
    const length = table.payloadLength[row];
    let covered = 0;
    const restUntil = (until: number): void => {
      if (until <= covered) return;
      const index = this.append(witness, row, -1, isSent ? Shown.Sent : Shown.Arrived);
      this.merged.rests.set(index, { offset: covered, length: until - covered, isLast: until === length });
    };
    for (const part of parts) {
      const offset = distance(table.sequenceNumber[row], (small.sequenceNumber[part] + step) >>> 0);
      restUntil(offset);
      covered = offset + small.payloadLength[part];
    }
    restUntil(length);
  }
}

function shownBy(match: number, isSent: boolean): number {
  const special = match === Match.Ambiguous ? Shown.Ambiguous : match === Match.Again ? Shown.Again : 0;
  return special | (isSent ? Shown.Sent : Shown.Arrived);
}
