import { beforeEach, describe, expect, test } from "vitest";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import { captureWith, summary } from "../testing/connection-summaries.ts";
import { openIn, SlowAnalyser } from "../testing/slow-analyser.ts";
import type { OpenedCapture } from "./opened-capture.ts";
import { createSynfinStore, type SynfinStore } from "./synfin-store.ts";

let analyser: SlowAnalyser;
let store: SynfinStore;

beforeEach(() => {
  analyser = new SlowAnalyser();
  store = createSynfinStore(analyser);
});

const openWith = (capture: OpenedCapture, segments?: number, notes?: ConnectionAnalysis["annotations"]) =>
  openIn(store, analyser, capture, segments, notes);

describe("playback", () => {
  beforeEach(() => openWith(captureWith(summary(0)), 3));

  test("goes to the next and previous segment with an annotation, and stays where there is none", async () => {
    const note = (position: number) => ({
      position,
      kind: "retransmission" as const,
      count: null,
      refersTo: null,
      interval: null,
    });
    await openWith(captureWith(summary(0)), 9, [note(2), note(5), note(5)]);
    const visited = ([1, 1, 1, -1, -1] as const).map((direction) => {
      store.getState().goToAnnotation(direction);
      return store.getState().position;
    });
    expect(visited).toEqual([2, 5, 5, 2, 2]);
  });

  test("stays between nothing and the last segment", () => {
    store.getState().step(-1);
    expect(store.getState().position).toBe(0);
    store.getState().goTo(99);
    expect(store.getState().position).toBe(3);
  });

  test("stops at the end and starts over from there", () => {
    store.getState().goTo(2);
    store.getState().togglePlaying();
    expect(store.getState().isPlaying).toBe(true);
    store.getState().playTo(3);
    expect(store.getState()).toMatchObject({ position: 3, isPlaying: false });
    store.getState().togglePlaying();
    expect(store.getState()).toMatchObject({ position: 0, isPlaying: true });
  });

  test("does not play where there is nothing to play", () => {
    store.getState().closeCapture();
    store.getState().togglePlaying();
    expect(store.getState().isPlaying).toBe(false);
  });
});
