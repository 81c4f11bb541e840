import { type ClockRelation, onFirstClock } from "./clock-relation.ts";
import { Shown } from "./witnessed-rows.ts";
import type { Witnesses } from "./witnesses.ts";

/** Nanoseconds of a day. */
const DAY = 86_400e9;

/** The capture at the sender's side of a segment. */
export function witnessOf({ atClient }: Pick<Witnesses, "atClient">, isFromClient: boolean): 0 | 1 {
  return isFromClient === (atClient === 0) ? 0 : 1;
}

/** Which offsets of the second clock against the first one are possible, in nanoseconds between what both show. */
export interface ShownOffsets {
  readonly low: number;
  readonly high: number;
  /** What is drawn. */
  readonly drawn: number;
}

/**
 * The offsets as a person reads them off both clocks; null: the times contradict each other, or there are none. Where a
 * capture tells the time of day alone, whole days are left out.
 */
export function shownOffsets({ clock, timeBases: [one, two] }: Witnesses): ShownOffsets | null {
  if (clock === null) return null;
  const apart = Number(two.origin - one.origin);
  const isUndated = one.kind === "time-of-day" || two.kind === "time-of-day";
  const days = isUndated ? Math.round((apart + clock.drawn.offset) / DAY) * DAY : 0;
  const shown = (offset: number): number => offset + apart - days;
  return { low: shown(clock.low), high: shown(clock.high), drawn: shown(clock.drawn.offset) };
}

/** The same witnesses, with another offset drawn. @param shift how much more than {@link ClockRelation.drawn} */
export function drawnWith(witnesses: Witnesses, shift: number): Witnesses {
  const { clock } = witnesses;
  if (clock === null || shift === 0) return witnesses;
  const { drawn, step } = clock;
  const moved: ClockRelation = {
    ...clock,
    step: step && { ...step, drawn: step.drawn + shift },
    drawn: { ...drawn, offset: drawn.offset + shift },
  };
  return { ...witnesses, clock: moved };
}

/** When a capture held a row, on the first one's clock; NaN: it did not. */
function onFirst({ clock, times }: Witnesses, witness: 0 | 1, row: number): number {
  const time = times[witness][row];
  return witness === 0 || clock === null ? time : onFirstClock(clock, time);
}

/**
 * How long a segment was under way, as drawn, in nanoseconds; NaN: one of the captures does not hold it. Only the sum of
 * both directions is known, each by itself within the offsets that are possible.
 */
export function delayOf(witnesses: Witnesses, row: number, isFromClient: boolean): number {
  if (witnesses.clock === null || witnesses.rows.arrivedAt[row] === 0) return Number.NaN;
  const sender = witnessOf(witnesses, isFromClient);
  return onFirst(witnesses, sender === 0 ? 1 : 0, row) - onFirst(witnesses, sender, row);
}

/**
 * Whether a segment was sent after the one before it in the table, whichever of the possible offsets is the true one: a
 * capture holds both events, or no offset turns them.
 */
export function isOrderProved(witnesses: Witnesses, row: number, fromClient: Uint8Array): boolean {
  if (row === 0) return true;
  const { clock, rows } = witnesses;
  const isUnsent = (each: number): boolean =>
    (rows.shown[each] & (Shown.NotSent | Shown.Again | Shown.Sent)) !== Shown.Sent;
  if (isUnsent(row) || isUnsent(row - 1) || fromClient[row] === fromClient[row - 1]) return true;
  const arrived = rows.arrivedAt[row - 1];
  if (arrived !== 0 && arrived <= rows.sentAt[row]) return true;
  if (clock === null) return false;
  const sender = witnessOf(witnesses, fromClient[row] === 1);
  const between = onFirst(witnesses, sender, row) - onFirst(witnesses, sender === 0 ? 1 : 0, row - 1);
  return between > spareOf(clock, sender);
}

/** By how much the time between two sendings may be less than drawn: the second clock's events lie earlier on the first
 * one, the larger the offset is. @param sender of the later one */
function spareOf({ low, high, drawn, step }: ClockRelation, sender: 0 | 1): number {
  const spare = sender === 1 ? high - drawn.offset : drawn.offset - low;
  if (step === null) return spare;
  return Math.max(spare, sender === 1 ? step.high - step.drawn : step.drawn - step.low);
}
