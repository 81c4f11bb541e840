import { ACK, FIN, RST, SYN } from "../../segments/flags.ts";
import { FATES, type Fate } from "../analysis.ts";
import type { Exchange } from "../exchange/exchange.ts";
import type { Resets } from "../resets/classify-resets.ts";
import type { ResetNote } from "../resets/judge-resets.ts";
import { SHORTEST_TIMER } from "../retransmission-limit.ts";
import type { Receipts } from "./receipts.ts";
import type { Direction } from "./sent-direction.ts";
import type { Turnarounds } from "./turnarounds.ts";

const LOST = FATES.indexOf("lost");
const LOST_OR_LATE = FATES.indexOf("lost-or-late");
const LOST_OR_IGNORED = FATES.indexOf("lost-or-ignored");
const LOSSES: ReadonlySet<Fate> = new Set(["lost", "lost-or-late", "no-answer", "lost-or-ignored"]);

/** What the judge knows when it has seen every segment. */
interface Judged {
  readonly exchange: Exchange;
  readonly resets: Resets;
  readonly receipts: Receipts;
  readonly turnarounds: Turnarounds;
  /** Nanoseconds; 0 if the capture does not show it. */
  readonly roundTrip: number;
}

/**
 * Decides the fates of the segments that nothing acknowledges.
 * @param resetNotes each RST of either end
 */
export function settleUnproved(
  judged: Judged,
  directions: readonly [Direction, Direction],
  resetNotes: readonly ResetNote[],
): void {
  const { exchange } = judged;
  const hasReset = (end: 0 | 1): boolean => resetNotes.some(({ row }) => exchange.sender[row] === end);
  for (const end of exchange.isSelfConnect ? ([0] as const) : ([0, 1] as const)) {
    const peer: 0 | 1 = exchange.isSelfConnect ? end : end === 0 ? 1 : 0;
    new Unproved(judged, directions[end], judged.resets.lastTurn[peer] === 0 && !hasReset(peer)).settle();
  }
  keepLossesApart(judged);
}

/** The segments of one direction that nothing acknowledges. */
class Unproved {
  private readonly judged: Judged;
  private readonly direction: Direction;
  private readonly isPeerSilent: boolean;
  /** In the order of the capture. */
  private readonly rows: readonly number[];
  /** The first segment that is neither SYN nor RST: it shows that its sender was answered; -1 = none. */
  private readonly answeredBy: number;
  /** How many of the rows begin at each sequence number. */
  private readonly copies = new Map<number, number>();

  constructor(judged: Judged, direction: Direction, isPeerSilent: boolean) {
    this.judged = judged;
    this.direction = direction;
    this.isPeerSilent = isPeerSilent;
    const { receipts, exchange } = judged;
    this.rows = direction
      .drain()
      .filter((row) => receipts.provedBy[row] === 0)
      .toSorted((a, b) => a - b);
    this.answeredBy = isPeerSilent ? firstPlainRow(exchange) : -1;
    for (const row of this.rows) {
      const start = exchange.start[row];
      this.copies.set(start, (this.copies.get(start) ?? 0) + 1);
    }
  }

  settle(): void {
    const { receipts, exchange } = this.judged;
    const { sackedBy } = this.direction;
    let hole = Number.POSITIVE_INFINITY;
    for (const row of this.rows) {
      const fate = this.fateOf(row);
      const start = exchange.start[row];
      if (this.deliverRejected(row) || this.deliverAnswered(row)) continue;
      if ((fate === "lost" || fate === "lost-or-late") && !sackedBy.has(row)) hole = Math.min(hole, start);
      if (receipts.deliverSacked(row, sackedBy)) continue;
      if (LOSSES.has(fate)) receipts.lose(row, fate);
      else if (start > hole) receipts.deliver(row, "unknown");
      else receipts.deliver(row, fate, fate === "assumed" ? receipts.contradictedBy[row] : 0);
    }
  }

