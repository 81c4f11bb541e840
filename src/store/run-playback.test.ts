import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import { answering } from "../testing/answering.ts";
import { captureWith, summary } from "../testing/connection-summaries.ts";
import { runPlayback } from "./run-playback.ts";
import { createSynfinStore, type SynfinStore } from "./synfin-store.ts";

/** Segments at these milliseconds. */
function playing(milliseconds: readonly number[]): SynfinStore {
  const time = Float64Array.from(milliseconds, (each) => each * 1e6);
  const analysis = {
    segments: { time, length: time.length, marks: new Uint16Array(time.length) },
  } as unknown as ConnectionAnalysis;
  const store = createSynfinStore({
    open: () => Promise.resolve(null),
    cancel: () => undefined,
    ask: answering({ analyse: () => Promise.resolve(analysis) }),
  });
  store.setState({
    capture: { kind: "ready", value: captureWith(summary(0)) },
    selection: { connection: 0, analysis: { kind: "ready", value: analysis } },
  });
  return store;
}

let stop: () => void = () => undefined;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

function positionAfter(store: SynfinStore, milliseconds: number): number {
  vi.advanceTimersByTime(milliseconds);
  return store.getState().position;
}

test("a step a second, and it stops at the end", () => {
  const store = playing([0, 1, 2]);
  stop = runPlayback(store);
  store.getState().togglePlaying();
  expect(positionAfter(store, 999)).toBe(0);
  expect(positionAfter(store, 1)).toBe(1);
  expect(positionAfter(store, 2000)).toBe(3);
  expect(store.getState().isPlaying).toBe(false);
  expect(positionAfter(store, 5000)).toBe(3);
});

test("at twice the speed of real time the capture takes half its time", () => {
  const store = playing([0, 500, 3500]);
  stop = runPlayback(store);
  store.getState().changeTempo({ pace: "real", speed: 2 });
  store.getState().togglePlaying();
  expect(positionAfter(store, 500)).toBe(1);
  expect(positionAfter(store, 250)).toBe(2);
  expect(positionAfter(store, 1499)).toBe(2);
  expect(positionAfter(store, 1)).toBe(3);
});

test("a loop rests at the end and starts over", () => {
  const store = playing([0, 1]);
  stop = runPlayback(store);
  store.getState().loop(true);
  store.getState().togglePlaying();
  expect(positionAfter(store, 2000)).toBe(2);
  expect(store.getState().isPlaying).toBe(true);
  expect(positionAfter(store, 2000)).toBe(0);
  expect(positionAfter(store, 1000)).toBe(1);
});

test("a person who moves on is waited for from there", () => {
  const store = playing([0, 1, 2, 3]);
  stop = runPlayback(store);
  store.getState().togglePlaying();
  expect(positionAfter(store, 600)).toBe(0);
  store.getState().goTo(2);
  expect(positionAfter(store, 999)).toBe(2);
  expect(positionAfter(store, 1)).toBe(3);
});

test("pausing holds it where it is", () => {
  const store = playing([0, 1, 2]);
  stop = runPlayback(store);
  store.getState().togglePlaying();
  positionAfter(store, 1000);
  store.getState().pause();
  expect(positionAfter(store, 9000)).toBe(1);
});
