import { expect, test } from "vitest";
import { present } from "../base/assert.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import { unportedAnalyser } from "../testing/ported-analyser.ts";
import type { Analyser, OpenedCapture, ReadProgress } from "./analyser.ts";
import type { CaptureSource } from "./capture-source.ts";

/** One refused connection from this port: a SYN and the RST that answers it. */
function refusedConnection(port: number): string {
  const client = `10.0.0.1.${port}`;
  return (
    `12:00:00.000000 IP ${client} > 10.0.0.2.80: Flags [S], seq ${port}, win 64240, length 0\n` +
    `12:00:00.000100 IP 10.0.0.2.80 > ${client}: Flags [R.], seq 0, ack ${port + 1}, win 0, length 0\n`
  );
}

function text(content: string): CaptureSource {
  return { kind: "text", name: "pasted text", text: content };
}

function file(content: BlobPart, name = "capture"): CaptureSource {
  return { kind: "file", file: new File([content], name) };
}

const MANY = Array.from({ length: 3000 }, (_, index) => refusedConnection(10_000 + index)).join("");
/** A repeated SYN makes them unlike each other: each has to be judged by itself. */
const MANY_UNLIKE = Array.from({ length: 3000 }, (_, index) => {
  const [syn = "", ...rest] = refusedConnection(10_000 + index).split("\n");
  return [syn, syn, ...rest].join("\n");
}).join("");
const ignore = (): void => {};

async function opened(analyser: Analyser, source: CaptureSource): Promise<OpenedCapture> {
  const outcome = await analyser.open(source, ignore);
  if (!outcome?.ok) throw new Error(`not opened: ${JSON.stringify(outcome)}`);
  return outcome.capture;
}

test("a capture is described, its connections judged", async () => {
  const capture = await opened(unportedAnalyser(), text(refusedConnection(4711)));
  expect(capture).toMatchObject({
    name: "pasted text",
    format: "text",
    records: 2,
    segments: 2,
    warningCount: 0,
  });
  expect(capture.size).toBe(refusedConnection(4711).length);
  expect(capture.connections).toHaveLength(1);
  expect(capture.connections.at(0)).toMatchObject({
    id: 0,
    client: { address: "10.0.0.1", port: 4711 },
    server: { address: "10.0.0.2", port: 80 },
    roleBasis: "SYN",
    segments: 2,
    fingerprint: [
      { flags: 0x02, fromClient: true, hasData: false },
      { flags: 0x14, fromClient: false, hasData: false },
    ],
  });
  expect(capture.connections.at(0)?.verdict?.outcome).toBe("refused");
});

test("a file is read by its bytes, and its name is only a name", async () => {
  const capture = await opened(unportedAnalyser(), file(refusedConnection(4711), "holiday.png"));
  expect(capture).toMatchObject({ name: "holiday.png", format: "text", segments: 2 });
});

test("a connection of the open capture is analysed in full; one that is not there is null", async () => {
  const analyser = unportedAnalyser();
  expect(await analyser.ask("analyse", 0)).toBeNull();
  await opened(analyser, text(MANY));
  const analysis = await analyser.ask("analyse", 2999);
  expect(analysis?.connection.client.port).toBe(12_999);
  expect(analysis?.segments.length).toBe(2);
  expect(await analyser.ask("analyse", 3000)).toBeNull();
});

test("an analysis can cross to the page", async () => {
  const analyser = unportedAnalyser();
  await opened(analyser, text(MANY));
  const analysis = await analyser.ask("analyse", 7);
  const crossed = structuredClone(analysis);
  expect(crossed?.moves).toEqual(analysis?.moves);
  expect(crossed?.connection.client).toEqual({ address: "10.0.0.1", port: 10_007 });
  expect(crossed?.connection.rows).toHaveLength(2);
});

test("a refused input says its kind", async () => {
  const outcome = await unportedAnalyser().open(
    file(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), "a.pcap"),
    ignore,
  );
  expect(outcome).toEqual({
    ok: false,
    failure: { kind: "refused", name: "a.pcap", refusal: { kind: "zip" } },
  });
});