  /** A segment that a RST answers has arrived. */
  private deliverRejected(row: number): boolean {
    const { resets, receipts } = this.judged;
    if (resets.isRejected[row] === 0) return false;
    const proof = this.isTooSoon(row, resets.rejectedBy[row] - 1) ? 0 : resets.rejectedBy[row];
    receipts.provedBy[row] = proof;
    receipts.deliver(row, proof === 0 ? "assumed" : "delivered");
    return true;
  }

  /**
   * A client that goes on got an answer to its SYN, though the capture lacks the other direction. Of several copies it
   * is a guess which one was answered.
   */
  private deliverAnswered(row: number): boolean {
    const { exchange, receipts, resets } = this.judged;
    const isSyn = (exchange.flags[row] & (SYN | ACK)) === SYN;
    const proof = this.answeredBy;
    if (!isSyn || proof < 0 || resets.copies.lastSyn[exchange.sender[row] === 0 ? 0 : 1] !== row)
      return false;
    receipts.provedBy[row] = proof + 1;
    receipts.deliver(row, "delivered");
    if ((this.copies.get(exchange.start[row]) ?? 0) > 1) receipts.isGuess[row] = 1;
    return true;
  }

  /** Whether the RST was captured sooner than its sender can answer the row: it answers one before, and came late. */
  private isTooSoon(row: number, reset: number): boolean {
    const { columns, sender } = this.judged.exchange;
    const end = sender[reset] === 0 ? 0 : 1;
    return reset >= 0 && columns.time[reset] - columns.time[row] < this.judged.turnarounds.of(end);
  }

  private fateOf(row: number): Fate {
    const { exchange, receipts, turnarounds, roundTrip } = this.judged;
    const { lastEvidence: evidence, acknowledgedByPeer } = this.direction;
    const { columns, start } = exchange;
    const flags = exchange.flags[row];
    const at = receipts.contradict(row, evidence);
    if (receipts.ignored?.has(row) === true) return "lost-or-ignored";
    if ((flags & (SYN | ACK)) === SYN && this.isPeerSilent)
      return this.answeredBy < 0 ? "no-answer" : "lost-or-late";
    const isContradicted = receipts.contradictedBy[row] !== 0;
    // Beyond a hole, a cumulative acknowledgment shows nothing.
    const isBeyondHole = isContradicted && start[row] > acknowledgedByPeer;
    const isOpening = (flags & SYN) !== 0;
    if ((this.copies.get(start[row]) ?? 0) > 1 && (isOpening || !isBeyondHole)) return "lost-or-late";
    if ((flags & (SYN | ACK)) === (SYN | ACK) && turnarounds.isRefutedBySyn(row, roundTrip))
      return "lost-or-ignored";
    if (!isContradicted) return "assumed";
    if (isBeyondHole) return "unknown";
    const waited = columns.time[evidence] - columns.time[row];
    if (waited > (roundTrip > 0 ? 2 * roundTrip : SHORTEST_TIMER)) return "lost-or-ignored";
    return at > 0 && (flags & (SYN | FIN)) !== 0 ? "assumed" : "unknown";
  }
}

function firstPlainRow({ turns, flags, isInert }: Exchange): number {
  return turns.find((row) => isInert[row] === 0 && (flags[row] & (SYN | RST | ACK)) === ACK) ?? -1;
}

/**
 * What the capturing host itself received was not lost: it did not take it. Where it is not known at which end the
 * capture was made, nothing shows a loss.
 */
function keepLossesApart({ exchange, receipts: { fate }, turnarounds }: Judged): void {
  const isKnown = !Number.isNaN(turnarounds.of(0)) && !Number.isNaN(turnarounds.of(1));
  const vantage = turnarounds.vantage();
  for (let row = 0; row < exchange.length; row++) {
    if (fate[row] !== LOST && fate[row] !== LOST_OR_LATE) continue;
    if (exchange.receiver[row] === vantage) fate[row] = LOST_OR_IGNORED;
    else if (!isKnown) fate[row] = LOST_OR_LATE;
  }
}
