import { findOption } from "../../segments/find-option.ts";
import { ACK, FIN, RST, SYN } from "../../segments/flags.ts";
import { OptionKind, optionsOf } from "../../segments/options.ts";
import { Mark } from "../../segments/segment-table.ts";
import { distance } from "../../segments/sequence-number.ts";
import type { Fate } from "../analysis.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { isOfNoConnection, type Resets } from "../resets/classify-resets.ts";
import { type ResetNote, type ResetStanding, judgeResets, noteReset } from "../resets/judge-resets.ts";
import { SHORTEST_TIMER } from "../retransmission-limit.ts";
import type { SeenArrivals } from "../seen/seen-arrivals.ts";
import { chooseCopies, showsLoss } from "./effective-copies.ts";
import { HandshakeAcks } from "./handshake-acks.ts";
import { keepOrderOfReceipts } from "./receipts-in-order.ts";
import { type ReceiptColumns, Receipts } from "./receipts.ts";
import { Direction } from "./sent-direction.ts";
import { Turnarounds } from "./turnarounds.ts";
import { settleUnproved } from "./unproved.ts";

/** How many of the segments proved at once are searched for the latest: it is among the last few. */
const COPIES_LOOKED_AT = 64;

/** In how many round trips, as short as they were seen, a segment must have come. */
const LATENESS = 4;

/** Evidence of receipt for every row. */
export interface Delivery extends ReceiptColumns {
  /** Round trip time in nanoseconds; 0 if the capture does not show it. */
  readonly roundTrip: number;
  /** What each RST does to its receiver, by row. */
  readonly resetStandings: ReadonlyMap<number, ResetStanding>;
  /** The end at which the capture was made; -1 = between them, or not known. */
  readonly vantage: 0 | 1 | -1;
  /**
   * By end the nanoseconds within which its segments may have left before another one reached it; 0 at the capturing host,
   * NaN where nothing tells.
   */
  readonly crossing: readonly [number, number];
  /** What a capture at the receiver's side shows of the arrivals; null where all of it is inferred from one capture. */
  readonly seen: SeenArrivals | null;
}

/**
 * Infers from one capture which segments reached the other end, and when (docs/state-machine.md 5). Linear but for
 * repetitions.
 * @param host the end at whose host the capture was made, where that is known otherwise
 */
export function judgeDelivery(exchange: Exchange, resets: Resets, host?: 0 | 1): Delivery {
  return new DeliveryJudge(exchange, resets, host).judge();
}

class DeliveryJudge {
  private readonly exchange: Exchange;
  private readonly resets: Resets;
  private readonly receipts: Receipts;
  private readonly directions: readonly [Direction, Direction];
  private readonly turnarounds: Turnarounds;
  private readonly handshakeAcks: HandshakeAcks;
  private readonly resetNotes: ResetNote[] = [];

  constructor(exchange: Exchange, resets: Resets, host: 0 | 1 | undefined) {
    this.exchange = exchange;
    this.resets = resets;
    this.receipts = new Receipts(exchange);
    const provableEnd = provableEnds(exchange);
    this.directions = [new Direction(exchange, provableEnd), new Direction(exchange, provableEnd)];
    this.turnarounds = new Turnarounds(exchange, this.directions, resets.copies.lastSyn, host);
    this.handshakeAcks = new HandshakeAcks({
      exchange,
      sink: this.receipts,
      copies: resets.copies,
      said: [this.directions[0].said, this.directions[1].said],
      turnaround: (end) => this.turnarounds.of(end),
    });
  }

  judge(): Delivery {
    const { exchange, receipts, resets, resetNotes, turnarounds } = this;
    for (let turn = 0; turn < exchange.length; turn++) {
      const row = exchange.turns[turn];
      if (exchange.isInert[row] === 1) continue;
      if ((exchange.flags[row] & RST) !== 0) this.takeReset(row, turn);
      else this.takeSegment(row);
    }
    const roundTrip = receipts.estimateRoundTrip();
    settleUnproved({ exchange, resets, receipts, turnarounds, roundTrip }, this.directions, resetNotes);
    receipts.keepGuarantees();
    const patience = Math.max(2 * roundTrip, SHORTEST_TIMER);
    const attempts = resets.copies.lastSyn;
    const crossing = [turnarounds.crossing(0), turnarounds.crossing(1)] as const;
    const clock = { attempts, patience, roundTrip, crossing };
    const resetStandings = judgeResets(exchange, resets, resetNotes, clock, receipts);
    keepOrderOfReceipts(exchange, receipts, receipts.waits);
    const vantage = turnarounds.vantage();
    return Object.assign(receipts, { roundTrip, resetStandings, vantage, crossing, seen: null });
  }

