import { beforeEach, describe, expect, test } from "vitest";
import { Mark } from "../segments/segment-table.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import type { ConnectionSoFar } from "../tcp/connection-so-far.ts";
import { captureWith, summary } from "../testing/connection-summaries.ts";
import type { Analyser, OpenedCapture, OpenOutcome, ReadProgress } from "../worker/analyser.ts";
import { listedConnectionsOf } from "./listed-connections.ts";
import { nextNumbersOf, numbersShownOf, phaseOf, tellsWireNumbers } from "./selectors.ts";
import { createSynfinStore, shownAnalysisOf, type SynfinStore } from "./synfin-store.ts";

interface Question<Answer> {
  readonly about: string;
  readonly answer: (answer: Answer) => void;
  readonly break: (error: Error) => void;
  readonly progress: (progress: ReadProgress) => void;
}

/** An analyser that answers when the test says so. */
class SlowAnalyser implements Analyser {
  readonly opens: Question<OpenOutcome | null>[] = [];
  readonly analyses: Question<ConnectionAnalysis | null>[] = [];
  cancels = 0;

  open(source: Parameters<Analyser["open"]>[0], onProgress: (progress: ReadProgress) => void) {
    const { promise, resolve, reject } = withResolvers<OpenOutcome | null>();
    const about = source.kind === "file" ? source.file.name : source.name;
    this.opens.push({ about, answer: resolve, break: reject, progress: onProgress });
    return promise;
  }

  cancel(): void {
    this.cancels++;
  }

  encodeLink() {
    return Promise.resolve(null);
  }

  arrowsTaken() {
    return Promise.resolve(null);
  }

  analyse(connection: number) {
    const { promise, resolve, reject } = withResolvers<ConnectionAnalysis | null>();
    this.analyses.push({
      about: String(connection),
      answer: resolve,
      break: reject,
      progress: () => undefined,
    });
    return promise;
  }
}

function withResolvers<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((fulfil, fail) => {
    resolve = fulfil;
    reject = fail;
  });
  return { promise, resolve, reject };
}

/** Lets everything that waits for an answer run on. */
const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

/** The store asks an analysis for nothing but its length and marks. */
function analysisOfLength(length: number, mark = 0): ConnectionAnalysis {
  return { segments: { length, marks: new Uint16Array(length).fill(mark) } } as ConnectionAnalysis;
}

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

async function openWith(
  capture: OpenedCapture,
  segments = 3,
  annotations: ConnectionAnalysis["annotations"] = [],
): Promise<void> {
  store.getState().openText("pasted text", "x");
  analyser.opens.at(-1)?.answer({ ok: true, capture });
  await settle();
  analyser.analyses.at(-1)?.answer({ ...analysisOfLength(segments), annotations });
  await settle();
}

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
    await settle();
    expect(phaseOf(store.getState())).toBe("loading");
  });

  test("keeps the reason of a refusal", async () => {
    store.getState().openFile(new File(["PK"], "a.zip"));
    const failure = { kind: "refused", name: "a.zip", refusal: { kind: "zip" } } as const;
    analyser.opens[0]?.answer({ ok: false, failure });
    await settle();
    expect(store.getState().capture).toEqual({ kind: "failed", failure });
  });

  test("calls an analyser that breaks a fault of ours", async () => {
    store.getState().openFile(new File([""], "a.pcap"));
    analyser.opens[0]?.break(new Error("the worker ended"));
    await settle();
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
    await settle();
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
    await settle();
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
    await settle();
    store.getState().chooseCapture(1);
    expect(analyser.opens.map(({ about }) => about)).toEqual(["a.pcap", "b.pcap"]);
    expect(store.getState().choice).toMatchObject({ current: 1 });
    store.getState().chooseCapture(7);
    expect(analyser.opens).toHaveLength(2);
  });

  test("a refused one says so in its entry, and the others can be chosen", async () => {
    store.getState().openFiles([a, b]);
    analyser.opens[0]?.answer({ ok: false, failure: ZIP });
    await settle();
    expect(store.getState().choice?.entries.map(({ failure }) => failure)).toEqual([ZIP, null]);
    store.getState().chooseCapture(1);
    analyser.opens[1]?.answer({ ok: true, capture: captureWith(summary(0)) });
    await settle();
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
    await settle();
    store.getState().openFiles([c]);
    analyser.opens[1]?.answer({ ok: false, failure: ZIP });
    await settle();
    store.getState().openLast();
    expect(analyser.opens.at(-1)?.about).toBe("a.pcap");
    expect(store.getState().choice?.entries.map(({ file }) => file)).toEqual([a, b]);
  });
});

describe("selecting", () => {
  test("drops the late analysis of a connection that was left", async () => {
    await openWith(captureWith(summary(0), summary(1), summary(2)));
    store.getState().selectConnection(1);
    store.getState().selectConnection(2);
    analyser.analyses[2]?.answer(analysisOfLength(22));
    analyser.analyses[1]?.answer(analysisOfLength(11));
    await settle();
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
    await settle();
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
    expect(listedConnectionsOf(store.getState()).map(({ id }) => id)).toEqual([2, 0]);
    store.getState().moveSelection(-1);
    expect(store.getState().selection?.connection).toBe(2);
    store.getState().moveSelection(-1);
    expect(store.getState().selection?.connection).toBe(2);
  });

  test("an emptied filter shows all again", async () => {
    await openWith(captureWith(summary(0), summary(1, { outcome: "refused" })));
    store.getState().filterBy("outcome:refused");
    expect(listedConnectionsOf(store.getState())).toHaveLength(1);
    store.getState().filterBy("");
    expect(listedConnectionsOf(store.getState())).toHaveLength(2);
  });
});

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
    await settle();
    expect(tellsWireNumbers(store.getState())).toBe(false);
    expect(numbersShownOf(store.getState())).toBe("relative");
    expect(nextNumbersOf(store.getState())).toBe("relative");
    store.getState().selectConnection(0);
    analyser.analyses.at(-1)?.answer(analysisOfLength(3));
    await settle();
    expect(numbersShownOf(store.getState())).toBe("wire");
  });
});
