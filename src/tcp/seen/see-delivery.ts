import { FIN } from "../../segments/flags.ts";
import { sliceColumns } from "../../segments/slice-columns.ts";
import { Shown, type WitnessedRows } from "../../segments/witnessed-rows.ts";
import { FATES } from "../analysis.ts";
import { type Delivery, judgeDelivery } from "../delivery/delivery.ts";
import { ReceiptColumns } from "../delivery/receipts.ts";
import { type Exchange, prepareExchange } from "../exchange/exchange.ts";
import { classifyResets, type Resets } from "../resets/classify-resets.ts";
import type { ResetStanding } from "../resets/judge-resets.ts";
import { missedByCapture } from "./missed-by-capture.ts";
import { type Effect, orderEffects } from "./seen-arrivals.ts";

type End = 0 | 1;

/** No capture holds so many events. */
const BEHIND_ALL = 2 ** 40;

const LOST = FATES.indexOf("lost");
const DELIVERED = FATES.indexOf("delivered");
const ASSUMED = FATES.indexOf("assumed");
const UNKNOWN = FATES.indexOf("unknown");
const IGNORED = FATES.indexOf("lost-or-ignored");
/** What one capture does not know of a segment that is seen to arrive. */
const OPEN: ReadonlySet<number> = new Set([FATES.indexOf("assumed"), UNKNOWN]);
/** It arrived, and its receiver went on as if it had not. */
const WITHOUT_EFFECT: ReadonlySet<number> = new Set([
  LOST,
  FATES.indexOf("lost-or-late"),
  FATES.indexOf("no-answer"),
  FATES.indexOf("doubtful"),
]);

/**
 * Sees which segments reached the other end, and when, in captures of both sides (docs/merge.md). What is behind the
 * place of capture, where a host may ignore what it got, is inferred of each end as from its own capture; so is what
 * its RSTs answer.
 * @param sent the RSTs in the order of sending, in which those of an end do not stand behind what they answer
 */
export function seeDelivery(
  exchange: Exchange,
  sent: Resets,
  rows: WitnessedRows,
  clientDirection: 0 | 1,
): { readonly delivery: Delivery; readonly resets: Resets } {
  const told = new OwnResets(sent);
  const receipts = new ReceiptColumns(exchange);
  const isSeen = rows.shown.map((shown) => ((shown & Shown.Arrived) === 0 ? 0 : 1));
  const missed = missedByCapture(exchange, rows);
  const standings = new Map<number, ResetStanding>();
  const effects: Effect[] = [];
  let roundTrip = 0;
  for (const end of [0, 1] as const) {
    const view = new HostView(exchange, rows, end, missed.reached);
    const columns = view.columns();
    const own = prepareExchange(columns, clientDirection, false);
    const resets = classifyResets(own);
    told.take(exchange, resets, view.rows, end);
    const inferred = judgeDelivery(own, resets, end);
    roundTrip = Math.max(roundTrip, inferred.roundTrip);
    for (const [index, row] of view.rows.entries()) {
      if (exchange.receiver[row] !== end) continue;
      view.take(index, inferred, receipts, effects);
      const standing = inferred.resetStandings.get(index);
      if (standing !== undefined)
        standings.set(row, standing === "doubtful" && isSeen[row] === 1 ? "ends" : standing);
      receipts.fate[row] =
        isSeen[row] === 1
          ? fateOfSeen(inferred.fate[index], (own.flags[index] & FIN) !== 0)
          : fateOfUnseen(inferred.fate[index], inferred.provedBy[index] > 0);
    }
  }
  for (let row = 0; row < exchange.length; row++) {
    const isHeld = (rows.shown[row] & (Shown.Arrived | Shown.NotCovered | Shown.Ambiguous)) !== 0;
    if (!isHeld && missed.reached[row] === 0)
      receipts.fate[row] = missed.mayHaveReached[row] === 1 ? UNKNOWN : LOST;
  }
  const seen = { isSeen, refusedBy: told.refusedBy, ...orderEffects(effects, exchange.length) };
  // What crosses is seen.
  const crossing = [Number.NaN, Number.NaN] as const;
  const delivery = Object.assign(receipts, {
    roundTrip,
    resetStandings: standings,
    vantage: -1 as const,
    crossing,
    seen,
  });
  return { delivery, resets: told.resets() };
}

/** Each end's RSTs, and what they answer, as its own capture tells. */
class OwnResets {
  private readonly sent: Resets;
  private readonly own: Pick<Resets, "shape" | "trigger" | "isRejected" | "rejectedBy">;
  private readonly hasRefusedSynAck: [boolean, boolean] = [false, false];
  /** As in `SeenArrivals`. */
  readonly refusedBy: Uint32Array;

  constructor(sent: Resets) {
    this.sent = sent;
    const { length } = sent.shape;
    this.refusedBy = new Uint32Array(length);
    this.own = {
      shape: new Uint8Array(length),
      trigger: new Uint32Array(length),
      isRejected: new Uint8Array(length),
      rejectedBy: new Uint32Array(length),
    };
  }

  /** @param rows by row of the end's view, that of the exchange */
  take({ sender, receiver }: Exchange, viewed: Resets, rows: Uint32Array, end: End): void {
    const { shape, trigger, isRejected, rejectedBy } = this.own;
    const rowAt = (viewedRow: number): number => (viewedRow === 0 ? 0 : rows[viewedRow - 1] + 1);
    for (const [index, row] of rows.entries()) {
      if (sender[row] === end) {
        shape[row] = viewed.shape[index];
        trigger[row] = rowAt(viewed.trigger[index]);
        if (trigger[row] > 0) this.refusedBy[trigger[row] - 1] ||= row + 1;
      }
      if (receiver[row] === end) {
        isRejected[row] = viewed.isRejected[index];
        rejectedBy[row] = rowAt(viewed.rejectedBy[index]);
      }
    }
    this.hasRefusedSynAck[end] = viewed.hasRefusedSynAck[end];
  }