  private takeSegment(row: number): void {
    const { exchange } = this;
    const x = this.directions[exchange.sender[row] === 0 ? 0 : 1];
    const y = this.directions[exchange.receiver[row] === 0 ? 0 : 1];
    const flags = exchange.flags[row];
    const isSyn = (flags & SYN) !== 0;
    const hasAck = (flags & ACK) !== 0;
    if (exchange.isNewInitial[row] === 1) this.beginAnew(x);
    if (isSyn) x.permitsSack = findOption(exchange.columns, row, OptionKind.SackPermitted, 0) >= 0;
    const isRepeatedAck = hasAck && this.repeatsAck(row, x, y);
    if (hasAck) this.takeAcknowledgment(row, y, isSyn);
    if (hasAck) this.takeSack(row, y, isRepeatedAck);
    if (hasAck || isSyn) y.lastEvidence = row;
    if (hasAck && !isSyn) this.receipts.acknowledgesAt[row] = this.receipts.landing(row);
    this.handshakeAcks.take(row);
    const start = exchange.start[row];
    const end = exchange.end[row];
    const isSecondSyn = isSyn && hasAck && exchange.sentSyn[exchange.sender[row] === 0 ? 0 : 1];
    if (isSecondSyn) x.secondSyn = row;
    const isNew = end > start && !isSecondSyn && x.provableEnd(row) > x.acknowledgedByPeer;
    if (isNew) x.push(row, y.window === 0 && end - start === 1);
    else this.takeOld(row, x, isSecondSyn);
    if (y.probe >= 0) this.receipts.deliver(y.probe, this.fateOfOld(y.probe, false));
    y.probe = -1;
    x.noteSent(row);
    x.window = exchange.columns.window[row];
    y.probesUnanswered = 0;
  }

  /**
   * Takes what brings nothing new. A probe asks for an answer (RFC 9293 sections 3.8.4 and 3.8.6.1): until that comes,
   * nothing tells that it arrived.
   */
  private takeOld(row: number, x: Direction, isSecondSyn: boolean): void {
    const isProbe = this.isProbe(row, x);
    if (isProbe) x.probe = row;
    this.receipts.deliver(row, isProbe ? "unknown" : this.fateOfOld(row, isSecondSyn));
  }

  private fateOfOld(row: number, isSecondSyn: boolean): Fate {
    const { start, end } = this.exchange;
    return end[row] > start[row] && !isSecondSyn ? "duplicate" : "delivered";
  }

  /** A keep-alive or a window probe, at SND.NXT-1, without data or with the one octet there (RFC 1122 section 4.2.3.6). */
  private isProbe(row: number, x: Direction): boolean {
    const { flags, start, end, place } = this.exchange;
    const isPlain = (flags[row] & (SYN | FIN)) === 0 && place[row] === row + 1;
    const { next, finEnd } = x.said;
    return isPlain && Number.isNaN(finEnd) && start[row] === next - 1 && end[row] <= next;
  }

  private takeAcknowledgment(row: number, y: Direction, isControl: boolean): void {
    const { exchange } = this;
    const ack = exchange.ack[row];
    // What acknowledges something never sent is unacceptable in SYN-SENT (RFC 9293 section 3.10.7.3); nobody looks at the
    // acknowledgment of a RST later (3.10.7.4, second check), so whoever forges one need not know it. A plain ACK of that
    // kind differs from one that acknowledges segments missing in the capture only by the RST that answers it.
    if ((isControl || this.resets.isRejected[row] === 1) && ack > y.said.next) return;
    if (!(ack > y.acknowledgedByPeer)) return;
    this.prove(y.popUpTo(ack), row, y);
    y.acknowledgedByPeer = ack;
  }

  /** A pure ACK that tells nothing new: what came twice is answered so (RFC 9293 section 3.10.7.4, first check). */
  private repeatsAck(row: number, x: Direction, y: Direction): boolean {
    const { ack, start, end, columns } = this.exchange;
    return start[row] === end[row] && ack[row] === y.acknowledgedByPeer && columns.window[row] === x.window;
  }

  private takeSack(row: number, y: Direction, isRepeatedAck: boolean): void {
    const { columns, ack, place } = this.exchange;
    if (findOption(columns, row, OptionKind.Sack, 0) < 0) {
      // One of the losses may have come after all: the ACK does not say which.
      if (isRepeatedAck) this.doubt(y.losses.takeAll());
      return;
    }
    y.getsSack = true;
    const base = ack[row];
    const raw = columns.acknowledgmentNumber[row];
    for (const [left, right] of optionsOf(columns, row).sack ?? []) {
      const [from, until] = [base + distance(raw, left), base + distance(raw, right)];
      y.takeSackBlock(from, until, place[row]);
      // What came twice was late, not lost (D-SACK, RFC 2883).
      if (until <= base) this.doubt(y.losses.takeStartingAt(from));
    }
  }

