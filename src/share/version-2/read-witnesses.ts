import { type ClockRelation, onFirstClock, onSecondClock } from "../../segments/clock-relation.ts";
import type { SegmentColumns, TimeBase } from "../../segments/segment-table.ts";
import { Shown, type WitnessedRows } from "../../segments/witnessed-rows.ts";
import type { Witnesses } from "../../segments/witnesses.ts";
import { contradiction } from "../link-refusal.ts";
import type { OctetReader } from "../octet-reader.ts";
import type { SharedConnection } from "../shared-connection.ts";
import { EPOCH, TIME_KINDS } from "../version-1/format.ts";
import { largeUnzigzag, unzigzag } from "../zigzag.ts";
import { ALL_SHOWN, WitnessBit } from "./format.ts";

/** No quartz is further off. */
const LARGEST_RATE = 500e-6;
/** The largest time, some 580 years, in nanoseconds. */
const LATEST = 2 ** 64;
const LARGEST_FRAME = 0xffffffff;

/** Reads what `writeWitnesses` wrote. Throws a refusal for what cannot be. */
export function readWitnesses(reader: OctetReader, { segments }: SharedConnection): Witnesses {
  const bits = reader.octet();
  if (bits >= 2 * WitnessBit.Step) throw contradiction("witnesses");
  const second = readTimeBase(reader);
  const clock = (bits & WitnessBit.Clock) === 0 ? null : readClock(reader, bits);
  const shown = reader.take(segments.length).slice();
  if (shown.some((one) => one > ALL_SHOWN)) throw contradiction("witnesses");
  const events = readEvents(reader, shown);
  const frames = [readFrames(reader, segments.length), readFrames(reader, segments.length)] as const;
  const times = [
    readTimes(reader, segments, (time) => time),
    readTimes(reader, segments, (time) => (clock === null ? 0 : onSecondClock(clock, time))),
  ] as const;
  const atClient = (bits & WitnessBit.SecondAtClient) === 0 ? 0 : 1;
  const onFirst = (witness: number, row: number): number =>
    witness === 0 || clock === null ? times[witness === 0 ? 0 : 1][row] : onFirstClock(clock, times[1][row]);
  const arrivalTime = new Float64Array(segments.length).fill(Number.NaN);
  for (let row = 0; row < segments.length; row++) {
    const sender = segments.flow[row] === 0 ? atClient : 1 - atClient;
    if (events.arrivedAt[row] !== 0) arrivalTime[row] = onFirst(1 - sender, row);
    // Exact, and not only to the ticks of the first capture.
    const own = onFirst(frames[sender === 0 ? 0 : 1][row] === 0 ? 1 - sender : sender, row);
    if (!Number.isNaN(own)) segments.time[row] = own;
  }
  return {
    atClient,
    clock,
    timeBases: [segments.timeBase, second],
    times,
    frames,
    rows: { shown, ...events, arrivalTime },
  };
}

function readTimeBase(reader: OctetReader): TimeBase {
  const bits = reader.octet();
  const kind = TIME_KINDS[bits & 15];
  const resolution = bits >>> 4;
  if (kind === undefined || resolution > 10) throw contradiction("times");
  const zero = kind === "none" ? 0n : largeUnzigzag(reader.largeVarint()) + (kind === "epoch" ? EPOCH : 0n);
  if (Math.abs(Number(zero)) > LATEST) throw contradiction("times");
  return { kind, origin: zero, ...(resolution > 0 && { resolution: 10 ** (resolution - 1) }) };
}

function readClock(reader: OctetReader, bits: number): ClockRelation {
  const [low, high, at, offset, rate] = Array.from({ length: 5 }, () => reader.double());
  const rates = (bits & WitnessBit.Rate) === 0 ? null : ([reader.double(), reader.double()] as const);
  const step =
    (bits & WitnessBit.Step) === 0
      ? null
      : { from: reader.double(), low: reader.double(), high: reader.double(), drawn: reader.double() };
  const isPossible =
    isBetween(low, offset, high) &&
    isTime(at) &&
    isRate(rate) &&
    (rates === null || (isRate(rates[0]) && isRate(rates[1]) && rates[0] <= rates[1])) &&
    (step === null || (isTime(step.from) && isBetween(step.low, step.drawn, step.high)));
  if (!isPossible) throw contradiction("times");
  return { low, high, at, rate: rates, step, drawn: { offset, rate } };
}

/** Whether what is drawn lies in what is possible, which may be open to one side. */
function isBetween(low: number, drawn: number, high: number): boolean {
  return isTime(drawn) && low <= drawn && drawn <= high;
}

function isTime(number: number): boolean {
  return Math.abs(number) <= LATEST;
}

function isRate(number: number): boolean {
  return Math.abs(number) <= LARGEST_RATE;
}

/** The order of events: rows are in that of sending, and nothing arrives before it was sent. */
function readEvents(reader: OctetReader, shown: Uint8Array): Pick<WitnessedRows, "sentAt" | "arrivedAt"> {
  const { length } = shown;
  const sentAt = new Uint32Array(length);
  const arrivedAt = new Uint32Array(length);
  const latest = 2 * length;
  let sent = 0;
  for (let row = 0; row < length; row++) {
    sent += unzigzag(reader.varint(2 * latest));
    const behind = reader.varint(latest + 1);
    const arrived = behind === 0 ? 0 : sent + behind - 1;
    const isInOrder = sent >= Math.max(1, sentAt[row - 1] ?? 0) && Math.max(sent, arrived) <= latest;
    if (!isInOrder || ((shown[row] & Shown.Arrived) !== 0) !== arrived > 0) throw contradiction("witnesses");
    sentAt[row] = sent;
    arrivedAt[row] = arrived;
  }
  return { sentAt, arrivedAt };
}

function readFrames(reader: OctetReader, length: number): Uint32Array {
  const frames = new Uint32Array(length);
  let last = 0;
  for (let row = 0; row < length; row++) {
    const code = reader.varint(2 * LARGEST_FRAME + 2);
    if (code === 0) continue;
    last += unzigzag(code - 1);
    if (last < 1 || last > LARGEST_FRAME) throw contradiction("witnesses");
    frames[row] = last;
  }
  return frames;
}

function readTimes(
  reader: OctetReader,
  { time, flow, length }: SegmentColumns,
  expected: (time: number) => number,
): Float64Array {
  const exponent = reader.octet();
  if (exponent > 9) throw contradiction("times");
  const unit = 10 ** exponent;
  const times = new Float64Array(length).fill(Number.NaN);
  const last: [number, number] = [0, 0];
  for (let row = 0; row < length; row++) {
    const code = reader.largeVarint();
    if (code === 0n) continue;
    const end = flow[row] === 0 ? 0 : 1;
    last[end] += Number(largeUnzigzag(code - 1n));
    const guess = Number.isNaN(time[row]) ? 0 : Math.round(expected(time[row]) / unit);
    times[row] = (guess + last[end]) * unit;
    if (!isTime(times[row])) throw contradiction("times");
  }
  return times;
}
