import { findOption } from "../../segments/find-option.ts";
import { OptionKind, optionsOf } from "../../segments/options.ts";
import { distance } from "../../segments/sequence-number.ts";
import { Timestamps } from "../../segments/timestamps.ts";
import type { Exchange } from "../exchange/exchange.ts";

/** An answer that comes in less than this part of the fastest one so far answers an earlier copy. */
const TOO_FAST = 0.5;

/** What {@link chooseCopies} finds. */
export interface ChosenCopies {
  /** The row that came, by the number the copies start at. */
  readonly chosen: ReadonlyMap<number, number>;
  /** Of some it could not be told for certain. */
  readonly isGuess: boolean;
}

/** What the acknowledgment says came twice (D-SACK, RFC 2883), unwrapped; empty if it says nothing. */
function duplicateBlock(
  { columns, ack }: Exchange,
  row: number,
): { readonly left: number; readonly right: number } {
  const none = { left: 0, right: 0 };
  if (findOption(columns, row, OptionKind.Sack, 0) < 0) return none;
  const [first] = optionsOf(columns, row).sack ?? [];
  if (first === undefined) return none;
  const [left, right] = first.map((edge) => ack[row] + distance(columns.acknowledgmentNumber[row], edge));
  const isBelow = left !== undefined && right !== undefined && right <= ack[row];
  return isBelow ? { left, right } : none;
}

/**
 * Which of several copies came, as far as it can be told (docs/state-machine.md 5.3): the one whose timestamp the
 * proof echoes, or else the last, whose timer fired because those before were probably lost; but not one that was
 * sent so shortly before the proof that this cannot be its answer. Where the proof says that the data came twice, the
 * first came.
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
  const duplicate = duplicateBlock(exchange, proof);
  const latest = columns.time[proof] - fastest * TOO_FAST;
  const chosen = new Map<number, number>();
  const repeated = new Set<number>();
  for (const row of rows) {
    const before = chosen.get(start[row]);
    if (before !== undefined) repeated.add(start[row]);
    const isDuplicate = start[row] >= duplicate.left && start[row] < duplicate.right;
    if (before !== undefined && (isSacked(before) || isDuplicate)) continue;
    // A proof that repeats what the row acknowledges was sent before that came.
    const isContradicted = copyOf[proof] !== 0 && ack[row] >= end[proof];
    // If the copy before should have been answered long ago, this one it is all the same.
    const waited = columns.time[evidence] - columns.time[before ?? row];
    const isTooFast = columns.time[row] > latest && !(waited > fastest);
    const isTooLate = isContradicted || isTooFast;
    if (before === undefined || isEchoed(row) || (!isTooLate && !isEchoed(before)))
      chosen.set(start[row], row);
  }
  const isGuess = [...repeated].some((number) => {
    const row = chosen.get(number) ?? -1;
    const isDuplicate = number >= duplicate.left && number < duplicate.right;
    return !isSacked(row) && !isDuplicate && !isEchoed(row);
  });
  return { chosen, isGuess };
}
