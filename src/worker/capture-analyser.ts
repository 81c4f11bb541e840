import { analyseBeginning } from "../tcp/analyse-beginning.ts";
import { analyseConnection } from "../tcp/analyse-connection.ts";
import type { ConnectionAnalysis, Position } from "../tcp/analysis.ts";
import type {
  Analyser,
  ArrowsTaken,
  CaptureSource,
  EncodedLink,
  LinkWish,
  OpenedCapture,
  OpenedLink,
  OpenOutcome,
  ReadProgress,
} from "./analyser.ts";
import { collectArrows } from "./collect-arrows.ts";
import type { ConnectionTable } from "./connection-table.ts";
import { isOutOfMemory } from "./out-of-memory.ts";
import type { GroupedCapture } from "./read-source.ts";
import { PROGRESS_MILLISECONDS, readSource } from "./read-source.ts";
import type { SourceOctets } from "./source-slices.ts";
import { sourceName, sourceOctets } from "./source-slices.ts";
import { Summaries } from "./summaries.ts";
import { nextTurn } from "./turn.ts";

/** A capture, or a link as one. */
type OpenedGroup = GroupedCapture & { readonly link?: OpenedLink | null };

/** How long the analyser works before it looks whether something else is asked of it. */
const WORK_MILLISECONDS = 12;
/** Looking at the clock costs as much as a connection that is like another. */
const CONNECTIONS_A_LOOK = 16;

/** The analyser itself, on the thread it is made on. It keeps one capture: the last one that was opened. */
export class CaptureAnalyser implements Analyser<ConnectionTable> {
  private opening = new AbortController();
  private opened: OpenedGroup | null = null;

  async open(
    source: CaptureSource,
    onProgress: (progress: ReadProgress) => void,
  ): Promise<OpenOutcome<ConnectionTable> | null> {
    this.cancel();
    this.opened = null;
    const { signal } = this.opening;
    try {
      const octets = sourceOctets(source);
      const read = await (source.kind === "link"
        ? (await import("./read-link.ts")).readLink(source)
        : readSource(source, octets, signal, onProgress));
      signal.throwIfAborted();
      if (!read.ok) return { ok: false, failure: read.error };
      const connections = await summariseAll(read.value, signal, (judged) =>
        onProgress(judging(octets.size, read.value, judged)),
      );
      this.opened = read.value;
      return { ok: true, capture: describeCapture(source, octets, read.value, connections) };
    } catch (error) {
      if (signal.aborted) return null;
      if (!isOutOfMemory(error)) throw error;
      return { ok: false, failure: { kind: "memory", name: sourceName(source), message: error.message } };
    }
  }

  cancel(): void {
    this.opening.abort();
    this.opening = new AbortController();
  }

  async analyse(connection: number, upTo?: Position): Promise<ConnectionAnalysis | null> {
    const { opened } = this;
    return opened && analyseOne(opened, connection, upTo);
  }

  async encodeLink(connection: number, wish: LinkWish): Promise<EncodedLink | null> {
    const { opened } = this;
    return opened && (await import("./make-link.ts")).makeLink(opened, connection, wish);
  }

  async arrowsTaken(): Promise<ArrowsTaken | null> {
    const { opened } = this;
    const taken = opened && (await collectArrows(opened, () => this.opened !== opened));
    return this.opened === opened ? taken : null;
  }
}

function analyseOne(
  { capture: { table }, connections }: GroupedCapture,
  connection: number,
  upTo?: Position,
): ConnectionAnalysis | null {
  if (connections.at(connection) === undefined) return null;
  return upTo === undefined
    ? analyseConnection(table, connections, connection)
    : analyseBeginning(table, connections, connection, upTo);
}

/** Judges one connection after the other; other requests get their turn in between. */
async function summariseAll(
  grouped: GroupedCapture,
  signal: AbortSignal,
  onJudged: (judged: number) => void,
): Promise<ConnectionTable> {
  const summaries = new Summaries(grouped);
  let reportAt = performance.now() + PROGRESS_MILLISECONDS;
  let workUntil = performance.now() + WORK_MILLISECONDS;
  while (summaries.length < grouped.connections.length) {
    if (summaries.length % CONNECTIONS_A_LOOK === 0 && performance.now() > workUntil) {
      await nextTurn();
      signal.throwIfAborted();
      if (performance.now() > reportAt) {
        onJudged(summaries.length);
        reportAt = performance.now() + PROGRESS_MILLISECONDS;
      }
      workUntil = performance.now() + WORK_MILLISECONDS;
    }
    summaries.takeNext();
  }
  return summaries.table();
}

/** Everything is read; so many connections are judged. */
function judging(size: number, { capture, connections }: GroupedCapture, judged: number): ReadProgress {
  return {
    bytesRead: size,
    bytesTotal: size,
    segments: capture.table.length,
    connections: connections.length,
    judged,
    lines: [],
  };
}

function describeCapture(
  source: CaptureSource,
  { size }: SourceOctets,
  { capture: { report, table }, link = null }: OpenedGroup,
  connections: ConnectionTable,
): OpenedCapture<ConnectionTable> {
  return {
    name: link?.title || sourceName(source),
    size,
    format: link === null ? (report.format ?? "text") : "link",
    isCompressed: report.isCompressed,
    records: report.records,
    segments: table.length,
    skipped: [...report.skipped],
    warnings: report.warnings,
    warningCount: report.warningCount,
    timeBase: table.timeBase,
    hostNames: table.hostNames,
    connections,
    link,
  };
}
