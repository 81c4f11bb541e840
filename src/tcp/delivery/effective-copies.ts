import { findOption } from "../../segments/find-option.ts";
import { OptionKind, optionsOf } from "../../segments/options.ts";
import { distance } from "../../segments/sequence-number.ts";
import { Timestamps } from "../../segments/timestamps.ts";
import type { Exchange } from "../exchange/exchange.ts";

/** An answer in less than this share of the shortest time so far answers an earlier copy. */
const TOO_FAST = 0.5;

/** What {@link chooseCopies} finds. */
export interface ChosenCopies {
  /** The row that arrived, by the number at which the copies start. */
  readonly chosen: ReadonlyMap<number, number>;
  /** Whether one of the choices is a guess. */
  readonly isGuess: boolean;
}

/** The range that arrived twice by the D-SACK of the acknowledgment (RFC 2883), unwrapped; empty without one. */
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
 * Chooses which of several copies arrived (docs/state-machine.md 5.3): the one whose timestamp the proof echoes, or
 * else the last, because its timer fired; but not a copy sent so shortly before the proof that the proof cannot
 * answer it. If the proof says that the data arrived twice, the first one.
 * @param rows sent in one direction and proved at once, by `proof`
 * @param evidence the last row before the proof that shows that none had come by then; -1 = none
 * @param hasCome whether the row was acknowledged selectively, or seen to come, before: then it is certain
 * @param fastest shortest time so far from the last segment that a proof covers to that proof, in nanoseconds; 0 if
 * unknown
 */
export function chooseCopies(
  exchange: Exchange,
  rows: readonly number[],
  proof: number,
  evidence: number,
  fastest: number,
  hasCome: (row: number) => boolean,
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
    if (before !== undefined && (hasCome(before) || isDuplicate)) continue;
    // A proof that repeats what the row acknowledges was sent before the row arrived.
    const isContradicted = copyOf[proof] !== 0 && ack[row] >= end[proof];
    // But if the copy before should have been answered long ago, it was lost, and this one arrived.
    const waited = columns.time[evidence] - columns.time[before ?? row];
    const isTooFast = columns.time[row] > latest && !(waited > fastest);
    const isTooLate = isContradicted || isTooFast;
    if (before === undefined || isEchoed(row) || (!isTooLate && !isEchoed(before)))
      chosen.set(start[row], row);
  }
  const isGuess = [...repeated].some((number) => {
    const row = chosen.get(number) ?? -1;
    const isDuplicate = number >= duplicate.left && number < duplicate.right;
    return !hasCome(row) && !isDuplicate && !isEchoed(row);
  });
  return { chosen: withOtherBorders(exchange, rows, chosen, hasCome), isGuess };
}

/** How many of the last segments of a run may cover another one with other borders. */
const COVERS = 8;

/**
 * The winner of each row. What is sent again may be joined with what stands beside it: a later segment that covers all of
 * a row is its copy too.
 */
function withOtherBorders(
  { start, end }: Exchange,
  rows: readonly number[],
  byNumber: ReadonlyMap<number, number>,
  hasCome: (row: number) => boolean,
): ReadonlyMap<number, number> {
  const winners = new Map<number, number>();
  const covers: number[] = [];
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = rows[index];
    const winner = byNumber.get(start[row]) ?? row;
    const cover = hasCome(winner)
      ? undefined
      : covers.find((other) => start[other] <= start[row] && end[other] >= end[row] && other !== winner);
    winners.set(row, cover ?? winner);
    if (winner !== row || cover !== undefined) continue;
    covers.push(row);
    if (covers.length > COVERS) covers.shift();
  }
  return winners;
}

/**
 * Whether the proof shows that the copy had not come before the winner: it echoes the TSval of the winner, and would have
 * echoed that of the copy (RFC 7323 section 4.3). Where the evidence, the last row of the peer before the proof, echoes a
 * later TSval than that of the copy, nothing is shown: the peer would have discarded the copy (PAWS, section 5.3).
 */
export function showsLoss(
  { columns }: Exchange,
  { copy, winner, proof, evidence }: Readonly<Record<"copy" | "winner" | "proof" | "evidence", number>>,
): boolean {
  const [own, other, answer] = [new Timestamps(), new Timestamps(), new Timestamps()];
  own.read(columns, copy);
  other.read(columns, winner);
  answer.read(columns, proof);
  const isTold = own.isPresent && other.isPresent && answer.isPresent;
  if (!isTold || answer.echoReply !== other.value || own.value === other.value) return false;
  answer.read(columns, evidence);
  return !answer.isPresent || distance(own.value, answer.echoReply) <= 0;
}
