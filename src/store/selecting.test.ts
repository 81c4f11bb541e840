import { beforeEach, describe, expect, test } from "vitest";
import { captureWith, summary } from "../testing/connection-summaries.ts";
import { analysisOfLength, nextTurn, slowStore } from "../testing/slow-analyser.ts";
import { shownAnalysisOf } from "./selection.ts";
import { phaseOf } from "./selectors.ts";

let { analyser, store, openWith } = slowStore();

beforeEach(() => {
  ({ analyser, store, openWith } = slowStore());
});

describe("selecting", () => {
  test("drops the late analysis of a connection that was left", async () => {
    await openWith(captureWith(summary(0), summary(1), summary(2)));
    store.getState().selectConnection(1);
    store.getState().selectConnection(2);
    analyser.analyses[2]?.answer(analysisOfLength(22));
    analyser.analyses[1]?.answer(analysisOfLength(11));
    await nextTurn();
    expect(store.getState().selection).toEqual({
      connection: 2,
      analysis: { kind: "ready", value: analysisOfLength(22) },
    });
  });

  test("keeps the connection before on screen until the next one is there", async () => {
    await openWith(captureWith(summary(0), summary(1)), 3);
    store.getState().goTo(2);
    const before = shownAnalysisOf(store.getState().selection);
    store.getState().selectConnection(1);
    store.getState().step(1);
    expect(shownAnalysisOf(store.getState().selection)).toBe(before);
    expect(store.getState().position).toBe(2);
    expect(phaseOf(store.getState())).toBe("loading");
    analyser.analyses[1]?.answer(analysisOfLength(9));
    await nextTurn();
    expect(shownAnalysisOf(store.getState().selection)).toEqual(analysisOfLength(9));
    expect(store.getState().position).toBe(0);
  });

  test("moves along the list as it is filtered and sorted", async () => {
    await openWith(
      captureWith(
        summary(0, { segments: 5 }),
        summary(1, { segments: 9, outcome: "refused" }),
        summary(2, { segments: 7 }),
      ),
    );
    store.getState().filterBy("outcome:complete");
    store.getState().sortBy("segments");
    store.getState().sortBy("segments");
    await expect.poll(() => Array.from(store.getState().listed, ({ id }) => id)).toEqual([2, 0]);
    store.getState().moveSelection(-1);
    expect(store.getState().selection?.connection).toBe(2);
    store.getState().moveSelection(-1);
    expect(store.getState().selection?.connection).toBe(2);
  });

  test("who goes down the list finds the next one analysed already", async () => {
    await openWith(captureWith(summary(0), summary(1), summary(2), summary(3)));
    store.getState().moveSelection(1);
    analyser.analyses[1]?.answer(analysisOfLength(11));
    await nextTurn();
    expect(analyser.analyses.map(({ about }) => about)).toEqual(["0", "1", "2"]);
    analyser.analyses[2]?.answer(analysisOfLength(22));
    await nextTurn();
    store.getState().goTo(5);
    store.getState().moveSelection(1);
    expect(store.getState().selection).toEqual({
      connection: 2,
      analysis: { kind: "ready", value: analysisOfLength(22) },
    });
    expect(store.getState().position).toBe(0);
    await nextTurn();
    expect(analyser.analyses.map(({ about }) => about)).toEqual(["0", "1", "2", "3"]);
  });

  test("what was analysed ahead is not shown for another connection, nor in another capture", async () => {
    const capture = captureWith(summary(0), summary(1), summary(2), summary(3));
    await openWith(capture);
    store.getState().moveSelection(1);
    analyser.analyses[1]?.answer(analysisOfLength(11));
    await nextTurn();
    analyser.analyses[2]?.answer(analysisOfLength(22));
    await nextTurn();
    await openWith(capture);
    store.getState().selectConnection(2);
    expect(phaseOf(store.getState())).toBe("loading");
    expect(analyser.analyses.at(-1)?.about).toBe("2");
  });

  test("a connection of very many segments is analysed only when it is asked for", async () => {
    await openWith(captureWith(summary(0), summary(1), summary(2, { segments: 100_000 })));
    store.getState().moveSelection(1);
    analyser.analyses[1]?.answer(analysisOfLength(11));
    await nextTurn();
    expect(analyser.analyses).toHaveLength(2);
  });

  test("an emptied filter shows all again", async () => {
    await openWith(captureWith(summary(0), summary(1, { outcome: "refused" })));
    store.getState().filterBy("outcome:refused");
    await expect.poll(() => store.getState().listed).toHaveLength(1);
    store.getState().filterBy("");
    expect(store.getState().listed).toHaveLength(2);
  });
});
