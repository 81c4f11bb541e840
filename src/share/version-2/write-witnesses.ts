import { type ClockRelation, onSecondClock } from "../../segments/clock-relation.ts";
import type { TimeBase } from "../../segments/segment-table.ts";
import type { WitnessedRows } from "../../segments/witnessed-rows.ts";
import type { Witnesses } from "../../segments/witnesses.ts";
import type { OctetWriter } from "../octet-writer.ts";
import type { SharedConnection } from "../shared-connection.ts";
import { EPOCH, TIME_KINDS } from "../version-1/format.ts";
import { ticksOf } from "../version-1/write-connection.ts";
import { largeZigzag, zigzag } from "../zigzag.ts";
import { WitnessBit } from "./format.ts";

/** Writes the section `witnesses`. */
export function writeWitnesses(
  writer: OctetWriter,
  { atClient, clock, timeBases, times, frames, rows }: Witnesses,
  shared: SharedConnection,
): void {
  const { flow, time, length } = shared.segments;
  const ticks = ticksOf(shared);
  const zeros = [ticks.start * ticks.unit, startOf(times[1], timeBases[1])] as const;
  const own = [0, 1].map((witness) => movedTimes(times[witness], timeBases[witness].origin, zeros[witness]));
  const told = clock && movedClock(clock, timeBases, zeros);
  // As a reader has them by then.
  const sentAt = time.slice(0, length).map((each) => ticks.nanosecondsFromFirst(each));
  writer.octet(
    (atClient === 1 ? WitnessBit.SecondAtClient : 0) |
      (told === null ? 0 : WitnessBit.Clock) |
      (told?.rate ? WitnessBit.Rate : 0) |
      (told?.step ? WitnessBit.Step : 0),
  );
  writeTimeBase(writer, timeBases[1], zeros[1]);
  if (told !== null) writeClock(writer, told);
  writer.all(rows.shown.subarray(0, length));
  writeEvents(writer, rows, length);
  for (const held of frames) writeFrames(writer, held, length);
  const onSecond = sentAt.map((each) => (told === null ? 0 : onSecondClock(told, each)));
  for (const [witness, expected] of [sentAt, onSecond].entries())
    writeTimes(writer, own[witness], expected, flow);
}

/** Nanoseconds from the zero of its kind to the first time that the capture has. */
function startOf(times: Float64Array, { origin }: TimeBase): bigint {
  const first = times.find((time) => !Number.isNaN(time));
  return origin + BigInt(Math.round(first ?? 0));
}

function movedTimes(times: Float64Array, from: bigint, to: bigint): Float64Array {
  const shift = Number(from - to);
  return times.map((time) => Math.round(time + shift));
}

/** The relation as it is between columns that count from `to`. */
function movedClock(
  { low, high, at, rate, step, drawn }: ClockRelation,
  [first, second]: readonly [TimeBase, TimeBase],
  to: readonly [bigint, bigint],
): ClockRelation {
  const later = Number(first.origin - to[0]);
  const apart = Number(second.origin - to[1] - (first.origin - to[0]));
  return {
    low: low + apart,
    high: high + apart,
    at: at + later,
    rate,
    step: step && {
      from: step.from + later,
      low: step.low + apart,
      high: step.high + apart,
      drawn: step.drawn + apart,
    },
    drawn: { offset: drawn.offset + apart, rate: drawn.rate },
  };
}

function writeTimeBase(writer: OctetWriter, { kind, resolution }: TimeBase, zero: bigint): void {
  const exponent = resolution === undefined ? -1 : Math.log10(resolution);
  const isTold = Number.isInteger(exponent) && exponent >= 0 && exponent <= 9;
  writer.octet(TIME_KINDS.indexOf(kind) | ((isTold ? exponent + 1 : 0) << 4));
  if (kind !== "none") writer.largeVarint(largeZigzag(zero - (kind === "epoch" ? EPOCH : 0n)));
}

function writeClock(writer: OctetWriter, { low, high, at, rate, step, drawn }: ClockRelation): void {
  const numbers = [low, high, at, drawn.offset, drawn.rate, ...(rate ?? [])];
  if (step !== null) numbers.push(step.from, step.low, step.high, step.drawn);
  for (const number of numbers) writer.double(number);
}

/** The order of what was captured, counted from 1 without gaps. */
function writeEvents(writer: OctetWriter, { sentAt, arrivedAt }: WitnessedRows, length: number): void {
  const events = [...sentAt.subarray(0, length), ...arrivedAt.subarray(0, length)].filter((at) => at > 0);
  const ranks = new Map(
    [...new Set(events)].toSorted((one, other) => one - other).map((event, index) => [event, index + 1]),
  );
  let last = 0;
  for (let row = 0; row < length; row++) {
    const sent = ranks.get(sentAt[row]) ?? 0;
    writer.varint(zigzag(sent - last));
    last = sent;
    writer.varint(arrivedAt[row] === 0 ? 0 : 1 + (ranks.get(arrivedAt[row]) ?? 0) - sent);
  }
}

function writeFrames(writer: OctetWriter, frames: Uint32Array, length: number): void {
  let last = 0;
  for (let row = 0; row < length; row++) {
    const frame = frames[row];
    writer.varint(frame === 0 ? 0 : 1 + zigzag(frame - last));
    if (frame !== 0) last = frame;
  }
}

/** The largest power of ten that is in all times, at most a second. */
function exponentOf(times: Float64Array): number {
  let exponent = 9;
  for (const time of times)
    while (exponent > 0 && !Number.isNaN(time) && time % 10 ** exponent !== 0) exponent--;
  return exponent;
}

/** Each time against the one expected, and that difference against the last one of the same sender. */
function writeTimes(
  writer: OctetWriter,
  times: Float64Array,
  expected: Float64Array,
  flow: ArrayLike<number>,
): void {
  const exponent = exponentOf(times);
  const unit = 10 ** exponent;
  const last: [number, number] = [0, 0];
  writer.octet(exponent);
  for (let row = 0; row < times.length; row++) {
    if (Number.isNaN(times[row])) writer.varint(0);
    else {
      const guess = Number.isNaN(expected[row]) ? 0 : Math.round(expected[row] / unit);
      const difference = times[row] / unit - guess;
      const end = flow[row] === 0 ? 0 : 1;
      writer.largeVarint(1n + largeZigzag(BigInt(Math.round(difference - last[end]))));
      last[end] = difference;
    }
  }
}
