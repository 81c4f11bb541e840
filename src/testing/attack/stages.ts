import { Writable } from "node:stream";
import { present } from "../../base/assert.ts";
import { binLines } from "../../diagram/overview/bin-lines.ts";
import { layLanes, TONES } from "../../diagram/overview/lanes.ts";
import { lifetimesOf } from "../../diagram/overview/lifetimes.ts";
import { bandsOf } from "../../diagram/sequence/bands.ts";
import { extentOf, viewDrawer } from "../../diagram/sequence/draw-view.ts";
import { layOut } from "../../diagram/sequence/layout.ts";
import { metricsFor } from "../../diagram/sequence/metrics.ts";
import type { TimeScale } from "../../diagram/sequence/time-scale.ts";
import { FARTHEST, USUAL_ZOOM, zoomAt } from "../../diagram/sequence/zoom.ts";
import { drawGraph } from "../../diagram/state-graph/draw-graph.ts";
import { passagesOf } from "../../diagram/state-graph/passages.ts";
import { binStrip } from "../../diagram/strip/bin-strip.ts";
import { drawStrip } from "../../diagram/strip/draw-strip.ts";
import { connectionsCsv } from "../../export/listed-connections.ts";
import { markdownTable } from "../../export/markdown-table.ts";
import { mermaidDiagram } from "../../export/mermaid.ts";
import { pcapOfConnection } from "../../export/pcap.ts";
import { tcpdumpText } from "../../export/tcpdump-text.ts";
import { wiresharkFilter } from "../../export/wireshark-filter.ts";
import { writeConnection } from "../../inspect/connection-line.ts";
import { JsonLines } from "../../inspect/json-lines.ts";
import { shareConnection } from "../../share/share-connection.ts";
import type { SortColumn } from "../../store/sort-order.ts";
import { analyseBeginning } from "../../tcp/analyse-beginning.ts";
import { analyseConnection } from "../../tcp/analyse-connection.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { factsAt } from "../../tcp/facts.ts";
import { knownSoFar } from "../../tcp/known-so-far.ts";
import type { Position } from "../../tcp/position.ts";
import type { ConnectionLines } from "../../worker/analyser.ts";
import { TableLines } from "../../worker/connection-table.ts";
import { makeLink } from "../../worker/make-link.ts";
import type { LinkReduction } from "../../worker/questions.ts";
import { readLink } from "../../worker/read-link.ts";
import { type GroupedCapture, readSource } from "../../worker/read-source.ts";
import { Summaries } from "../../worker/summaries.ts";
import { listConnections } from "../connection-summaries.ts";
import { plainWords } from "../plain-words.ts";
import { slicesOf } from "../read-octets.ts";

/** What is measured by itself. */
export type StageName = string;

/** Runs a piece of work and keeps what it costs under that name. */
export type Measure = <Result>(stage: StageName, work: () => Result | Promise<Result>) => Promise<Result>;

const SLICE = 1 << 20;
/** How many positions of a connection are looked at. */
const LOOKS = 16;
/** Connections of which one in {@link OF_EACH} is looked at, where there are many. */
const FEW = 500;
const OF_EACH = 16;
const VIEW_HEIGHT = 900;

/** Does with a capture everything that a person can have done with it, each under its name. */
export async function runStages(octets: Uint8Array, measure: Measure): Promise<void> {
  const grouped = await measure("read", () => readAll(octets));
  if (grouped === null) return;
  const lines = await measure("judge", () => judgeAll(grouped));
  await measure("list", () => listInAllOrders(lines));
  await measure("filter", () => filterInAllWays(lines));
  await measure("CSV", () => connectionsCsv(lines, grouped.capture.table.timeBase));
  await measure("overview", () => drawOverview(lines));
  await measure("inspect", () => inspectAll(grouped));
  const id = longestOf(grouped);
  const { table } = grouped.capture;
  const analysis = await measure("analyse", () => analyseConnection(table, grouped.connections, id));
  await measure("beginning", () => {
    const upTo = Math.ceil(analysis.segments.length / 2);
    knownSoFar(analysis, analyseBeginning(table, grouped.connections, id, upTo));
  });
  await measure("facts", () => looksAt(analysis).map((position) => factsAt(analysis, position)));
  await drawAll(analysis, measure);
  await exportAll(analysis, measure);
  await linkAll(grouped, id, measure);
}

/** null where there is no TCP in it. */
async function readAll(octets: Uint8Array): Promise<GroupedCapture | null> {
  const read = await readSource(
    { kind: "text", name: "attack", text: "" },
    { size: octets.length, slices: slicesOf(octets, Math.min(SLICE, octets.length)) },
    new AbortController().signal,
    () => {},
  );
  return read.ok ? read.value : null;
}

function judgeAll(grouped: GroupedCapture): ConnectionLines {
  const summaries = new Summaries(grouped);
  while (!summaries.isComplete) summaries.takeNext();
  return new TableLines(summaries.table());
}

