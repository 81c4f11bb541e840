import { expect, test } from "vitest";
import { nextStep, type NextStep, type Tempo } from "./playback-pace.ts";

const MS = 1e6;
/** A handshake within a millisecond, a silence of a minute, an answer after 40 ms, a time that runs backwards. */
const TIMES = [0, 0.2, 0.5, 60_000.5, 60_040.5, 60_030.5].map((time) => time * MS);

function run(tempo: Tempo, times: ArrayLike<number> = TIMES): NextStep[] {
  const steps: NextStep[] = [];
  for (let at = 0; at < times.length; at = steps.at(-1)?.position ?? times.length) {
    steps.push(nextStep(times, at, tempo));
  }
  return steps;
}

test("a step is a second, or what the speed makes of it", () => {
  expect(run({ pace: "steps", speed: 1 })).toEqual(
    [1, 2, 3, 4, 5, 6].map((position) => ({ position, delay: 1000 })),
  );
  expect(nextStep(TIMES, 0, { pace: "steps", speed: 4 }).delay).toBe(250);
  expect(nextStep(TIMES, 0, { pace: "steps", speed: 0.5 }).delay).toBe(2000);
});

test("real time waits as the capture did; what one picture cannot tell apart comes together", () => {
  expect(run({ pace: "real", speed: 1 })).toEqual([
    { position: 3, delay: 1000.5 },
    { position: 4, delay: 60_000 },
    { position: 6, delay: 40 },
  ]);
});

test("the speed divides real time", () => {
  expect(nextStep(TIMES, 3, { pace: "real", speed: 4 })).toEqual({ position: 6, delay: 15_010 });
});

test("shortened silences end after two seconds", () => {
  expect(nextStep(TIMES, 3, { pace: "shortened", speed: 1 })).toEqual({ position: 4, delay: 2000 });
  expect(nextStep(TIMES, 4, { pace: "shortened", speed: 1 }).delay).toBe(40);
});

test("without times every step is a second", () => {
  const unknown = [NaN, NaN, NaN];
  expect(run({ pace: "real", speed: 1 }, unknown).map(({ delay }) => delay)).toEqual([1000, 1000, 1000]);
});

test("no timer is asked to wait longer than timers can", () => {
  const months = [0, 90 * 86_400_000 * MS];
  expect(nextStep(months, 1, { pace: "real", speed: 0.5 }).delay).toBe(2 ** 31 - 1);
});

test("a thousand segments at once are one step", () => {
  expect(nextStep(new Float64Array(1000), 1, { pace: "real", speed: 1 })).toEqual({
    position: 1000,
    delay: 0,
  });
});
