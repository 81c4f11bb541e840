import { Match, type Pairing, type SendingSide } from "./pairing.ts";
import { EXACT } from "./segment-key.ts";
import type { Both, RowReader } from "./strand.ts";

/**
 * Which capture holds the segments of endpoint `a` first. Between two pairs that run in opposite directions the
 * difference of the clocks falls out, and the sum of their delays is left. Where no two pairs tell it, a router takes one
 * from the TTL of what passes it (RFC 791 section 3.2); else the end that answers sooner in one capture than in the other
 * is nearer to that one.
 */
export function sendingSide(
  pairing: Pairing,
  readers: Both<RowReader>,
  rows: Both<ArrayLike<number>>,
): SendingSide {
  const votes = votesOfPairs(pairing, readers, rows[0]) || votesOfRouters(pairing, readers, rows[0]);
  return sideOf(votes || lagOfAnswers(readers, rows));
}

/**
 * The side that no two times tell: the capture that alone holds a segment is at its sender's side, for it was lost
 * behind it.
 */
export function sideOfSingles(
  pairing: Pairing,
  readers: Both<RowReader>,
  rows: Both<ArrayLike<number>>,
): SendingSide {
  return sideOf(votesOfSingles(pairing, readers, rows));
}

/** @param votes above 0 for the first capture, below for the second one */
export function sideOf(votes: number): SendingSide {
  return votes === 0 ? null : votes > 0 ? 0 : 1;
}

function votesOfPairs(
  { partners, matches }: Pairing,
  [reader, other]: Both<RowReader>,
  rows: ArrayLike<number>,
): number {
  const last = [Number.NaN, Number.NaN];
  let votes = 0;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    if (matches[0][row] !== Match.Exact) continue;
    const direction = reader.direction(row);
    last[direction] = other.table.time[partners[0][row]] - reader.table.time[row];
    votes += sign(last[0] - last[1]);
  }
  return votes;
}

function votesOfRouters(
  { partners, matches }: Pairing,
  [reader, other]: Both<RowReader>,
  rows: ArrayLike<number>,
): number {
  let votes = 0;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    if (matches[0][row] !== Match.Exact) continue;
    const [here, there] = [reader.table.ttl[row], other.table.ttl[partners[0][row]]];
    if (here === 0 || there === 0) continue;
    votes += reader.direction(row) === 0 ? sign(here - there) : sign(there - here);
  }
  return votes;
}

/** By how much sooner endpoint `a` answers in the first capture, and the other one in the second; nanoseconds. */
function lagOfAnswers(readers: Both<RowReader>, rows: Both<ArrayLike<number>>): number {
  const [first, second] = [shortestAnswers(readers[0], rows[0]), shortestAnswers(readers[1], rows[1])];
  return (second[0] - first[0] || 0) + (first[1] - second[1] || 0);
}

function votesOfSingles(pairing: Pairing, readers: Both<RowReader>, rows: Both<ArrayLike<number>>): number {
  let votes = 0;
  for (const witness of [0, 1] as const) {
    for (let index = 0; index < rows[witness].length; index++) {
      const row = rows[witness][index];
      if (pairing.isFree(witness, row)) votes += readers[witness].direction(row) === witness ? 1 : -1;
    }
  }
  return votes;
}

/**
 * By direction, the shortest time from a segment of the other direction to the next one; NaN if there is none. Both are
 * sent or come for the first time: a copy stands beside whatever it meets.
 */
function shortestAnswers(reader: RowReader, rows: ArrayLike<number>): Both<number> {
  const shortest: [number, number] = [Number.NaN, Number.NaN];
  const known = new Set<number>();
  let asked = -1;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    const hash = EXACT.hash(reader, row);
    const isNew = !known.has(hash);
    known.add(hash);
    if (!isNew) continue;
    const own = reader.direction(row);
    const { time } = reader.table;
    if (asked >= 0 && reader.direction(asked) !== own) {
      const gap = time[row] - time[asked];
      if (gap >= 0 && !(gap >= shortest[own])) shortest[own] = gap;
    }
    asked = row;
  }
  return shortest;
}

function sign(difference: number): number {
  return difference > 0 ? 1 : difference < 0 ? -1 : 0;
}