const SORTED: readonly SortColumn[] = ["start", "client", "outcome", "segments", "payload", "openingTime"];

function listInAllOrders(lines: ConnectionLines): void {
  for (const column of SORTED) listConnections(lines, { order: { column, isDescending: true } });
}

const FILTERS = ["10.0.0.7", "port:80", "host:10.0", "-outcome:refused", "state:established", "time:1-2"];

function filterInAllWays(lines: ConnectionLines): void {
  for (const filter of [...FILTERS, FILTERS.join(" ")]) listConnections(lines, { filter });
}

function drawOverview(lines: ConnectionLines): void {
  const lifetimes = lifetimesOf(lines);
  const lanes = layLanes(lifetimes.counts, 200, 10, 2);
  const to = lifetimes.end.reduce((latest, time) => Math.max(latest, time), 1);
  if (TONES.length > 0) binLines(lifetimes, null, { from: 0, to, width: 800, height: 200, lanes });
}

/** Writes lines of the command line, and takes connections out of the capture as its links do. */
async function inspectAll({ capture: { table }, connections }: GroupedCapture): Promise<void> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const output = new JsonLines(nowhere);
  const step = connections.length > FEW ? OF_EACH : 1;
  for (let id = 0; id < connections.length; id += step) {
    await writeConnection(output, "attack", analyseConnection(table, connections, id), false);
    shareConnection(table, connections, present(connections.at(id), "a connection"));
  }
  await output.flush();
}

function longestOf({ connections }: GroupedCapture): number {
  let longest = 0;
  for (let id = 1; id < connections.length; id++) {
    if (connections.rowCount(id) > connections.rowCount(longest)) longest = id;
  }
  return longest;
}

function looksAt({ segments }: ConnectionAnalysis): Position[] {
  return Array.from({ length: LOOKS + 1 }, (_, look) => Math.round((look / LOOKS) * segments.length));
}

const SCALES: readonly TimeScale[] = ["compressed", "proportional"];

async function drawAll(analysis: ConnectionAnalysis, measure: Measure): Promise<void> {
  const words = plainWords(analysis);
  const looks = looksAt(analysis);
  for (const scale of SCALES) {
    for (const zoom of [USUAL_ZOOM, zoomAt(FARTHEST)]) {
      const layout = await measure("lay out", () => layOut(analysis, words, metricsFor(620), scale, zoom));
      await measure("bands", () => [bandsOf(layout, "client"), bandsOf(layout, "server")]);
      await measure("draw", () => {
        const draw = viewDrawer(layout);
        for (const position of looks) {
          const { top } = extentOf(layout, position);
          draw(top, top + VIEW_HEIGHT);
        }
      });
      await measure("strip", () => drawStrip(binStrip(layout, VIEW_HEIGHT), 40));
    }
  }
  await measure("graph", () => {
    passagesOf(analysis);
    for (const position of looks) drawGraph(analysis, position);
  });
}

async function exportAll(analysis: ConnectionAnalysis, measure: Measure): Promise<void> {
  const names = ["10.0.0.1:40000", "10.0.0.2:80"] as const;
  await measure("tcpdump text", () => tcpdumpText(analysis));
  await measure("pcap", () => pcapOfConnection(analysis));
  await measure("Mermaid", () => mermaidDiagram(analysis, HEADS, ...names));
  await measure("Markdown", () => markdownTable(analysis, HEADS, ...names));
  await measure("Wireshark filter", () => {
    const only = [...analysis.segments.frame].toSorted((a, b) => a - b);
    return wiresharkFilter({ ...analysis.connection, only });
  });
}

const HEADS = {
  number: "No.",
  seconds: "Seconds",
  sender: "Sender",
  client: "Client",
  server: "Server",
  flags: "Flags",
  sequence: "SEQ",
  acknowledgment: "ACK",
  length: "Length",
  window: "Window",
  or: (states: readonly string[]) => states.join(" or "),
};

async function linkAll(grouped: GroupedCapture, id: number, measure: Measure): Promise<void> {
  const reductions: readonly LinkReduction[] = [
    { kind: "none" },
    { kind: "middle" },
    { kind: "range", from: 1, to: grouped.connections.rowCount(id) },
  ];
  for (const reduction of reductions) {
    const wish = { isAnonymous: true, hidesPorts: false, title: "", notes: [], reduction };
    const link = await measure("link", () => makeLink(grouped, id, wish));
    const fragment = link?.fragment ?? null;
    if (fragment !== null) await measure("link back", () => openLink(fragment));
  }
}

async function openLink(fragment: string): Promise<void> {
  const read = await readLink({ kind: "link", name: "link", fragment });
  if (!read.ok) throw new Error(`refused: ${JSON.stringify(read.error)}`);
  analyseConnection(read.value.capture.table, read.value.connections, 0);
}
