import { beforeEach, describe, expect, test } from "vitest";
import { compactAnalyser } from "../testing/compact-analyser.ts";
import { modeIn } from "../testing/mode-in.ts";
import { settle } from "../testing/settle.ts";
import { coverageOf, type Mode } from "./mode.ts";
import { analysisOf } from "./selectors.ts";
import { createSynfinStore, type SynfinStore } from "./synfin-store.ts";

/** The first connection has 6 segments, the second one 2. */
const CAPTURE = "cS sS. c. cF. sF. c. ports=40001,80 cS sR.";
const LENGTH = 6;

let store: SynfinStore;

const step = (position: number) => ({ connection: 0, position, note: [], question: null });
const LESSON = { load: async () => ({ steps: [step(1), step(3)] }) };

beforeEach(async () => {
  store = createSynfinStore(compactAnalyser(CAPTURE), "system", {
    startAnalyser: () => compactAnalyser("cS sR."),
    examples: [{ name: "t", source: async () => ({ kind: "text", name: "t", text: "t" }), lesson: LESSON }],
  });
  store.getState().openExample("t");
  await settle();
  store.getState().leaveMode();
});

/** What a person does for each mode. */
const ENTER: Readonly<Record<Mode["kind"], () => void>> = {
  exploring: () => store.getState().leaveMode(),
  veiled: () => store.getState().openExample("t"),
  predicting: () => store.getState().togglePredicting(),
  touring: () => store.getState().startTour(),
  comparing: () => store.getState().compareWithExample("t"),
};

async function enter(kind: Mode["kind"]): Promise<void> {
  ENTER[kind]();
  await settle();
}

const kindNow = (): string => store.getState().mode.kind;
const held = (): number | undefined => analysisOf(store.getState())?.segments.length;

/** Segments of the connection that the page holds when the mode has begun. */
const HELD: Readonly<Record<Mode["kind"], number>> = {
  exploring: LENGTH,
  veiled: 0,
  predicting: 0,
  touring: 1,
  comparing: LENGTH,
};

describe("from one mode into another", () => {
  const kinds = ["exploring", "veiled", "predicting", "touring", "comparing"] as const;
  const isRefused = (from: string, to: string): boolean =>
    to === "comparing" && ["veiled", "predicting", "touring"].includes(from);
  const changes = kinds.flatMap((from) =>
    kinds.filter((to) => to !== from && !isRefused(from, to)).map((to) => [from, to] as const),
  );

  test.each(changes)(
    "%s → %s: over the whole connection, with nothing marked or playing",
    async (from, to) => {
      await enter(from);
      store.getState().goTo(0);
      store.getState().mark([1]);
      store.setState({ isPlaying: true });
      await enter(to);
      expect(kindNow()).toBe(to);
      expect(held()).toBe(HELD[to]);
      expect(store.getState()).toMatchObject({ marked: null, isPlaying: false });
      await enter("exploring");
      expect([kindNow(), held()]).toEqual(["exploring", LENGTH]);
    },
  );

  test.each(kinds)("another connection is explored after %s", async (from) => {
    await enter(from);
    store.getState().selectConnection(1);
    expect(kindNow()).toBe("exploring");
    await settle();
    expect([kindNow(), held()]).toEqual(["exploring", 2]);
  });

  test.each(kinds)("nothing of %s is left of a capture that is closed", async (from) => {
    await enter(from);
    store.getState().closeCapture();
    await settle();
    expect(store.getState()).toMatchObject({ mode: { kind: "exploring" }, selection: null, offered: null });
  });
});

describe("what exploring shows beside the connection", () => {
  test("stays when another connection is chosen", async () => {
    store.getState().compare();
    store.getState().showCoverage("capture");
    store.getState().selectConnection(1);
    await settle();
    expect(store.getState().mode).toMatchObject({ compareMark: 0, coverage: { scope: "capture" } });
  });

  test("is gone in every other mode and after it", async () => {
    for (const kind of ["predicting", "touring", "comparing"] as const) {
      store.getState().showCoverage("capture");
      await enter(kind);
      await enter("exploring");
      expect(coverageOf(store.getState()), kind).toBeNull();
    }
  });

  test("a connection that waits to be compared waits no longer", async () => {
    store.getState().compare();
    store.getState().showCoverage("capture");
    await enter("exploring");
    expect(store.getState().mode).toMatchObject({ compareMark: null, coverage: { scope: "capture" } });
  });

  test("is no map while two are compared", async () => {
    await enter("comparing");
    store.getState().showCoverage("capture");
    store.getState().hideCoverage();
    expect(kindNow()).toBe("comparing");
  });
});

describe("what a class must not see yet", () => {
  test.each(["veiled", "predicting", "touring"] as const)(
    "is refused while %s, until one goes on",
    async (kind) => {
      await enter(kind);
      const asks = [
        () => store.getState().compare(),
        () => store.getState().compareWithExample("t"),
        () => store.getState().showCoverage("capture"),
      ];
      for (const ask of asks) {
        ask();
        await settle();
        expect(modeIn(store, kind)?.isRefused).toBe(true);
        store.getState().advance(-1);
        expect(modeIn(store, kind)?.isRefused).toBe(false);
      }
      store.getState().compare();
      store.getState().advance(1);
      await settle();
      // The lesson that waited has begun.
      expect(modeIn(store, kind)?.isRefused ?? false).toBe(false);
    },
  );

  test("may be seen at the end of a lesson", async () => {
    await enter("touring");
    for (let click = 0; click < 2; click++) {
      store.getState().advance(1);
      await settle();
    }
    expect([modeIn(store, "touring")?.step, held()]).toEqual([2, LENGTH]);
    store.getState().compare();
    expect([modeIn(store, "exploring")?.compareMark, held()]).toEqual([0, LENGTH]);
  });
});

describe("of two wishes in a row", () => {
  test("one is granted, and neither holds what the other hides", async () => {
    for (const [one, other] of [
      ["predicting", "touring"],
      ["touring", "predicting"],
      ["comparing", "touring"],
    ] as const) {
      ENTER[one]();
      ENTER[other]();
      await settle();
      expect([one, other]).toContain(kindNow());
      expect(held()).toBe(HELD[store.getState().mode.kind]);
      await enter("exploring");
      expect(held()).toBe(LENGTH);
      store.getState().goTo(0);
    }
  });

  test("a prediction that was left says nothing to the next one", async () => {
    await enter("predicting");
    store.getState().answer(0);
    store.getState().advance(1);
    store.getState().togglePredicting();
    store.getState().goTo(0);
    await enter("predicting");
    expect(modeIn(store, "predicting")).toMatchObject({ reach: 0, score: { asked: 0 }, phase: "asked" });
    expect(held()).toBe(0);
  });

  test("the same one twice is one", async () => {
    store.getState().togglePredicting();
    store.getState().togglePredicting();
    await settle();
    expect([kindNow(), held()]).toEqual(["predicting", 0]);
    await enter("exploring");
    store.getState().startTour();
    store.getState().startTour();
    await settle();
    expect([kindNow(), modeIn(store, "touring")?.step, held()]).toEqual(["touring", 0, 1]);
  });
});