test("a file that cannot be read says what the browser says", async () => {
  const gone = new File(["x"], "gone.pcap");
  Object.defineProperty(gone, "slice", {
    value: () => ({ arrayBuffer: () => Promise.reject(new Error("permission was lost")) }),
  });
  const outcome = await unportedAnalyser().open({ kind: "file", file: gone }, ignore);
  expect(outcome).toEqual({
    ok: false,
    failure: { kind: "unreadable", name: "gone.pcap", message: "permission was lost" },
  });
});

test("progress counts octets read of octets, and what was found so far", async () => {
  const seen: ReadProgress[] = [];
  const source = text(MANY.repeat(8));
  await unportedAnalyser().open(source, (progress) => seen.push(progress));
  expect(seen.length).toBeGreaterThan(1);
  expect(seen.at(-1)).toMatchObject({ bytesRead: MANY.length * 8, segments: 3000 * 2 * 8 });
  for (const { bytesRead, bytesTotal } of seen) {
    expect(bytesTotal).toBe(MANY.length * 8);
    expect(bytesRead).toBeGreaterThan(0);
    expect(bytesRead).toBeLessThanOrEqual(bytesTotal);
  }
});

test("another capture cancels the one before, which answers null", async () => {
  const analyser = unportedAnalyser();
  const first = analyser.open(text(MANY.repeat(4)), ignore);
  const second = analyser.open(text(refusedConnection(4711)), ignore);
  expect(await first).toBeNull();
  expect(await second).toMatchObject({ ok: true });
  expect((await analyser.ask("analyse", 0))?.connection.client.port).toBe(4711);
});

test("cancel stops reading, and nothing is open then", async () => {
  const analyser = unportedAnalyser();
  const opening = analyser.open(text(MANY), ignore);
  analyser.cancel();
  expect(await opening).toBeNull();
  expect(await analyser.ask("analyse", 0)).toBeNull();
});

test("cancel forgets the capture that is open", async () => {
  const analyser = unportedAnalyser();
  await analyser.open(text(refusedConnection(4711)), ignore);
  expect(await analyser.ask("analyse", 0)).not.toBeNull();
  analyser.cancel();
  expect(await analyser.ask("analyse", 0)).toBeNull();
});

test("cancel also stops the judging of connections, once everything is read", async () => {
  const analyser = unportedAnalyser();
  const outcome = await analyser.open(text(MANY_UNLIKE), ({ bytesRead, bytesTotal, connections }) => {
    if (bytesRead === bytesTotal && connections > 0) setTimeout(() => analyser.cancel(), 0);
  });
  expect(outcome).toBeNull();
});

test("a capture that takes long to be judged is listed before, and can be asked about", async () => {
  const analyser = unportedAnalyser();
  const shown: OpenedCapture[] = [];
  const asked: Promise<ConnectionAnalysis | null>[] = [];
  const outcome = await analyser.open(text(MANY_UNLIKE.repeat(4)), ignore, (capture) => {
    shown.push(capture);
    asked.push(analyser.ask("analyse", 2999));
  });
  const complete = present(outcome?.ok ? outcome.capture : null, "the capture");
  const { length } = complete.connections;
  expect(complete.judged).toBe(length);
  expect(shown.length).toBeGreaterThan(0);
  for (const { judged, connections, outcomes } of [...shown, complete]) {
    const lines = [...connections];
    expect(lines.map(({ verdict }) => verdict !== null)).toEqual(lines.map(({ id }) => id < judged));
    expect(outcomes.reduce((sum, { count }) => sum + count, 0)).toBe(judged);
  }
  const [first] = shown;
  expect(first?.judged).toBeLessThan(length);
  expect(first?.connections.at(0)?.verdict?.outcome).toBe(complete.connections.at(0)?.verdict?.outcome);
  expect(first?.connections.at(length - 1)).toMatchObject({
    client: complete.connections.at(length - 1)?.client,
    segments: complete.connections.at(length - 1)?.segments,
    states: [],
    fingerprint: [],
  });
  expect((await asked[0])?.connection.id).toBe(2999);
});
