import { expect, test } from "vitest";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import { answering } from "../testing/answering.ts";
import { portedAnalyser } from "../testing/ported-analyser.ts";
import { WHOLE_LINK } from "../testing/whole-link.ts";
import type { OpenedCapture, Practice } from "./analyser.ts";
import type { CaptureSource } from "./capture-source.ts";
import type { ConnectedAnalyser } from "./connect-analyser.ts";
import {
  type ConnectionKind,
  type ConnectionTable,
  type JudgedPart,
  TableLines,
} from "./connection-table.ts";
import { KINDS_A_NOTICE } from "./protocol.ts";
import type { WorkingAnalyser } from "./working-analyser.ts";

const TEXT: CaptureSource = { kind: "text", name: "pasted text", text: "" };
/** The page's side of a real message channel, at whose other end the given analyser answers. */
function connected(analyser: Partial<WorkingAnalyser & Practice>): ConnectedAnalyser {
  return portedAnalyser({
    open: () => Promise.resolve(null),
    cancel: () => {},
    ask: answering(),
    practise: () => {},
    ...analyser,
  });
}

/** One connection of each kind; what tells the kinds apart is how many segments they have. */
function tableOf(length: number): ConnectionTable {
  const column = (): Float64Array => new Float64Array(length).fill(Number.NaN);
  const kinds = Array.from({ length }, (_, segments) => ({ segments }) as ConnectionKind);
  const client = new Uint32Array(length);
  const flows = {
    length: 1,
    fields: new Int32Array([0x0a000001, 0x0a000002, 40_000 | (1 << 30), 80]),
    octets: new Uint8Array(0),
    texts: new Map<number, string>(),
    portNames: [],
  };
  const payload = new Float64Array(2 * length);
  const kind = Uint32Array.from(kinds, ({ segments }) => segments);
  const [start, end, duration] = [column(), column(), column()];
  const [handshakeRoundTrip, openingTime, zeroWindow] = [column(), column(), column()];
  const times = { start, end, duration, handshakeRoundTrip, openingTime, zeroWindow };
  return { length, kind, kinds, client, flows, ...times, payload };
}

function captureOf<Connections>(connections: Connections, judged: number): OpenedCapture<Connections> {
  return {
    name: "x",
    size: 1,
    format: "pcap",
    isCompressed: false,
    damage: null,
    records: 1,
    segments: 1,
    skipped: [],
    warnings: [],
    warningCount: 0,
    hasSockets: false,
    timeBase: { kind: "epoch", origin: 5n },
    hostNames: new Map([["10.0.0.1", "a"]]),
    connections,
    judged,
    outcomes: [],
    link: null,
    run: null,
    merge: null,
  };
}

/** Of an analysis only what crosses the port in a special way. */
function analysisOf(id: number): ConnectionAnalysis {
  return {
    connection: { id, rows: new Uint32Array([0, 1]) },
    segments: { length: 2, frame: new Uint32Array([7, 8]), timeBase: { kind: "epoch", origin: 1n } },
    fate: new Uint8Array([1, 2]),
  } as unknown as ConnectionAnalysis;
}

/** What the page is shown while it is judged, and in the end. */
async function opened(analyser: ConnectedAnalyser) {
  const shown: OpenedCapture[] = [];
  const outcome = await analyser.open(
    TEXT,
    () => {},
    (capture) => shown.push(capture),
  );
  return { shown, outcome };
}

test("an outcome arrives whole, with its connections in order, however many kinds there are", async () => {
  const table = tableOf(2 * KINDS_A_NOTICE + 1);
  const analyser = connected({
    open: (_, { onListed }) => {
      onListed(captureOf(table, table.length));
      return Promise.resolve({ ok: true });
    },
  });
  const { shown, outcome } = await opened(analyser);
  const lines = outcome?.ok === true ? [...outcome.capture.connections] : [];
  expect(outcome).toMatchObject({ ok: true, capture: { ...captureOf(null, 2001), connections: {} } });
  expect(lines.map(({ id }) => id)).toEqual(Array.from({ length: 2001 }, (_, id) => id));
  expect(lines.map(({ segments }) => segments)).toEqual(lines.map(({ id }) => id));
  expect(lines[2000]).toMatchObject({
    client: { address: "10.0.0.1", port: 40_000 },
    server: { address: "10.0.0.2", port: 80 },
  });
  // Nothing was left to be judged, and the columns have moved.
  expect(shown).toEqual([]);
  expect(table.start.length).toBe(0);
});

