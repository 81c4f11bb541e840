import { ACK } from "../../segments/flags.ts";
import { OptionKind, optionsOf } from "../../segments/options.ts";
import { Mark, type SegmentColumns } from "../../segments/segment-table.ts";
import { CLOCK_RATES, SenderClock } from "./sender-clock.ts";
import type { TickTimes } from "./tick-times.ts";

/** What no model can predict: where the numbers of each end begin. Ends: 0 = client, 1 = server. */
export interface StartingNumbers {
  readonly sequence: readonly [number | null, number | null];
  readonly clock: readonly [StartingClock | null, StartingClock | null];
}

/** First TSval of an end, and the rate of {@link CLOCK_RATES} that predicts the others best. */
export interface StartingClock {
  readonly first: number;
  readonly rate: (typeof CLOCK_RATES)[number];
}

/** Chooses the starting numbers for a connection whose column `flow` is 0 or 1. */
export function startingNumbers(segments: SegmentColumns, times: TickTimes): StartingNumbers {
  return {
    sequence: [startOf(segments, 0), startOf(segments, 1)],
    clock: [clockOf(segments, times, 0), clockOf(segments, times, 1)],
  };
}

/**
 * The end's first sequence number, or else what the other end first acknowledges; null if the prediction is right
 * without it.
 */
function startOf(segments: SegmentColumns, end: 0 | 1): number | null {
  const { length, flow, flags, marks, sequenceNumber, acknowledgmentNumber } = segments;
  let firstAcknowledged: number | null = null;
  for (let row = 0; row < length; row++) {
    const mark = marks[row];
    if (flow[row] === end && (mark & Mark.SequenceUnknown) === 0) {
      const first = sequenceNumber[row];
      return first === 0 && firstAcknowledged === null ? null : first;
    }
    const hasAck = (flags[row] & ACK) !== 0 && (mark & Mark.AcknowledgmentUnknown) === 0;
    if (flow[row] !== end && hasAck) firstAcknowledged ??= acknowledgmentNumber[row];
  }
  return firstAcknowledged;
}

function clockOf(segments: SegmentColumns, times: TickTimes, end: 0 | 1): StartingClock | null {
  const stamps: { readonly value: number; readonly time: number }[] = [];
  for (let row = 0; row < segments.length; row++) {
    if (segments.flow[row] !== end || !hasTimestamps(segments, row)) continue;
    const value = optionsOf(segments, row).timestamps?.[0];
    if (value !== undefined) stamps.push({ value, time: times.nanosecondsFromFirst(segments.time[row]) });
  }
  const first = stamps[0]?.value;
  if (first === undefined) return null;
  const misses = CLOCK_RATES.map((rate) => {
    const clock = new SenderClock(rate, first);
    let missed = 0;
    for (const { value, time } of stamps) {
      if (clock.expected(time) !== value) missed++;
      clock.take(value, time);
    }
    return missed;
  });
  return { first, rate: CLOCK_RATES[misses.indexOf(Math.min(...misses))] };
}

function hasTimestamps(segments: SegmentColumns, row: number): boolean {
  const at = segments.optionsAt[row];
  const end = at + segments.optionsLength[row];
  return segments.optionBytes.subarray(at, end).includes(OptionKind.Timestamps);
}