  resets(): Resets {
    return { ...this.sent, ...this.own, hasRefusedSynAck: this.hasRefusedSynAck };
  }
}

/** Nothing but an answer shows that what its receiver's capture does not cover arrived. */
function fateOfUnseen(inferred: number, isProved: boolean): number {
  return inferred === DELIVERED && !isProved ? ASSUMED : inferred;
}

function fateOfSeen(inferred: number, hasFin: boolean): number {
  if (WITHOUT_EFFECT.has(inferred)) return IGNORED;
  return OPEN.has(inferred) && !(inferred === UNKNOWN && hasFin) ? DELIVERED : inferred;
}

/** The rows as the host of one end saw them: what it sent, and what reached it, in its own order. */
class HostView {
  readonly rows: Uint32Array;
  private readonly exchange: Exchange;
  private readonly witnessed: WitnessedRows;
  private readonly end: End;
  /** The first event that the capture at the host holds. */
  private readonly firstEvent: number;
  /** By index in {@link rows}: the position in the order of sending after which it happens. */
  private readonly positions: Uint32Array;

  constructor(exchange: Exchange, witnessed: WitnessedRows, end: End, reached: Uint8Array) {
    this.exchange = exchange;
    this.witnessed = witnessed;
    this.end = end;
    const { shown, sentAt } = witnessed;
    const rows: number[] = [];
    for (let row = 0; row < exchange.length; row++) {
      const isOwn = exchange.sender[row] === end;
      const isUnsent = (shown[row] & (Shown.NotSent | Shown.Again)) !== 0;
      const mayArrive = (shown[row] & (Shown.Arrived | Shown.NotCovered)) !== 0 || reached[row] === 1;
      if (isOwn ? !isUnsent : mayArrive) rows.push(row);
    }
    this.firstEvent = rows.reduce(
      (first, row) => (this.isHeld(row) ? Math.min(first, this.eventOf(row)) : first),
      Number.POSITIVE_INFINITY,
    );
    this.rows = Uint32Array.from(rows.toSorted((a, b) => this.eventOf(a) - this.eventOf(b)));
    this.positions = new Uint32Array(this.rows.length);
    let position = 0;
    for (const [index, row] of this.rows.entries()) {
      while (position < exchange.length && sentAt[position] <= this.eventOf(row)) position++;
      this.positions[index] = position;
    }
  }

  columns(): ReturnType<typeof sliceColumns> {
    const columns = sliceColumns(this.exchange.columns, this.rows);
    for (const [index, row] of this.rows.entries()) {
      const arrival = this.witnessed.arrivalTime[row];
      if (this.exchange.sender[row] !== this.end && !Number.isNaN(arrival)) columns.time[index] = arrival;
    }
    return columns;
  }

  /** Notes of a row that reached the end what is inferred of it in this view. */
  take(index: number, inferred: Delivery, receipts: ReceiptColumns, effects: Effect[]): void {
    const row = this.rows[index];
    const rowAt = (position: number): number => (position === 0 ? 0 : this.rows[position - 1] + 1);
    receipts.provedBy[row] = rowAt(inferred.provedBy[index]);
    receipts.contradictedBy[row] = rowAt(inferred.contradictedBy[index]);
    receipts.waits[row] = inferred.waits[index];
    receipts.isGuess[row] = 0;
    const [arrives, acknowledges] = [inferred.arrivesAt[index], inferred.acknowledgesAt[index]];
    receipts.arrivesAt[row] = this.positionOf(arrives);
    receipts.acknowledgesAt[row] = this.positionOf(acknowledges);
    if (arrives > 0)
      effects.push(this.effect(row, index, arrives, inferred.waits[index] === 1 ? 2 : 0, false));
    if (acknowledges > 0 && acknowledges !== arrives)
      effects.push(this.effect(row, index, acknowledges, 1, true));
  }

  private effect(
    row: number,
    index: number,
    at: number,
    late: 0 | 1 | 2,
    isAcknowledgmentOnly: boolean,
  ): Effect {
    // What comes late comes before what comes at its own place, but for what waits for that.
    const order = late === 2 ? 2 : at > index + 1 ? 0 : 1;
    const rank = [this.eventOf(this.rows[at - 1]), order * this.rows.length + index] as const;
    return { row, isAcknowledgmentOnly, position: this.positionOf(at), rank };
  }

  private positionOf(viewed: number): number {
    return viewed === 0 ? 0 : this.positions[viewed - 1];
  }

  private eventOf(row: number): number {
    const { sentAt, arrivedAt, shown } = this.witnessed;
    if (this.exchange.sender[row] === this.end || arrivedAt[row] !== 0)
      return this.exchange.sender[row] === this.end ? sentAt[row] : arrivedAt[row];
    // What its capture does not cover came before all that it holds, or behind it.
    const isBehind = (shown[row] & Shown.NotCovered) !== 0 && sentAt[row] > this.firstEvent;
    return isBehind ? BEHIND_ALL + sentAt[row] : sentAt[row];
  }

  /** Whether the capture at the host holds the row. */
  private isHeld(row: number): boolean {
    const bit = this.exchange.sender[row] === this.end ? Shown.Sent : Shown.Arrived;
    return (this.witnessed.shown[row] & bit) !== 0;
  }
}
