import type { Result } from "../base/result.ts";
import { fail, ok } from "../base/result.ts";
import type { SegmentNames } from "../capture/names/segment-names.ts";
import type { Capture } from "../capture/read-capture.ts";
import { readCapture } from "../capture/read-capture.ts";
import type { WitnessedRows } from "../segments/witnessed-rows.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import type { ConnectionSoFar } from "../tcp/connections/connection-so-far.ts";
import { ConnectionGrouping } from "../tcp/connections/group-connections.ts";
import type { GroupedConnections } from "../tcp/connections/grouped-connections.ts";
import type { Position } from "../tcp/position.ts";
import type { OpenedMerge, OpenFailure, ReadProgress } from "./analyser.ts";
import type { OneSource } from "./capture-source.ts";
import type { ToldWitnesses } from "./questions.ts";
import type { SourceOctets } from "./source-slices.ts";
import { sourceName } from "./source-slices.ts";
import { zstd } from "./zstd.ts";

/** Interval between two progress messages. */
const PROGRESS_MILLISECONDS = 50;

/** How many connections the list shows while a capture is read; of the rest it shows the number. */
export const LINES_WHILE_READING = 2000;
/** How many lines one progress message carries: about 2 ms of the page's time. */
export const LINES_A_PROGRESS = 500;

/** A capture whose connections are known. */
export interface GroupedCapture {
  readonly capture: Capture;
  readonly connections: ListedConnections;
  /** What two captures show of its rows, if it was made of two. */
  readonly witnessed?: WitnessedRows | null;
  /**
   * What is known of a connection of a run, of which nothing must be inferred. Absent: the rules of TCP tell it.
   * @param upTo as in `analyseBeginning`
   */
  readonly told?: (connection: number, upTo?: Position) => ConnectionAnalysis;
  /** What two captures show of a connection of it; absent: it was made of one. */
  readonly tellWitnesses?: (connection: number) => ToldWitnesses | null;
  readonly merge?: OpenedMerge | null;
}

/** The connections to show, and what grouping knows of them. */
type ListedConnections = Pick<
  GroupedConnections,
  "length" | "at" | "likeness" | "clientOf" | "rowAt" | "rowCount" | "placeOfRow" | "payload"
>;

/** Reads a source to its end. Throws the signal's reason once it is aborted, at the next slice. */
export async function readSource(
  source: OneSource,
  { size, slices }: SourceOctets,
  signal: AbortSignal,
  onProgress: (progress: ReadProgress) => void,
): Promise<Result<GroupedCapture, OpenFailure>> {
  const name = sourceName(source);
  const progress = new ProgressReports(size, onProgress);
  let grouping: ConnectionGrouping | null = null;
  let unreadable: string | null = null;

  async function* watched(): AsyncGenerator<Uint8Array> {
    try {
      for await (const slice of slices) {
        signal.throwIfAborted();
        progress.bytesRead += slice.length;
        yield slice;
      }
    } catch (error) {
      if (!signal.aborted) unreadable = error instanceof Error ? error.message : String(error);
      throw error;
    }
  }

  function takeIn({ table }: Capture): void {
    grouping ??= new ConnectionGrouping(table);
    grouping.advance();
    progress.report(table.length, grouping);
  }

  try {
    const names = await nameList(source);
    signal.throwIfAborted();
    const result = await readCapture(watched(), takeIn, { size, zstd, ...(names && { names }) });
    signal.throwIfAborted();
    if (unreadable !== null) return fail({ kind: "unreadable", name, message: unreadable });
    if (!result.ok) return fail({ kind: "refused", name, refusal: result.error });
    const complete: ConnectionGrouping = grouping ?? new ConnectionGrouping(result.value.table);
    const connections = complete.finish();
    progress.reportNow(result.value.table.length, complete);
    await warnOfSockets(result.value, connections);
    return ok({ capture: result.value, connections });
  } catch (error) {
    signal.throwIfAborted();
    if (unreadable !== null) return fail({ kind: "unreadable", name, message: unreadable });
    throw error;
  }
}

/** Notes the sockets that fit no connection as warnings of the text. */
async function warnOfSockets(capture: Capture, connections: ListedConnections): Promise<void> {
  const { report } = capture;
  if (report.sockets.length === 0) return;
  const { socketsWithoutConnection } = await import("./observed-sockets.ts");
  for (const { line, text } of socketsWithoutConnection(capture, connections)) {
    const reason = { code: "socket-fits-none" } as const;
    report.warn({ place: { kind: "line", at: line }, text: text.slice(0, 80), reason });
  }
}

/** What collects names while a file is read; loaded with the first one. */
async function nameList({ kind }: OneSource): Promise<SegmentNames | null> {
  if (kind !== "file") return null;
  const { SegmentNames: Names } = await import("../capture/names/segment-names.ts");
  return new Names();
}

/** Counts what is read and reports it, no more often than a page can show. */
class ProgressReports {
  bytesRead = 0;
  private readonly bytesTotal: number;
  private readonly onProgress: (progress: ReadProgress) => void;
  private readonly lines = new LinesSoFar();
  private reportedAt = Number.NEGATIVE_INFINITY;

  constructor(bytesTotal: number, onProgress: (progress: ReadProgress) => void) {
    this.bytesTotal = bytesTotal;
    this.onProgress = onProgress;
  }

  report(segments: number, grouping: ConnectionGrouping): void {
    if (performance.now() - this.reportedAt >= PROGRESS_MILLISECONDS) this.reportNow(segments, grouping);
  }

  reportNow(segments: number, grouping: ConnectionGrouping): void {
    this.reportedAt = performance.now();
    const { bytesRead, bytesTotal } = this;
    const lines = this.lines.changed(grouping);
    this.onProgress({ bytesRead, bytesTotal, segments, connections: grouping.count, lines });
  }
}

/** Finds which of the first connections are new or have gained segments, a bounded number at a time. */
class LinesSoFar {
  private readonly told = new Uint32Array(LINES_WHILE_READING);
  private next = 0;

  /**
   * The lines that changed since they were last reported. The next call goes on where this one stopped, so that every
   * line gets its turn.
   */
  changed(grouping: ConnectionGrouping): ConnectionSoFar[] {
    const count = Math.min(grouping.count, LINES_WHILE_READING);
    const lines: ConnectionSoFar[] = [];
    for (let looked = 0; looked < count && lines.length < LINES_A_PROGRESS; looked++) {
      const line = this.next % count;
      this.next = line + 1;
      const segments = grouping.segmentsSoFar(line);
      if (segments === this.told[line]) continue;
      this.told[line] = segments;
      lines.push(grouping.soFar(line));
    }
    return lines;
  }
}
