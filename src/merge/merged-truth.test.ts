import { expect, test } from "vitest";
import { ACK } from "../segments/flags.ts";
import { Shown } from "../segments/witnessed-rows.ts";
import { analyseConnection } from "../tcp/analyse-connection.ts";
import { FATES } from "../tcp/analysis.ts";
import {
  captureOfEnd,
  type Distortion,
  type EndCapture,
  type SentSegment,
} from "../testing/captures-of-both-ends.ts";
import { exchangesToTry } from "../testing/exchanges-to-try.ts";
import { exchangeOf } from "../testing/lab-exchange.ts";
import { Random } from "../testing/random.ts";
import { captureOf } from "../testing/two-captures.ts";
import { mergeCaptures, type MergedCapture } from "./merge-captures.ts";

const EXCHANGES = exchangesToTry(400);
const FIRST_SEED = Number(process.env["SYNFIN_SEED"] ?? 1);
const DAY = 86_400e9;
/** Nanoseconds by which a double and the tick of a clock may be off. */
const TICK = 3000;

function distortionOf(random: Random): Distortion {
  const isText = random.chance(0.15);
  return {
    offset: Math.round(random.between(DAY, 3 * DAY)),
    rate: random.chance(0.4) ? random.between(-1e-4, 1e-4) : 0,
    resolution: isText || random.chance(0.5) ? 1000 : 1,
    loss: random.chance(0.5) ? 0 : random.between(0, 0.05),
    joins: random.chance(0.2),
    isCut: random.chance(0.1),
    isText,
  };
}

/** Everything that two captures of a simulated exchange are told to show, and did not happen; in words. */
async function falseClaims(seed: number): Promise<string[]> {
  const random = new Random(seed * 7919);
  const { trace } = exchangeOf(seed);
  const order = random.chance(0.5) ? ([0, 1] as const) : ([1, 0] as const);
  const distortions = [distortionOf(random), distortionOf(random)] as const;
  const one = await captureOfEnd(trace, order[0], distortions[0], random);
  const other = await captureOfEnd(trace, order[1], distortions[1], random);
  if (one.table.length === 0 || other.table.length === 0) return [];
  const merged = mergeCaptures([captureOf(one.table), captureOf(other.table)]);
  if (typeof merged === "string") return mayShareNothing(one, other) ? [] : [`not merged: ${merged}`];
  return [
    ...falseClock(merged, [one, other], distortions),
    ...falsePairs(
      merged,
      [one, other],
      distortions.some(({ isText }) => isText),
    ),
    ...upwardRows(merged),
    ...falseLosses(
      merged,
      [one, other],
      trace.segments,
      distortions.some(({ loss }) => loss > 0),
    ),
  ];
}

/** Whether no segment is in both. */
function mayShareNothing(one: EndCapture, other: EndCapture): boolean {
  const ids = new Set(one.rows.flat().map(({ id }) => id));
  return !other.rows.flat().some(({ id }) => ids.has(id));
}

/** The true difference of the second time column and the first one, at a time of the first one. */
function trueDifference(
  time: number,
  [one, other]: readonly [EndCapture, EndCapture],
  [first, second]: readonly [Distortion, Distortion],
): number {
  const truth = (time + originOf(one) - first.offset) / (1 + first.rate);
  return second.offset + truth * (1 + second.rate) - originOf(other) - time;
}

/** Nanoseconds; of a text those since midnight. */
function originOf({ table }: EndCapture): number {
  return Number(table.timeBase.origin);
}

function falseClock(
  { clock, table }: MergedCapture,
  captures: readonly [EndCapture, EndCapture],
  distortions: readonly [Distortion, Distortion],
): string[] {
  if (clock === null) return ["the clocks are not related"];
  if (clock.step !== null) return ["a clock is told to have been set"];
  // A text tells the time of day alone.
  const wraps = (difference: number): number =>
    difference - Math.round((difference - clock.drawn.offset) / DAY) * DAY;
  const at = (time: number): number => wraps(trueDifference(time, captures, distortions));
  const [from, until] = [at(clock.at), at(table.lastRecordTime)];
  const isWithin = clock.low - TICK <= Math.max(from, until) && clock.high + TICK >= Math.min(from, until);
  if (clock.rate === null)
    return isWithin ? [] : [`the offset ${from} is not in ${clock.low} to ${clock.high}`];
  const rate = (1 + distortions[1].rate) / (1 + distortions[0].rate) - 1;
  const isRate = clock.rate[0] - 1e-7 <= rate && rate <= clock.rate[1] + 1e-7;
  const isOffset = clock.low - TICK <= from && from <= clock.high + TICK;
  return isRate && isOffset ? [] : [`${from} and ${rate} are not in ${JSON.stringify(clock)}`];
}

