import { beforeEach, describe, expect, test } from "vitest";
import type { ConnectionSoFar } from "../tcp/connection-so-far.ts";
import { captureWith, summary } from "../testing/connection-summaries.ts";
import { openIn, nextTurn, SlowAnalyser } from "../testing/slow-analyser.ts";
import type { ReadProgress } from "../worker/analyser.ts";
import { listedConnectionsOf } from "./listed-connections.ts";
import type { OpenedCapture } from "./opened-capture.ts";
import { phaseOf } from "./selectors.ts";
import { createSynfinStore, type SynfinStore } from "./synfin-store.ts";

function soFar(line: number, segments: number): ConnectionSoFar {
  const { client, server } = summary(line);
  return { line, client, server, rolesTold: true, segments };
}

function progressWith(...lines: ConnectionSoFar[]): ReadProgress {
  return { bytesRead: 1, bytesTotal: 2, segments: 0, connections: 0, judged: 0, lines };
}

let analyser: SlowAnalyser;
let store: SynfinStore;

beforeEach(() => {
  analyser = new SlowAnalyser();
  store = createSynfinStore(analyser);
});

const openWith = (capture: OpenedCapture, segments?: number) => openIn(store, analyser, capture, segments);

describe("opening", () => {
  test("shows the name at once, then how much was read", () => {
    store.getState().openText("pasted text", "x");
    expect(store.getState().capture).toEqual({
      kind: "loading",
      progress: { name: "pasted text", read: null, lines: [] },
    });
    const read = progressWith();
    analyser.opens[0]?.progress(read);
    expect(store.getState().capture).toEqual({
      kind: "loading",
      progress: { name: "pasted text", read, lines: [] },
    });
  });

  test("selects the first connection and stands before its first segment", async () => {
    await openWith(captureWith(summary(0), summary(1)));
    expect(store.getState().selection?.connection).toBe(0);
    expect(store.getState().position).toBe(0);
    expect(phaseOf(store.getState())).toBe("ready");
  });

  test("is not ready before the first connection is analysed", async () => {
    store.getState().openText("pasted text", "x");
    analyser.opens[0]?.answer({ ok: true, capture: captureWith(summary(0)) });
    await nextTurn();
    expect(phaseOf(store.getState())).toBe("loading");
  });

  test("keeps the reason of a refusal", async () => {
    store.getState().openFile(new File(["PK"], "a.zip"));
    const failure = { kind: "refused", name: "a.zip", refusal: { kind: "zip" } } as const;
    analyser.opens[0]?.answer({ ok: false, failure });
    await nextTurn();
    expect(store.getState().capture).toEqual({ kind: "failed", failure });
  });

  test("calls an analyser that breaks a fault of ours", async () => {
    store.getState().openFile(new File([""], "a.pcap"));
    analyser.opens[0]?.break(new Error("the worker ended"));
    await nextTurn();
    expect(store.getState().capture).toEqual({
      kind: "failed",
      failure: { kind: "fault", name: "a.pcap", message: "the worker ended" },
    });
  });

  test("drops the answer and the progress of a capture that was left", async () => {
    store.getState().openText("first", "1");
    store.getState().openText("second", "2");
    analyser.opens[0]?.progress(progressWith(soFar(0, 2)));
    analyser.opens[0]?.answer({ ok: true, capture: captureWith(summary(0)) });
    await nextTurn();
    expect(store.getState().capture).toEqual({
      kind: "loading",
      progress: { name: "second", read: null, lines: [] },
    });
  });

  test("can be cancelled: back to the empty page, and the late answer is dropped", async () => {
    store.getState().openText("first", "1");
    store.getState().cancelOpening();
    expect(analyser.cancels).toBe(1);
    analyser.opens[0]?.answer({ ok: true, capture: captureWith(summary(0)) });
    await nextTurn();
    expect(store.getState().capture.kind).toBe("empty");
  });

  test("forgets filter, order and position of the capture before", async () => {
    await openWith(captureWith(summary(0)));
    store.getState().filterBy("outcome:complete");
    store.getState().sortBy("payload");
    store.getState().goTo(2);
    await openWith(captureWith(summary(0)));
    const { filter, order, position } = store.getState();
    expect({ filter, order: order.column, position }).toEqual({ filter: "", order: "start", position: 0 });
  });
});

describe("the list while reading", () => {
  test("gains new lines and takes the later figures of a line it has", () => {
    store.getState().openText("pasted text", "x");
    analyser.opens[0]?.progress(progressWith(soFar(0, 2), soFar(1, 1)));
    analyser.opens[0]?.progress(progressWith(soFar(1, 5), soFar(2, 1)));
    const { capture } = store.getState();
    const lines = capture.kind === "loading" ? capture.progress.lines : [];
    expect(lines.map(({ line, segments }) => [line, segments])).toEqual([
      [0, 2],
      [1, 5],
      [2, 1],
    ]);
    expect(phaseOf(store.getState())).toBe("loading");
    expect(listedConnectionsOf(store.getState())).toEqual([]);
  });

  test("begins anew with another capture", () => {
    store.getState().openText("first", "1");
    analyser.opens[0]?.progress(progressWith(soFar(0, 2)));
    store.getState().openText("second", "2");
    expect(store.getState().capture).toMatchObject({ progress: { name: "second", lines: [] } });
  });
});

describe("several files at once", () => {
  const [a, b, c] = ["a.pcap", "b.pcap", "c.pcap"].map((name) => new File([name], name)) as [
    File,
    File,
    File,
  ];
  const ZIP = { kind: "refused", name: "a.pcap", refusal: { kind: "zip" } } as const;

  test("the first is opened, another when it is chosen", async () => {
    store.getState().openFiles([a, b]);
    analyser.opens[0]?.answer({ ok: true, capture: captureWith(summary(0)) });
    await nextTurn();
    store.getState().chooseCapture(1);
    expect(analyser.opens.map(({ about }) => about)).toEqual(["a.pcap", "b.pcap"]);
    expect(store.getState().choice).toMatchObject({ current: 1 });
    store.getState().chooseCapture(7);
    expect(analyser.opens).toHaveLength(2);
  });

  test("a refused one says so in its entry, and the others can be chosen", async () => {
    store.getState().openFiles([a, b]);
    analyser.opens[0]?.answer({ ok: false, failure: ZIP });
    await nextTurn();
    expect(store.getState().choice?.entries.map(({ failure }) => failure)).toEqual([ZIP, null]);
    store.getState().chooseCapture(1);
    analyser.opens[1]?.answer({ ok: true, capture: captureWith(summary(0)) });
    await nextTurn();
    expect(store.getState().capture.kind).toBe("ready");
    expect(store.getState().choice?.entries[0]?.failure).toEqual(ZIP);
  });

  test("a single file leaves nothing to choose, and takes the place of the files before", () => {
    store.getState().openFiles([a, b]);
    store.getState().openFiles([c]);
    expect(store.getState().choice).toBeNull();
    expect(analyser.opens.at(-1)?.about).toBe("c.pcap");
  });

  test("from a refused file there is a way back to the capture before and the files beside it", async () => {
    store.getState().openFiles([a, b]);
    analyser.opens[0]?.answer({ ok: true, capture: captureWith(summary(0)) });
    await nextTurn();
    store.getState().openFiles([c]);
    analyser.opens[1]?.answer({ ok: false, failure: ZIP });
    await nextTurn();
    store.getState().openLast();
    expect(analyser.opens.at(-1)?.about).toBe("a.pcap");
    expect(store.getState().choice?.entries.map(({ file }) => file)).toEqual([a, b]);
  });
});
