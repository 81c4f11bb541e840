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
  Practice,
  ReadProgress,
} from "./analyser.ts";
import type { ConnectionTable } from "./connection-table.ts";
import { countOutcomes } from "./count-outcomes.ts";
import { isOutOfMemory } from "./out-of-memory.ts";
import type { GroupedCapture } from "./read-source.ts";
import { readSource } from "./read-source.ts";
import type { SourceOctets } from "./source-slices.ts";
import { sourceName, sourceOctets } from "./source-slices.ts";

/** A capture, or a link as one. */
type OpenedGroup = GroupedCapture & { readonly link?: OpenedLink | null };

/** The rules of TCP. They are got while the first capture is read, so that the worker starts with little. */
const judge = () => import("./judge-capture.ts");

/** The analyser itself, on the thread it is made on. It keeps one capture: the last one that was opened. */
export class CaptureAnalyser implements Analyser<ConnectionTable>, Practice {
  private opening = new AbortController();
  private opened: OpenedGroup | null = null;
  private hasBeenAsked = false;

  async open(
    source: CaptureSource,
    onProgress: (progress: ReadProgress) => void,
  ): Promise<OpenOutcome<ConnectionTable> | null> {
    this.cancel();
    this.hasBeenAsked = true;
    this.opened = null;
    const { signal } = this.opening;
    try {
      const octets = sourceOctets(source);
      const judging = judge();
      // Its failure is for whoever waits for it below.
      judging.catch(() => {});
      const read = await (source.kind === "link"
        ? (await import("./read-link.ts")).readLink(source)
        : readSource(source, octets, signal, onProgress));
      signal.throwIfAborted();
      if (!read.ok) return { ok: false, failure: read.error };
      const { summariseAll } = await judging;
      const connections = await summariseAll(read.value, signal, (judged) =>
        onProgress(judgedSoFar(octets.size, read.value, judged)),
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

  practise(captures: readonly Uint8Array[]): void {
    if (this.hasBeenAsked) return;
    const { signal } = this.opening;
    // It has no effect: neither has its failure, nor its end when something is opened.
    void import("./practise.ts").then(({ practise }) => practise(captures, signal)).catch(() => {});
  }

  async analyse(connection: number, upTo?: Position): Promise<ConnectionAnalysis | null> {
    const { opened } = this;
    return opened && (await judge()).analyseOne(opened, connection, upTo);
  }

  async encodeLink(connection: number, wish: LinkWish): Promise<EncodedLink | null> {
    const { opened } = this;
    return opened && (await import("./make-link.ts")).makeLink(opened, connection, wish);
  }

  async arrowsTaken(): Promise<ArrowsTaken | null> {
    const { opened } = this;
    const isLeft = (): boolean => this.opened !== opened;
    const taken = opened && (await (await judge()).collectArrows(opened, isLeft));
    return this.opened === opened ? taken : null;
  }
}

/** Everything is read; so many connections are judged. */
function judgedSoFar(size: number, { capture, connections }: GroupedCapture, judged: number): ReadProgress {
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
    outcomes: countOutcomes(connections),
    link,
  };
}
