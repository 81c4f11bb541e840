import { expect, test } from "vitest";
import { present } from "../../base/assert.ts";
import { createSynfinStore } from "../../store/synfin-store.ts";
import { compactAnalyser } from "../../testing/compact-analyser.ts";
import { analysesOfCase } from "../../testing/drawn-sequence.ts";
import { layerOf } from "./layer.ts";

test("a layer is the same one until it tells something else", () => {
  const analysis = present(analysesOfCase("A03")[0], "the connection");
  const store = createSynfinStore(compactAnalyser("cS sR."), "system");
  let made = 0;
  const notes = layerOf(
    ({ marked }) => marked,
    (marked, _, language) => ({ name: "notes", wordsAt: () => [`${++made} ${marked.join()} ${language}`] }),
  );
  const now = (language: "en" | "ko" = "en") => notes(store.getState(), analysis, language);
  expect(now()).toBeNull();
  store.getState().mark([1, 2]);
  const first = present(now(), "the layer");
  store.getState().look({ tab: "header" });
  expect(now()).toBe(first);
  expect(now("ko")?.wordsAt?.(1)).toEqual(["1 1,2 ko"]);
  store.getState().mark([3]);
  expect(now()?.wordsAt?.(1)).toEqual(["2 3 en"]);
});