test("what is judged later takes its place, and what was shown before stays as it was", async () => {
  const verdict = { outcome: "refused", startCaptured: true, opening: "none", closing: "none" } as const;
  const judgedKind = { segments: 7, verdict } as unknown as ConnectionKind;
  const outcomes = [{ outcome: "refused", startCaptured: true, count: 2 }] as const;
  const part = (from: number, count: number, kinds: ConnectionKind[], isShown: boolean): JudgedPart => {
    const { start, end, handshakeRoundTrip, openingTime, zeroWindow, kind } = tableOf(count);
    const columns = {
      start,
      end,
      handshakeRoundTrip,
      openingTime,
      zeroWindow,
      kind: kind.fill(3),
      duration: new Float64Array(count).fill(5),
      payload: new Float64Array(2 * count).fill(from),
    };
    return { from, columns, kinds, outcomes, isShown };
  };
  const analyser = connected({
    open: (_, { onListed, onJudged }) => {
      const { kinds, ...table } = tableOf(3);
      onListed(
        captureOf({ ...table, kinds: kinds.map((kind) => Object.assign(kind, { verdict: null })) }, 0),
      );
      onJudged(part(0, 1, [judgedKind], false));
      onJudged(part(1, 1, [], true));
      onJudged(part(2, 1, [], false));
      return Promise.resolve({ ok: true });
    },
  });
  const { shown, outcome } = await opened(analyser);
  const tell = ({ judged, connections }: OpenedCapture): unknown => {
    const lines = Array.from(
      connections,
      ({ segments, verdict: said }) => said && [segments, said.duration, said.payload.client],
    );
    return { judged, lines };
  };
  const told = [...shown, ...(outcome?.ok ? [outcome.capture] : [])].map(tell);
  expect(told).toEqual([
    { judged: 0, lines: [null, null, null] },
    { judged: 2, lines: [[7, 5, 0], [7, 5, 1], null] },
    {
      judged: 3,
      lines: [
        [7, 5, 0],
        [7, 5, 1],
        [7, 5, 2],
      ],
    },
  ]);
  expect(shown[1]?.outcomes).toEqual(outcomes);
});

test("a line that is asked for again is the same one", async () => {
  const lines = new TableLines(tableOf(1000));
  expect(lines.at(7)).toBe(lines.at(7));
  expect([lines.at(-1), lines.at(1000), lines.at(Number.NaN)]).toEqual([undefined, undefined, undefined]);
  for (let place = 0; place < 1000; place++) expect(lines.at(place)?.id).toBe(place);
});

test("progress arrives before the answer, for the request it belongs to", async () => {
  const seen: string[] = [];
  const analyser = connected({
    open: (source, { onProgress }) => {
      const name = source.kind === "text" ? source.name : "";
      onProgress({
        bytesRead: name.length,
        bytesTotal: 9,
        segments: 0,
        connections: 0,
        lines: [],
      });
      return Promise.resolve(null);
    },
  });
  const openOne = (name: string): Promise<unknown> =>
    analyser.open({ kind: "text", name, text: "" }, ({ bytesRead }) => seen.push(`${name} ${bytesRead}`));
  await Promise.all([openOne("a"), openOne("bcd")]);
  expect(seen).toEqual(["a 1", "bcd 3"]);
});

test("every analysis goes to who asked for it, in whatever order the answers come", async () => {
  const late = new Map<number, () => void>();
  const analyser = connected({
    ask: answering({
      analyse: (connection) =>
        new Promise((resolve) => late.set(connection, () => resolve(analysisOf(connection)))),
    }),
  });
  const both = [analyser.ask("analyse", 1), analyser.ask("analyse", 2)];
  await expect.poll(() => late.size).toBe(2);
  late.get(2)?.();
  late.get(1)?.();
  expect((await Promise.all(both)).map((analysis) => analysis?.connection.id)).toEqual([1, 2]);
});

test("the columns of an analysis move to the page instead of being copied", async () => {
  const made = analysisOf(3);
  const analyser = connected({ ask: answering({ analyse: () => Promise.resolve(made) }) });
  const arrived = await analyser.ask("analyse", 3);
  expect([...(arrived?.segments.frame ?? [])]).toEqual([7, 8]);
  expect([...(arrived?.fate ?? [])]).toEqual([1, 2]);
  expect(made.segments.frame.length).toBe(0);
  expect(made.fate.length).toBe(0);
});

test("a fault at the other end rejects the request and no other", async () => {
  const analyser = connected({
    ask: answering({
      analyse: (connection) =>
        connection === 1 ? Promise.reject(new Error("sndUna is missing")) : Promise.resolve(null),
    }),
  });
  await expect(analyser.ask("analyse", 1)).rejects.toThrow("sndUna is missing");
  expect(await analyser.ask("analyse", 2)).toBeNull();
});

test("a worker that broke answers everything, also what is asked later", async () => {
  const analyser = connected({ open: () => new Promise(() => {}) });
  const opening = analyser.open(TEXT, () => {});
  analyser.fail(new Error("the worker could not be started"));
  await expect(opening).rejects.toThrow("the worker could not be started");
  await expect(analyser.ask("analyse", 0)).rejects.toThrow("the worker could not be started");
});

test("what was asked of a capture that is left is answered with null", async () => {
  const never = (): Promise<null> => new Promise(() => {});
  const analyser = connected({ open: never, ask: never });
  const asked = [
    analyser.open(TEXT, () => {}),
    analyser.ask("analyse", 0),
    analyser.ask("encodeLink", 0, WHOLE_LINK),
    analyser.ask("arrowsTaken"),
  ];
  analyser.leave();
  expect(await Promise.all(asked)).toEqual([null, null, null, null]);
});

test("cancel reaches the analyser", async () => {
  let cancelled = 0;
  connected({ cancel: () => cancelled++ }).cancel();
  await expect.poll(() => cancelled).toBe(1);
});