function falsePairs(
  { rows, witnessed }: MergedCapture,
  [one, other]: readonly [EndCapture, EndCapture],
  hasText: boolean,
): string[] {
  const wrong: string[] = [];
  for (let row = 0; row < rows[0].length; row++) {
    if (rows[0][row] < 0 || rows[1][row] < 0 || (witnessed.shown[row] & Shown.Ambiguous) !== 0) continue;
    const here = one.rows[rows[0][row]] ?? [];
    const there = other.rows[rows[1][row]] ?? [];
    if (
      !here.some((segment) => there.includes(segment)) &&
      !here.some((segment) => there.some((equal) => isEqual(segment, equal, hasText)))
    )
      wrong.push(`rows ${rows[0][row]} and ${rows[1][row]} are not one segment`);
  }
  return wrong;
}

/** Whether nothing that both captures tell is different: a text tells no sequence number of pure ACKs. */
function isEqual(one: SentSegment, other: SentSegment, hasText: boolean): boolean {
  const fields = ["acknowledgment", "flags", "octets"] as const;
  const isUnnumbered = hasText && one.octets === 0 && one.flags === ACK;
  return (
    fields.every((field) => one[field] === other[field]) && (isUnnumbered || one.sequence === other.sequence)
  );
}

function upwardRows({ table, witnessed }: MergedCapture): string[] {
  const wrong: string[] = [];
  for (let row = 0; row < table.length; row++) {
    const isHeld = (witnessed.shown[row] & (Shown.Sent | Shown.Arrived)) === (Shown.Sent | Shown.Arrived);
    const delay = witnessed.arrivalTime[row] - table.time[row];
    if (isHeld && delay < -TICK) wrong.push(`row ${row} arrives ${-delay} ns before it was sent`);
  }
  return wrong;
}

/** Whether the octets of a segment were sent once, and acknowledged. */
function isOnlyAndAcknowledged(
  { id, from, sequence, octets }: SentSegment,
  sent: readonly SentSegment[],
): boolean {
  const end = sequence + octets;
  const overlaps = (other: SentSegment): boolean =>
    other.from === from &&
    other.octets > 0 &&
    other.sequence < end &&
    other.sequence + other.octets > sequence;
  const isAlone = sent.every((other) => other.id === id || !overlaps(other));
  return isAlone && sent.some((other) => other.from !== from && other.acknowledgment === end);
}

function falseLosses(
  merged: MergedCapture,
  [one, other]: readonly [EndCapture, EndCapture],
  sent: readonly SentSegment[],
  lacksRecords: boolean,
): string[] {
  const wrong: string[] = [];
  for (const { id, rows } of merged.connections) {
    if (!merged.isShared[id]) continue;
    const { fate } = analyseConnection(merged.table, merged.connections, id, { witnessed: merged.witnessed });
    for (const [index, row] of rows.entries()) {
      if (FATES[fate[index] ?? 0] !== "lost" || merged.table.payloadLength[row] === 0) continue;
      const held = one.rows[merged.rows[0][row]] ?? other.rows[merged.rows[1][row]] ?? [];
      const mayBeMissed = lacksRecords && !held.some((segment) => isOnlyAndAcknowledged(segment, sent));
      if (!mayBeMissed && held.every(({ arrivals }) => arrivals.length > 0))
        wrong.push(`row ${row} is told as lost, and arrived`);
    }
  }
  return wrong;
}

// In parts, each with a time limit of its own.
const PARTS = 4;

test.each(Array.from({ length: PARTS }, (_, part) => part))(
  `nothing that two captures are told to show is false (${EXCHANGES} exchanges, part %i of ${PARTS})`,
  async (part) => {
    const wrong: string[] = [];
    for (let seed = FIRST_SEED + part; seed < FIRST_SEED + EXCHANGES; seed += PARTS)
      for (const claim of await falseClaims(seed)) wrong.push(`seed ${seed}: ${claim}`);
    expect(wrong).toEqual([]);
  },
);
