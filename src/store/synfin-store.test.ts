import { beforeEach, describe, expect, test } from "vitest";
import { Mark } from "../segments/segment-table.ts";
import { captureWith, summary } from "../testing/connection-summaries.ts";
import { analysisOfLength, openIn, nextTurn, SlowAnalyser } from "../testing/slow-analyser.ts";
import type { OpenedCapture } from "./opened-capture.ts";
import { nextNumbersOf, numbersShownOf, tellsWireNumbers } from "./selectors.ts";
import { createSynfinStore, type SynfinStore } from "./synfin-store.ts";

let analyser: SlowAnalyser;
let store: SynfinStore;

beforeEach(() => {
  analyser = new SlowAnalyser();
  store = createSynfinStore(analyser);
});

const openWith = (capture: OpenedCapture, segments?: number) => openIn(store, analyser, capture, segments);

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
