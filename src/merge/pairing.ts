import type { SegmentTable } from "../segments/segment-table.ts";
import { findCapturedTwice } from "../tcp/exchange/captured-twice.ts";
import type { Both, Witness } from "./strand.ts";

/** What is known of a row's partner in the other capture. Stored for each row. */
export const Match = {
  /** The other capture does not hold the segment. */
  None: 0,
  /** The partner is the same segment. */
  Exact: 1,
  /** Both captures hold as many equal segments: the partner stands at the same place among them. */
  InOrder: 5,
  /** One of several equal segments is the partner; which one, nothing tells. */
  Ambiguous: 2,
  /** As {@link Ambiguous}, of one that arrived when none of them was left. */
  AmbiguousAgain: 7,
  /** The segment that the partner is arrived here once more than it was sent. */
  Again: 3,
  /** It shares octets with one or several rows of the other capture: {@link Pairing.pieces} has them. */
  Cut: 4,
  /** A second record of a packet that the same capture holds before: set aside. */
  Twice: 6,
} as const;

/**
 * Where the segments of endpoint `a` (of the flow in the first capture) are captured first: 0 = in the first capture, 1
 * = in the second; null: nothing tells.
 */
export type SendingSide = Witness | null;

/** Rows of both captures that are equal in all that tells segments apart. */
export interface EqualGroup {
  readonly lists: Both<readonly number[]>;
  /** The capture at the sender's side; null: not known. */
  readonly senders: SendingSide;
}

/** Octets that a row of each capture has in common: one piece of both. */
export interface Piece {
  readonly rows: Both<number>;
  /** Octets of data before the piece in each row. */
  readonly offsets: Both<number>;
  readonly length: number;
  /** Not where the octets were sent several times, and nothing tells which of them came. */
  readonly isSure: boolean;
}

/** Which rows of two captures are the same segments: 5 octets a segment. */
export class Pairing {
  /** The row of the other table; -1 = none. */
  readonly partners: Both<Int32Array>;
  /** Values of {@link Match}. */
  readonly matches: Both<Uint8Array>;
  /** The pieces of a row of each capture, in the order of their octets; only of rows that were cut. */
  readonly pieces: Both<Map<number, Piece[]>> = [new Map(), new Map()];

  constructor(tables: Both<SegmentTable>) {
    this.partners = [partnersFor(tables[0]), partnersFor(tables[1])];
    this.matches = [matchesFor(tables[0]), matchesFor(tables[1])];
  }

  /** Equal segments of which nothing but time tells which are one. */
  groups: EqualGroup[] = [];

  /** Notes that a row of the first capture and one of the second are one segment. */
  join(first: number, second: number, match: number): void {
    this.partners[0][first] = second;
    this.partners[1][second] = first;
    this.matches[0][first] = match;
    this.matches[1][second] = match;
  }

  /** Notes what a row is to a row of the other capture, without a claim on that one. */
  refer(witness: Witness, row: number, partner: number, match: number): void {
    this.partners[witness][row] = partner;
    this.matches[witness][row] = match;
  }

  /** Notes that a row of one capture and a row of the other have octets in common; offsets in this order. */
  share(
    witness: Witness,
    row: number,
    other: number,
    { offsets, length, isSure }: Omit<Piece, "rows">,
  ): void {
    const inOrder = <T>([own, others]: Both<T>): Both<T> => (witness === 0 ? [own, others] : [others, own]);
    const piece = { rows: inOrder([row, other]), offsets: inOrder(offsets), length, isSure };
    for (const one of [0, 1] as const) {
      const pieces = this.pieces[one].get(piece.rows[one]) ?? [];
      this.pieces[one].set(piece.rows[one], pieces);
      pieces.push(piece);
      if (this.partners[one][piece.rows[one]] < 0)
        this.refer(one, piece.rows[one], piece.rows[one === 0 ? 1 : 0], Match.Cut);
    }
  }

  /** Takes back what is known of rows, but for second records of a packet. */
  release(rows: Both<ReadonlySet<number>>): void {
    for (const witness of [0, 1] as const)
      for (const row of rows[witness]) {
        if (this.matches[witness][row] === Match.Twice) continue;
        this.refer(witness, row, -1, Match.None);
        this.pieces[witness].delete(row);
      }
    const isKept = ({ lists }: EqualGroup): boolean => !lists[0].some((row) => rows[0].has(row));
    this.groups = this.groups.filter(isKept);
  }

  isFree(witness: Witness, row: number): boolean {
    return this.matches[witness][row] === Match.None;
  }
}

/** Sets aside second records of the same packet. */
function matchesFor(table: SegmentTable): Uint8Array {
  const matches = findCapturedTwice(table);
  for (let row = 0; row < table.length; row++) if (matches[row] === 1) matches[row] = Match.Twice;
  return matches;
}

function partnersFor({ length }: SegmentTable): Int32Array {
  return new Int32Array(length).fill(-1);
}
