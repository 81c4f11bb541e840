import { beforeEach, describe, expect, test } from "vitest";
import { Mark } from "../segments/segment-table.ts";
import { captureWith, summary } from "../testing/connection-summaries.ts";
import { analysisOfLength, nextTurn, slowStore } from "../testing/slow-analyser.ts";
import { nextNumbersOf, numbersShownOf, tellsWireNumbers } from "./selectors.ts";

let { analyser, store, openWith } = slowStore();

beforeEach(() => {
  ({ analyser, store, openWith } = slowStore());
});

describe("sequence numbers", () => {
  test("are shown in the form that was chosen", async () => {
    await openWith(captureWith(summary(0)));
    store.getState().showNumbers("wire");
    expect(numbersShownOf(store.getState())).toBe("wire");
    expect(nextNumbersOf(store.getState())).toBe("hexadecimal");
    store.getState().showNumbers("hexadecimal");
    expect(numbersShownOf(store.getState())).toBe("hexadecimal");
    expect(nextNumbersOf(store.getState())).toBe("relative");
  });

  test("stay relative where the text tells no others, and go back to the choice afterwards", async () => {
    await openWith(captureWith(summary(0), summary(1)));
    store.getState().showNumbers("wire");
    store.getState().selectConnection(1);
    analyser.analyses.at(-1)?.answer(analysisOfLength(3, Mark.SequenceRelative));
    await nextTurn();
    expect(tellsWireNumbers(store.getState())).toBe(false);
    expect(numbersShownOf(store.getState())).toBe("relative");
    expect(nextNumbersOf(store.getState())).toBe("relative");
    store.getState().selectConnection(0);
    analyser.analyses.at(-1)?.answer(analysisOfLength(3));
    await nextTurn();
    expect(numbersShownOf(store.getState())).toBe("wire");
  });
});