  /** Takes back that segments were lost: they may have come late. */
  private doubt(losses: readonly number[]): void {
    for (const row of losses) this.receipts.lose(row, "lost-or-late");
  }

  /**
   * Handles the first acknowledgment of all these segments at once.
   * @param direction the direction of the segments
   */
  private prove(rows: readonly number[], proof: number, direction: Direction): void {
    if (rows.length === 0) return;
    const evidence = direction.lastEvidence;
    const effective = rows.length === 1 ? rows : this.effectiveCopies(rows, proof, direction);
    const latest = latestOf(rows);
    // Where it is a guess which copy came, the time from the last one to the proof tells nothing (RFC 6298 section 3).
    const isAnswer = latestOf(effective) === latest && this.receipts.isGuess[latest] === 0;
    direction.noteProof(latest, proof, isAnswer);
    let filledAt = 0;
    let lastRow = 0;
    for (const row of effective) {
      if (this.wasProvedBySecondSyn(row, proof, direction)) continue;
      if (!this.receipts.deliverSacked(row, direction.sackedBy)) {
        this.receipts.provedBy[row] = this.positionOfProof(row, proof);
        this.receipts.deliver(row, "delivered", this.receipts.contradict(row, evidence));
      }
      filledAt = Math.max(filledAt, this.receipts.arrivesAt[row]);
      lastRow = Math.max(lastRow, row);
    }
    // A FIN takes effect when everything before it has arrived, which is known only here.
    for (const row of effective) {
      if ((this.exchange.flags[row] & FIN) === 0) continue;
      if (lastRow > row) this.receipts.waits[row] = 1;
      this.receipts.arrivesAt[row] = filledAt;
    }
  }

  /**
   * The position of what proves the receipt of a row; 0 where the text does not print what that acknowledges. Of a SYN the
   * flags of the answer tell it.
   */
  private positionOfProof(row: number, proof: number): number {
    const { columns, flags } = this.exchange;
    const isTold = (columns.marks[proof] & Mark.AcknowledgmentInferred) === 0 || (flags[row] & SYN) !== 0;
    return isTold ? proof + 1 : 0;
  }

  /**
   * Both ends sent a SYN, and the answer is no SYN,ACK. A SYN that arrives is answered with one, so what arrived is
   * the SYN,ACK that repeated it.
   */
  private wasProvedBySecondSyn(row: number, proof: number, direction: Direction): boolean {
    const { flags } = this.exchange;
    const isBareSyn = (flags[row] & (SYN | ACK)) === SYN;
    const isAnsweredItself = (flags[proof] & SYN) !== 0 || this.resets.isRejected[row] === 1;
    if (!isBareSyn || isAnsweredItself || direction.secondSyn < 0) return false;
    this.receipts.provedBy[direction.secondSyn] = proof + 1;
    this.receipts.lose(row, "lost-or-late");
    return true;
  }

  /** Of several copies, the rows that arrived; the others are lost or duplicates (docs/state-machine.md 5.3). */
  private effectiveCopies(rows: readonly number[], proof: number, direction: Direction): readonly number[] {
    const { start, flags } = this.exchange;
    if (this.isEachBehindTheOneBefore(rows)) return rows;
    const copies = rows.toSorted((a, b) => a - b);
    if (this.isEachBehindTheOneBefore(copies)) return copies;
    // Only the segment at the left edge of what was missing is told by the timestamp that the proof echoes, and only
    // where the peer still missed it when it must have come: else its acknowledgment may be what was lost. A FIN may wait
    // for what precedes it.
    const isLost = (row: number, winner: number): boolean =>
      this.wouldTellTwice(direction) &&
      start[row] <= direction.acknowledgedByPeer &&
      (flags[row] & FIN) === 0 &&
      this.isMissedAfter(row, direction) &&
      showsLoss(this.exchange, { copy: row, winner, proof, evidence: direction.lastEvidence });
    const { chosen, isGuess } = chooseCopies(
      this.exchange,
      copies,
      proof,
      direction.lastEvidence,
      direction.fastestProof || 0,
      (row) => direction.sackedBy.has(row) || this.isQueued(row, direction),
    );
    const effective: number[] = [];
    for (const row of copies) {
      const winner = chosen.get(row) ?? row;
      if (winner === row) {
        effective.push(row);
        if (isGuess && !this.followsRefuted(row, copies)) this.receipts.isGuess[row] = 1;
        continue;
      }
      // The answer to a window probe proves its receipt, although its octet had to be sent again.
      if (direction.windowProbes.has(row))
        this.receipts.deliver(row, "delivered", this.receipts.contradict(row, direction.lastEvidence));
      else if (row < winner) this.loseCopy(row, isLost(row, winner), direction);
      // A duplicate arrived after the copy that was needed.
      else this.receipts.deliver(row, "duplicate", this.receipts.contradict(winner, direction.lastEvidence));
    }
    return effective;
  }

