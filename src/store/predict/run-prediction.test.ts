import { beforeEach, describe, expect, test } from "vitest";
import { compactAnalyser } from "../../testing/compact-analyser.ts";
import { modeIn } from "../../testing/mode-in.ts";
import { settle } from "../../testing/settle.ts";
import { EXPLORING } from "../mode.ts";
import { analysisOf } from "../selectors.ts";
import { createSynfinStore, type SynfinStore } from "../synfin-store.ts";
import type { Question } from "./question.ts";

let store: SynfinStore;

/** Opens the exchange and begins to guess. */
async function guess(compact: string): Promise<void> {
  store = createSynfinStore(compactAnalyser(compact));
  store.getState().openText("t", "t");
  await settle();
  store.getState().togglePredicting();
  await settle();
}

const question = (): Question | null => modeIn(store, "predicting")?.question ?? null;
const revealed = (): number => analysisOf(store.getState())?.segments.length ?? -1;

describe("guessing", () => {
  beforeEach(() => guess("cS sS. c. cF. sF. c."));

  test("begins with nothing revealed and asks what TCP determines", () => {
    expect(revealed()).toBe(0);
    expect(question()).toMatchObject({ kind: "state", side: "client", from: "CLOSED" });
    expect(modeIn(store, "predicting")).toMatchObject({ phase: "asked", reach: 0, chosen: null });
  });

  test("an answer reveals one segment and counts", async () => {
    store.getState().answer(question()?.right ?? -1);
    expect(revealed()).toBe(1);
    expect(store.getState()).toMatchObject({
      position: 1,
      mode: { phase: "told", score: { right: 1, asked: 1 } },
    });
    store.getState().advance(1);
    await settle();
    store.getState().answer(-1);
    expect(modeIn(store, "predicting")?.score).toEqual({ right: 1, asked: 2 });
    expect(revealed()).toBe(2);
  });

  test("a clicker alone reveals without an answer, which is not counted, and asks on to the end", async () => {
    for (let click = 0; click < 11; click++) {
      store.getState().advance(1);
      await settle();
    }
    expect(modeIn(store, "predicting")).toMatchObject({ phase: "told", score: { asked: 0 } });
    expect(revealed()).toBe(6);
    store.getState().advance(1);
    await settle();
    expect(modeIn(store, "predicting")?.phase).toBe("over");
  });

  test("no way of stepping gets beyond what is revealed", async () => {
    store.getState().goTo(6);
    store.getState().step(3);
    store.getState().togglePlaying();
    store.getState().playTo(5);
    expect(store.getState().position).toBe(0);
    expect(revealed()).toBe(0);
  });

  test("one may go back and forth among the revealed segments", async () => {
    store.getState().answer(0);
    store.getState().advance(-1);
    expect(store.getState()).toMatchObject({ position: 0, mode: { phase: "told" } });
    store.getState().advance(1);
    expect(store.getState()).toMatchObject({ position: 1, mode: { phase: "told" } });
  });

  test("ending it shows everything, from where one stands", async () => {
    store.getState().answer(0);
    store.getState().togglePredicting();
    expect(store.getState()).toMatchObject({ mode: EXPLORING, position: 1 });
    expect(revealed()).toBe(6);
  });

  test("ends and starts again from the beginning, with a score of 0", async () => {
    store.getState().answer(question()?.right ?? -1);
    store.getState().togglePredicting();
    store.getState().goTo(0);
    store.getState().togglePredicting();
    await settle();
    expect(modeIn(store, "predicting")).toMatchObject({ phase: "asked", reach: 0, score: { asked: 0 } });
    expect(revealed()).toBe(0);
  });

  test("closing the capture ends it", () => {
    store.getState().closeCapture();
    expect(modeIn(store, "predicting")).toBeNull();
  });
});
