import { ACK, RST, SYN } from "../../segments/flags.ts";
import { LARGEST_SHIFT } from "../../segments/sequence-space.ts";
import { FATES, RST_SHAPES } from "../analysis.ts";
import type { Exchange } from "../exchange/exchange.ts";
import type { SaidSoFar } from "../exchange/said-so-far.ts";
import { SHORTEST_TIMER } from "../retransmission-limit.ts";
import type { Resets } from "./classify-resets.ts";

/**
 * How the receiver of a RST takes it (docs/state-machine.md 6.4, RFC 5961 section 3.2).
 * `ends`: at RCV.NXT, it would end a synchronized connection. `at-fin`: one below, where the FIN of the sender stands;
 * Linux takes it in CLOSE-WAIT, LAST-ACK and CLOSING (`tcp_reset_check`). `not-exact-ends`: in the window, but not at
 * RCV.NXT, and the receiver says nothing more. `challenged`: the same, and the receiver went on. `outside`: not in the
 * window. `ignored`: exact, and yet the receiver went on. `doubtful`: it follows vain probes, so it may be lost as they
 * are.
 */
export type ResetStanding =
  | "ends"
  | "at-fin"
  | "not-exact-ends"
  | "challenged"
  | "outside"
  | "ignored"
  | "doubtful";

/** What is known when a RST is sent. */
export interface ResetNote {
  readonly row: number;
  readonly turn: number;
  readonly match: "exact" | "at-fin" | "in-window" | "outside";
  /** Nanoseconds since the receiver last spoke; NaN if the sender did not probe it in vain since. */
  readonly vainFor: number;
}

interface SenderView {
  /** Highest number that the receiver acknowledged: its RCV.NXT as far as seen. */
  readonly acknowledgedByPeer: number;
  /** Its last row that is not a RST; -1 = none. */
  readonly lastRow: number;
  readonly said: Pick<SaidSoFar, "next" | "finEnd">;
  readonly probesUnanswered: number;
}

/** Notes what is known when a RST is sent. @param y the receiver's last row that is not a RST */
export function noteReset(
  exchange: Exchange,
  row: number,
  turn: number,
  x: SenderView,
  y: { readonly lastRow: number },
): ResetNote {
  const { columns, start } = exchange;
  const spoke = y.lastRow >= 0 ? columns.time[y.lastRow] : Number.NaN;
  const vainFor = x.probesUnanswered > 0 ? columns.time[row] - spoke : Number.NaN;
  return { row, turn, match: match(exchange, start[row], x, y.lastRow), vainFor };
}

function match(exchange: Exchange, seq: number, x: SenderView, lastRow: number): ResetNote["match"] {
  const behindSyn = nextAfterSyn(exchange, x, lastRow);
  const next = behindSyn > x.acknowledgedByPeer ? behindSyn : x.acknowledgedByPeer;
  if (!Number.isFinite(next)) return "exact";
  if (seq === next || (seq > next && seq <= x.said.next)) return "exact";
  if (seq === next - 1 && !Number.isNaN(x.said.finEnd)) return "at-fin";
  return seq > next && seq < next + windowOf(exchange, lastRow) ? "in-window" : "outside";
}

/**
 * RCV.NXT at the least, where the sender has sent nothing but its SYN: the number behind it. NaN where it has, and where
 * the receiver's last row is a SYN,ACK: that tells RCV.NXT itself, be it of another SYN.
 */
function nextAfterSyn({ flags, start }: Exchange, x: SenderView, lastRow: number): number {
  const isSynAck = lastRow >= 0 && (flags[lastRow] & (SYN | ACK)) === (SYN | ACK);
  const hasOnlySyn = x.lastRow >= 0 && (flags[x.lastRow] & SYN) !== 0;
  return hasOnlySyn && !isSynAck ? start[x.lastRow] + 1 : Number.NaN;
}

/** The window that the row offers, in octets; if the scale is not known, the largest possible. */
function windowOf(exchange: Exchange, row: number): number {
  if (row < 0) return 0;
  const { columns, sender, windowScale } = exchange;
  return columns.window[row] * 2 ** (windowScale[sender[row] === 0 ? 0 : 1] ?? LARGEST_SHIFT);
}

interface Rulings {
  deliver(row: number, fate: "delivered", at?: number): void;
  readonly fate: Uint8Array;
}

const DOUBTFUL = FATES.indexOf("doubtful");
const LOST_OR_IGNORED = FATES.indexOf("lost-or-ignored");

/** The times by which it is told what a RST met. */
export interface ResetClock {
  /** Nanoseconds after which who speaks has not taken the RST. */
  readonly patience: number;
  readonly roundTrip: number;
  /** By end the last row with which it tried to connect; -1 = none. */
  readonly attempts: readonly [number, number];
  /** By end the nanoseconds within which its segments may have left before the RST came to it. */
  readonly crossing: readonly [number, number];
}

