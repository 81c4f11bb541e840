import type { Exchange } from "./exchange.ts";
import { Timestamps } from "./timestamps.ts";

/** An answer that comes in less than this part of the fastest one so far answers an earlier copy. */
const TOO_FAST = 0.5;

/** What {@link chooseCopies} finds. */
export interface ChosenCopies {
  /** The row that came, by the number the copies start at. */
  readonly chosen: ReadonlyMap<number, number>;
  /** Of some it could not be told for certain. */
  readonly isGuess: boolean;
}

/**
 * Which of several copies came, as far as it can be told (STATE-MACHINE 5.3): the one whose timestamp the proof echoes,
 * or else the last, whose timer fired because those before were probably lost; but not one that was sent so shortly
 * before the proof that this cannot be its answer.
 * @param rows sent in one direction and proved at once, by `proof`
 * @param evidence the last row before the proof that shows that none had come by then; -1 = none
 * @param isSacked whether the row was acknowledged selectively before: then it is certain
 * @param fastest shortest time so far from the last segment that a proof covers to that proof, in nanoseconds; 0 if unknown
 */
export function chooseCopies(
  exchange: Exchange,
  rows: readonly number[],
  proof: number,
  evidence: number,
  fastest: number,
  isSacked: (row: number) => boolean,
): ChosenCopies {
  const { start, end, ack, columns, copyOf } = exchange;
  const timestamps = new Timestamps();
  timestamps.read(columns, proof);
  const echo = timestamps.isPresent ? timestamps.echoReply : null;
  const isEchoed = (row: number): boolean => {
    timestamps.read(columns, row);
    return echo !== null && timestamps.isPresent && timestamps.value === echo;
  };
  const latest = (columns.time[proof] ?? Number.NaN) - fastest * TOO_FAST;
  const chosen = new Map<number, number>();
  const repeated = new Set<number>();
  for (const row of rows) {
    const before = chosen.get(start[row] ?? 0);
    if (before !== undefined) repeated.add(start[row] ?? 0);
    if (before !== undefined && isSacked(before)) continue;
    // A proof that repeats what the row acknowledges was sent before that came.
    const isContradicted = copyOf[proof] !== 0 && (ack[row] ?? Number.NaN) >= (end[proof] ?? Number.NaN);
    // If the copy before should have been answered long ago, this one it is all the same.
    const waited = (columns.time[evidence] ?? Number.NaN) - (columns.time[before ?? row] ?? Number.NaN);
    const isTooFast = (columns.time[row] ?? Number.NaN) > latest && !(waited > fastest);
    const isTooLate = isContradicted || isTooFast;
    if (before === undefined || isEchoed(row) || (!isTooLate && !isEchoed(before)))
      chosen.set(start[row] ?? 0, row);
  }
  const isGuess = [...repeated].some((number) => {
    const row = chosen.get(number) ?? -1;
    return !isSacked(row) && !isEchoed(row);
  });
  return { chosen, isGuess };
}
