import { bisect } from "../../base/bisect.ts";
import { RST } from "../../segments/flags.ts";
import { Shown, type WitnessedRows } from "../../segments/witnessed-rows.ts";
import type { Exchange } from "../exchange/exchange.ts";

/** The most octets of a segment, as a card or a kernel joins them. */
const LARGEST_SEGMENT = 2 ** 18;

/** Segments that the capture at the receiver's side does not hold although it was made then. By row: 1 or 0. */
export interface MissedRows {
  /** It reached the receiver: its numbers were acknowledged, and no other segment with them came before that. */
  readonly reached: Uint8Array;
  /** It may have reached it: one of several did; or the capture is known to lack some. */
  readonly mayHaveReached: Uint8Array;
}

/**
 * Tells what was lost from what the capture missed: a receiver acknowledges only what has arrived (RFC 9293 section
 * 3.10.7.4).
 */
export function missedByCapture(exchange: Exchange, rows: WitnessedRows): MissedRows {
  const reached = new Uint8Array(exchange.length);
  const mayHaveReached = new Uint8Array(exchange.length);
  for (const end of [0, 1] as const) {
    const candidates = candidatesFor(exchange, rows, end);
    if (candidates.length === 0) continue;
    const arrived = new ArrivedNumbers(exchange, rows, end);
    const acknowledgments = acknowledgmentsOf(exchange, rows, end);
    const firstSent = firstSentTo(exchange, rows, end);
    let isLacking = lacksSent(exchange, rows, end);
    /** Candidates that end where none of them is known to have come, by their last number. */
    const open = new Map<number, number[]>();
    for (const row of candidates) {
      if (!(exchange.end[row] > exchange.start[row])) continue;
      // Between two clocks an answer may seem to come before what it answers.
      const isFirst = firstSent.get(exchange.end[row]) === row;
      const at = acknowledgments(exchange.end[row], isFirst ? 0 : rows.sentAt[row]);
      if (at === null || arrived.cover(exchange.start[row], exchange.end[row], at)) continue;
      isLacking = true;
      const others = open.get(exchange.end[row]) ?? [];
      open.set(exchange.end[row], others);
      others.push(row);
    }
    for (const others of open.values()) {
      for (const row of others) (others.length === 1 ? reached : mayHaveReached)[row] = 1;
    }
    if (!isLacking) continue;
    // A capture that lacks one segment may lack others, of which nothing tells.
    for (const row of candidates) mayHaveReached[row] = 1 - reached[row];
  }
  return { reached, mayHaveReached };
}

/** What was sent to the end, in the time of its capture, and is not in it. */
function candidatesFor(exchange: Exchange, { shown }: WitnessedRows, end: 0 | 1): number[] {
  const rows: number[] = [];
  const told = Shown.Arrived | Shown.NotCovered | Shown.Ambiguous;
  for (let row = 0; row < exchange.length; row++)
    if (exchange.receiver[row] === end && (shown[row] & told) === 0) rows.push(row);
  return rows;
}

/** By last number, the first segment that was sent to the end. */
function firstSentTo(exchange: Exchange, { shown }: WitnessedRows, end: 0 | 1): ReadonlyMap<number, number> {
  const first = new Map<number, number>();
  for (let row = exchange.length - 1; row >= 0; row--)
    if (exchange.receiver[row] === end && (shown[row] & Shown.Sent) !== 0) first.set(exchange.end[row], row);
  return first;
}

/** Whether the end's capture lacks a segment that the end sent: the other one holds it. */
function lacksSent(exchange: Exchange, { shown }: WitnessedRows, end: 0 | 1): boolean {
  const told = Shown.Sent | Shown.NotSent | Shown.Again | Shown.NotCovered | Shown.Ambiguous;
  return exchange.sender.some((sender, row) => sender === end && (shown[row] & told) === 0);
}

/**
 * A function that finds the event at which the end first acknowledges a number, behind an event; null if it never does.
 */
function acknowledgmentsOf(
  exchange: Exchange,
  { shown, sentAt }: WitnessedRows,
  end: 0 | 1,
): (number: number, behind: number) => number | null {
  const highest: number[] = [];
  const events: number[] = [];
  for (let row = 0; row < exchange.length; row++) {
    const isOwn = exchange.sender[row] === end && (shown[row] & (Shown.NotSent | Shown.Again)) === 0;
    if (!isOwn || exchange.isInert[row] === 1 || (exchange.flags[row] & RST) !== 0) continue;
    const ack = exchange.ack[row];
    if (!(ack > (highest.at(-1) ?? Number.NEGATIVE_INFINITY))) continue;
    highest.push(ack);
    events.push(sentAt[row]);
  }
  return (number, behind) => {
    const first = bisect(0, highest.length, (index) => highest[index] < number);
    return first < events.length && events[first] > behind ? events[first] : null;
  };
}

/** The numbers that arrived at an end. */
class ArrivedNumbers {
  /** Rows by their first number. */
  private readonly rows: number[] = [];
  private readonly exchange: Exchange;
  private readonly arrivedAt: Uint32Array;

  constructor(exchange: Exchange, { arrivedAt }: WitnessedRows, end: 0 | 1) {
    this.exchange = exchange;
    this.arrivedAt = arrivedAt;
    const { start, receiver } = exchange;
    for (let row = 0; row < exchange.length; row++)
      if (receiver[row] === end && arrivedAt[row] !== 0 && exchange.end[row] > start[row])
        this.rows.push(row);
    this.rows.sort((a, b) => start[a] - start[b]);
  }

  /** Whether all numbers from one to before another had arrived before an event. */
  cover(from: number, until: number, before: number): boolean {
    const { start, end } = this.exchange;
    let next = from;
    const first = bisect(0, this.rows.length, (index) => start[this.rows[index]] < from - LARGEST_SEGMENT);
    for (let index = first; index < this.rows.length && next < until; index++) {
      const row = this.rows[index];
      if (start[row] > next) return false;
      if (this.arrivedAt[row] < before) next = Math.max(next, end[row]);
    }
    return next >= until;
  }
}
