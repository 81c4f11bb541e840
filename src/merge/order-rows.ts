import { type ClockRelation, onFirstClock } from "../segments/clock-relation.ts";
import type { SegmentTable } from "../segments/segment-table.ts";
import { Shown } from "../segments/witnessed-rows.ts";
import { MergedRows } from "./merged-rows.ts";
import { Match, type Pairing, type Piece } from "./pairing.ts";
import { type Both, otherOf, type Strand, type Witness } from "./strand.ts";

/** A strand, and the capture that holds the segments of its endpoint `a` first. */
export interface SidedStrand extends Strand {
  readonly side: Witness;
  /** Nothing tells the side for sure: no time of its rows, and nothing of its ends in other strands. */
  readonly isGuess: boolean;
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
  /** The merged rows of pieces. */
  private readonly ofPiece = new Map<Piece, number>();
  /** Pieces that were captured as they arrived and not yet as they were sent: they were joined with earlier ones. */
  private readonly early = new Set<Piece>();
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
    if (match === Match.Cut) this.takePieces(witness, row, isSent);
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
    if ((shown & Shown.Arrived) !== 0) this.merged.arrive(index, this.event);
    return index;
  }

  /** A row that was cut: a merged row for each piece, and for what lies between them. */
  private takePieces(witness: Witness, row: number, isSent: boolean): void {
    const pieces = this.paired.pairing.pieces[witness].get(row) ?? [];
    const length = this.paired.tables[witness].payloadLength[row];
    let covered = 0;
    for (const piece of pieces) {
      this.appendRest(witness, row, covered, piece.offsets[witness]);
      this.takePiece(witness, piece, isSent);
      covered = piece.offsets[witness] + piece.length;
    }
    this.appendRest(witness, row, covered, length);
    this.mergedOf[witness][row] ||= this.merged.length;
  }

  private takePiece(witness: Witness, piece: Piece, isSent: boolean): void {
    const known = this.ofPiece.get(piece);
    if (known !== undefined) {
      // It was captured at one side before; now at the other.
      if (!isSent && this.merged.arrivedAt[known] === 0) this.merged.arrive(known, this.event);
      return;
    }
    if (!isSent) {
      this.early.add(piece);
      return;
    }
    const { strand } = this.sidedStrand(witness, piece.rows[witness]);
    const shown = piece.isSure ? Shown.Sent : Shown.Sent | Shown.Ambiguous;
    const index = this.merged.append(piece.rows, strand, this.event, shown);
    this.merged.parts.set(index, piece);
    this.ofPiece.set(piece, index);
    if (this.early.has(piece)) this.merged.arrive(index, this.event);
  }

  private appendRest(witness: Witness, row: number, from: number, until: number): void {
    if (until <= from) return;
    const isSure = this.paired.pairing.pieces[witness].get(row)?.every((piece) => piece.isSure) ?? true;
    const seen = this.isSent(witness, row) ? Shown.Sent : Shown.Arrived;
    const index = this.append(witness, row, -1, isSure ? seen : seen | Shown.Ambiguous);
    this.merged.parts.set(index, { offsets: [from, from], length: until - from });
  }
}

const SPECIAL: ReadonlyMap<number, number> = new Map([
  [Match.Ambiguous, Shown.Ambiguous],
  [Match.AmbiguousAgain, Shown.Ambiguous | Shown.Again],
  [Match.Again, Shown.Again],
]);

function shownBy(match: number, isSent: boolean): number {
  return (SPECIAL.get(match) ?? 0) | (isSent ? Shown.Sent : Shown.Arrived);
}