/** Decides what each RST does, with the whole connection known. Writes their fates and where they arrive. */
export function judgeResets(
  exchange: Exchange,
  resets: Resets,
  notes: readonly ResetNote[],
  clock: ResetClock,
  rulings: Rulings,
): ReadonlyMap<number, ResetStanding> {
  const standings = new Map<number, ResetStanding>();
  if (notes.length === 0) return standings;
  const { columns, place, receiver, turns } = exchange;
  const answers = answersAfter(exchange, notes, clock.crossing);
  for (const note of notes) {
    const { row, turn, vainFor } = note;
    const lastPlain = resets.lastPlainTurn[receiver[row] === 0 ? 0 : 1];
    const goesOn = lastPlain > turn + 1;
    const lastRow = turns[lastPlain - 1];
    const isAbort = RST_SHAPES[resets.shape[row]] === "abort";
    const until = columns.time[lastRow] - columns.time[row];
    // Octets from behind the RST were taken: whoever acknowledges them lives, however soon.
    const isAlive = goesOn && exchange.ack[lastRow] > exchange.start[row];
    const isCrossing = goesOn && !isAlive && !(until > clock.patience);
    // RCV.NXT is what the receiver acknowledges after the RST, too: below the number of the RST it is not exact.
    const isAhead = note.match === "exact" && answers(row) < exchange.start[row];
    const fit = isAhead ? "in-window" : note.match;
    let standing: ResetStanding = fit === "at-fin" ? "at-fin" : "ends";
    if (fit === "outside") standing = "outside";
    else if (fit === "in-window") standing = goesOn ? "challenged" : "not-exact-ends";
    else if (goesOn && !isCrossing) standing = "ignored";
    else if (isAbort && vainFor > Math.max(3 * clock.roundTrip, SHORTEST_TIMER)) standing = "doubtful";
    const isTaken = standing === "ends" || standing === "at-fin";
    if (isTaken && isCrossing) rulings.deliver(row, "delivered", place[lastRow]);
    // Who sends its SYN again had not had the RST.
    const again = clock.attempts[receiver[row] === 0 ? 0 : 1];
    if (again >= 0 && place[again] > place[row]) rulings.deliver(row, "delivered", place[again]);
    if (standing === "challenged" || standing === "ignored") rulings.fate[row] = LOST_OR_IGNORED;
    if (standing === "doubtful") rulings.fate[row] = DOUBTFUL;
    standings.set(row, standing);
  }
  return standings;
}

/**
 * For each RST the acknowledgment number with which its receiver goes on once the RST must have come; infinite if it says
 * nothing more. Without times, the RST must have come where the receiver acknowledges after what its sender sent behind
 * the RST.
 */
function answersAfter(
  exchange: Exchange,
  notes: readonly ResetNote[],
  crossing: readonly [number, number],
): (row: number) => number {
  const { turns, receiver, sender, flags, ack, columns, isInert } = exchange;
  const answers = new Map<number, number>();
  const waiting = [new WaitingResets(), new WaitingResets()] as const;
  const spokeAt: [number, number] = [-1, -1];
  let next = 0;
  for (let turn = 0; turn < turns.length; turn++) {
    const row = turns[turn];
    const x = sender[row] === 0 ? 0 : 1;
    const y = receiver[row] === 0 ? 0 : 1;
    if (notes[next]?.row === row) {
      waiting[y].push({ row, turn });
      next++;
    }
    if (isInert[row] === 1 || (flags[row] & RST) !== 0) continue;
    spokeAt[x] = turn;
    if ((flags[row] & (ACK | SYN)) !== ACK) continue;
    const hasCome = (reset: SentReset): boolean => {
      const waited = columns.time[row] - columns.time[reset.row];
      return Number.isNaN(waited) ? spokeAt[y] > reset.turn : waited >= crossing[x];
    };
    for (const reset of waiting[x].takeWhile(hasCome)) answers.set(reset.row, ack[row]);
  }
  return (row) => answers.get(row) ?? Number.POSITIVE_INFINITY;
}

interface SentReset {
  readonly row: number;
  readonly turn: number;
}

/**
 * The RSTs to one end that wait for its answer. The first has waited longest, so nobody behind it is asked before it is
 * answered: each goes in and comes out once.
 */
class WaitingResets {
  private readonly resets: SentReset[] = [];
  private first = 0;

  push(reset: SentReset): void {
    this.resets.push(reset);
  }

  *takeWhile(hasCome: (reset: SentReset) => boolean): Generator<SentReset> {
    for (;;) {
      const reset = this.resets[this.first];
      if (reset === undefined || !hasCome(reset)) return;
      this.first++;
      yield reset;
    }
  }
}
