import { beforeEach, describe, expect, test, vi } from "vitest";
import type { ConnectionSoFar } from "../tcp/connections/connection-so-far.ts";
import { captureWith, summary } from "../testing/connection-summaries.ts";
import { analysisOfLength, openIn, nextTurn, SlowAnalyser } from "../testing/slow-analyser.ts";
import type { ReadProgress } from "../worker/analyser.ts";
import type { OpenedCapture } from "./opened-capture.ts";
import { phaseOf } from "./selectors.ts";
import { LARGEST_LOOK } from "./survey-captures.ts";
import { createSynfinStore, type SynfinStore } from "./synfin-store.ts";

function soFar(line: number, segments: number): ConnectionSoFar {
  const { client, server } = summary(line);
  return { line, client, server, rolesTold: true, segments };
}

function progressWith(...lines: ConnectionSoFar[]): ReadProgress {
  return { bytesRead: 1, bytesTotal: 2, segments: 0, connections: 0, lines };
}

/** A busy machine takes its time. */
const PATIENCE = { timeout: 10_000 };

let analyser: SlowAnalyser;
let surveyor: SlowAnalyser;
let store: SynfinStore;

beforeEach(() => {
  analyser = new SlowAnalyser();
  surveyor = new SlowAnalyser();
  store = createSynfinStore(analyser, "light", { examples: [], startAnalyser: () => surveyor });
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

  test("that is cancelled goes back to what was open, where one stood; from the way there to the empty page", async () => {
    await openWith(captureWith(summary(0), summary(1)));
    store.getState().selectConnection(1);
    await nextTurn();
    store.getState().filterBy("port:80");
    const { lastOpened } = store.getState();
    store.getState().openText("another", "…");
    store.getState().cancelOpening();
    analyser.opens.at(-1)?.answer({ ok: true, capture: captureWith(summary(0), summary(1)) });
    await nextTurn();
    const { capture, filter, selection, lastOpened: now } = store.getState();
    expect([capture.kind, filter, selection?.connection]).toEqual(["ready", "port:80", 1]);
    expect(now?.source).toBe(lastOpened?.source);
    store.getState().openText("another", "…");
    store.getState().cancelOpening();
    store.getState().cancelOpening();
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

describe("a capture whose connections are judged while it is on screen", () => {
  const judgedSoFar = (judged: number): OpenedCapture => ({
    ...captureWith(
      ...[0, 1, 2].map((id) => (id < judged ? summary(id) : Object.assign(summary(id), { verdict: null }))),
    ),
    judged,
  });

  async function openJudging(): Promise<void> {
    store.getState().openFile(new File(["x"], "a.pcap"));
    analyser.opens[0]?.judging(judgedSoFar(0));
    await nextTurn();
    analyser.analyses[0]?.answer(analysisOfLength(5));
    await nextTurn();
  }

  test("shows its first connection before the others are judged", async () => {
    await openJudging();
    expect(store.getState().selection).toMatchObject({ connection: 0, analysis: { kind: "ready" } });
    expect(phaseOf(store.getState())).toBe("judging");
  });

  test("keeps connection, position and filter while more is judged, and when all is", async () => {
    await openJudging();
    store.getState().goTo(3);
    store.getState().filterBy("port:80");
    const before = store.getState();
    const kept = ({ selection, position, filter, lastOpened }: typeof before) => ({
      selection,
      position,
      filter,
      lastOpened,
    });
    analyser.opens[0]?.judging(judgedSoFar(2));
    expect(store.getState().capture).toMatchObject({ kind: "ready", value: { judged: 2 } });
    expect(kept(store.getState())).toEqual(kept(before));
    analyser.opens[0]?.answer({ ok: true, capture: judgedSoFar(3) });
    await nextTurn();
    expect(phaseOf(store.getState())).toBe("ready");
    expect(kept(store.getState())).toEqual(kept(before));
    expect(analyser.analyses).toHaveLength(1);
  });

  test("says so when judging fails", async () => {
    await openJudging();
    const failure = { kind: "memory", name: "a.pcap", message: "no memory" } as const;
    analyser.opens[0]?.answer({ ok: false, failure });
    await nextTurn();
    expect(store.getState().capture).toEqual({ kind: "failed", failure });
  });

  test("reports nothing more once it is left", async () => {
    await openJudging();
    store.getState().closeCapture();
    analyser.opens[0]?.judging(judgedSoFar(2));
    expect(store.getState().capture.kind).toBe("empty");
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
    expect(store.getState().listed).toEqual([]);
  });

  test("starts again with another capture", () => {
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

  test("of several the first good one is opened, and the broken ones before it keep their failure", async () => {
    store.getState().openFiles([a, b, c]);
    analyser.opens[0]?.answer({ ok: false, failure: ZIP });
    await nextTurn();
    expect(store.getState().capture).toMatchObject({ kind: "loading", progress: { name: "b.pcap" } });
    analyser.opens[1]?.answer({ ok: true, capture: captureWith(summary(0)) });
    await nextTurn();
    expect(store.getState().capture.kind).toBe("ready");
    expect(store.getState().choice?.current).toBe(1);
    expect(store.getState().looks.get(a)).toEqual({ kind: "failed", failure: ZIP });
    expect(store.getState().looks.get(b)).toEqual({ kind: "read", connections: 1, outcomes: [] });
  });

  test("where all are broken, the failure of the first is on screen", async () => {
    const other = { ...ZIP, name: "b.pcap" };
    store.getState().openFiles([a, b]);
    analyser.opens[0]?.answer({ ok: false, failure: ZIP });
    await nextTurn();
    analyser.opens[1]?.answer({ ok: false, failure: other });
    await nextTurn();
    expect(store.getState().capture).toEqual({ kind: "failed", failure: ZIP });
    expect(store.getState().choice?.current).toBe(0);
    expect([...store.getState().looks.values()]).toEqual([
      { kind: "failed", failure: ZIP },
      { kind: "failed", failure: other },
    ]);
    // The one that was asked for says itself why it is not on screen.
    store.getState().chooseCapture(1);
    analyser.opens[2]?.answer({ ok: false, failure: other });
    await nextTurn();
    expect(store.getState().capture).toEqual({ kind: "failed", failure: other });
  });

  test("another file or none takes the place of the search for a good one", async () => {
    store.getState().openFiles([a, b]);
    store.getState().closeCapture();
    analyser.opens[0]?.answer({ ok: false, failure: ZIP });
    await nextTurn();
    expect(analyser.opens).toHaveLength(1);
    expect(store.getState()).toMatchObject({ capture: { kind: "empty" }, choice: null });
  });

  test("another analyser reads the files that were not opened, one after the other", async () => {
    const large = new File(["x"], "large.pcap");
    Object.defineProperty(large, "size", { value: LARGEST_LOOK + 1 });
    store.getState().openFiles([a, b, large, c]);
    analyser.opens[0]?.answer({ ok: true, capture: captureWith(summary(0)) });
    await vi.waitFor(() => expect(surveyor.opens).toHaveLength(1), PATIENCE);
    expect(surveyor.opens[0]?.about).toBe("b.pcap");
    expect(store.getState().looks.has(b)).toBe(false);
    surveyor.opens[0]?.answer({ ok: false, failure: { ...ZIP, name: "b.pcap" } });
    await vi.waitFor(() => expect(surveyor.opens).toHaveLength(2), PATIENCE);
    expect(surveyor.opens[1]?.about).toBe("c.pcap");
    expect(store.getState().looks.get(b)).toMatchObject({ kind: "failed" });
    expect(store.getState().looks.get(large)).toEqual({ kind: "left" });
    surveyor.opens[1]?.break(new Error("a fault"));
    await vi.waitFor(() => expect(store.getState().looks.get(c)).toMatchObject({ kind: "failed" }), PATIENCE);
  });

  test("looking stops when other files take their place", async () => {
    store.getState().openFiles([a, b]);
    analyser.opens[0]?.answer({ ok: true, capture: captureWith(summary(0)) });
    await vi.waitFor(() => expect(surveyor.opens).toHaveLength(1), PATIENCE);
    store.getState().openFile(c);
    surveyor.opens[0]?.progress(progressWith());
    expect(surveyor.cancels).toBe(1);
    surveyor.opens[0]?.answer({ ok: true, capture: captureWith(summary(0)) });
    await nextTurn();
    expect(store.getState().looks.size).toBe(0);
    expect(surveyor.opens).toHaveLength(1);
  });

  test("looking also stops while what was read is judged", async () => {
    store.getState().openFiles([a, b]);
    analyser.opens[0]?.answer({ ok: true, capture: captureWith(summary(0)) });
    await vi.waitFor(() => expect(surveyor.opens).toHaveLength(1));
    store.getState().openFile(c);
    surveyor.opens[0]?.judging({ ...captureWith(summary(0)), judged: 0 });
    expect(surveyor.cancels).toBe(1);
  });

  test("if judging a capture on screen fails, the page says so and opens no other", async () => {
    store.getState().openFiles([a, b]);
    analyser.opens[0]?.judging({ ...captureWith(summary(0)), judged: 0 });
    await nextTurn();
    const failure = { kind: "memory", name: "a.pcap", message: "no memory" } as const;
    analyser.opens[0]?.answer({ ok: false, failure });
    await nextTurn();
    expect(analyser.opens).toHaveLength(1);
    expect(store.getState().capture).toEqual({ kind: "failed", failure });
    expect(store.getState().choice?.current).toBe(0);
    expect(store.getState().looks.get(a)).toEqual({ kind: "failed", failure });
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