  /** What the capturing host received beyond a hole waits there: it is not what is sent again that comes. */
  private isQueued(row: number, { acknowledgedByPeer }: Direction): boolean {
    const { start, receiver } = this.exchange;
    return (
      start[row] > acknowledgedByPeer &&
      Number.isFinite(acknowledgedByPeer) &&
      receiver[row] === this.turnarounds.vantage()
    );
  }

  /** Whether a SYN of the receiver shows of each SYN,ACK before the row that it was not accepted. */
  private followsRefuted(row: number, copies: readonly number[]): boolean {
    const isSyn = (this.exchange.flags[row] & SYN) !== 0;
    return isSyn && copies.every((copy) => copy >= row || this.turnarounds.isRefutedBySyn(copy));
  }

  /** Whether the rows ascend both in row and in number, so that none is a copy of another. */
  private isEachBehindTheOneBefore(rows: readonly number[]): boolean {
    const { start } = this.exchange;
    for (let at = 1; at < rows.length; at++) {
      const [before, row] = [rows[at - 1], rows[at]];
      if (row <= before || !(start[row] > start[before])) return false;
    }
    return true;
  }

  private takeReset(row: number, turn: number): void {
    const { exchange, resets } = this;
    const y = this.directions[exchange.receiver[row] === 0 ? 0 : 1];
    const x = this.directions[exchange.sender[row] === 0 ? 0 : 1];
    // A bare RST has the acknowledgment number of what it answers, which came late then (RFC 9293 section 3.10.7.1).
    if ((exchange.flags[row] & ACK) === 0)
      this.doubt(y.losses.takeAcknowledging(exchange.columns.sequenceNumber[row]));
    const answered = resets.trigger[row] - 1;
    const isOpening = answered >= 0 && (exchange.flags[answered] & SYN) !== 0;
    if (isOpening && this.receipts.provedBy[answered] === 0) this.prove([answered], row, y);
    this.resetNotes.push(noteReset(exchange, row, turn, x, y));
    const goesOn = resets.lastPlainTurn[exchange.sender[row] === 0 ? 0 : 1] > turn + 1;
    if (!goesOn) this.handshakeAcks.takeLastReset(row, answered);
    // What it acknowledges is the number of what it refuses, not what its sender had received.
    const isOfStranger = answered >= 0 || (x.lastRow >= 0 && isOfNoConnection(exchange, row, x.lastRow));
    if ((exchange.flags[row] & ACK) !== 0 && !isOfStranger && !goesOn) {
      this.takeAcknowledgment(row, y, true);
      y.lastEvidence = row;
    }
    this.receipts.deliver(row, "delivered");
  }

  /** The server gave up an attempt: what it sent there can no longer be acknowledged. */
  private beginAnew(x: Direction): void {
    for (const row of x.drain())
      if (this.receipts.provedBy[row] === 0) this.receipts.lose(row, "lost-or-late");
    x.acknowledgedByPeer = Number.NEGATIVE_INFINITY;
    x.said.beginAnew();
    x.lastEvidence = -1;
  }

  /** Whether SACK is in use, so that what came late would be told in a D-SACK block (RFC 2883). */
  private wouldTellTwice({ getsSack }: Direction): boolean {
    return getsSack || (this.directions[0].permitsSack && this.directions[1].permitsSack);
  }

  private loseCopy(row: number, isLost: boolean, direction: Direction): void {
    this.receipts.lose(row, isLost ? "lost" : "lost-or-late");
    if (isLost) direction.losses.add(row);
  }

  /** Whether the peer spoke without it two round trips after it was sent. */
  private isMissedAfter(row: number, { lastEvidence, fastestProof }: Direction): boolean {
    const { time } = this.exchange.columns;
    return lastEvidence >= 0 && time[lastEvidence] - time[row] >= LATENESS * fastestProof;
  }
}

function latestOf(rows: readonly number[]): number {
  let latest = 0;
  for (let at = Math.max(0, rows.length - COPIES_LOOKED_AT); at < rows.length; at++)
    latest = Math.max(latest, rows[at]);
  return latest;
}

/**
 * The number that acknowledges each row: its end, but for a SYN with data (Fast Open) the SYN alone, because the data
 * may be refused.
 */
function provableEnds({ end, start, flags, length, memory }: Exchange): Float64Array {
  const ends = memory.float64(length);
  for (let row = 0; row < length; row++) {
    ends[row] = (flags[row] & SYN) === 0 ? end[row] : start[row] + 1;
  }
  return ends;
}
