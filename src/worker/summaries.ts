import { present } from "../base/assert.ts";
import { ReusedMemory } from "../segments/row-memory.ts";
import { analyseConnection } from "../tcp/analyse-connection.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import type { RowClock } from "../tcp/notes/row-clock.ts";
import { openingRows, type OpeningRows, openingTimeOf, roundTripOf } from "../tcp/verdict/opening-times.ts";
import { zeroWindowTime } from "../tcp/verdict/zero-window-time.ts";
import type { OutcomeCount } from "./analyser.ts";
import { kindOf, lifetimeOf, tickNumber } from "./connection-kind.ts";
import type { ConnectionKind, ConnectionTable, JudgedColumns, JudgedPart } from "./connection-table.ts";
import type { GroupedCapture } from "./read-source.ts";

/** What connections that are alike share: their kind, and the segments between which their opening is measured. */
interface SharedSummary {
  readonly kind: number;
  readonly opening: OpeningRows;
}

/** The most connections in one part. */
const LARGEST_PART = 65_536;

/**
 * Judges the connections one at a time. The results go into a table, and after that was handed over, into parts. A
 * connection with the outline of an earlier one is not analysed again: the results of both differ only in numbers,
 * times and addresses (`GroupedConnections.likeness`).
 */
export class Summaries {
  /** How many connections are judged. */
  judged = 0;

  /** Whether the last one was analysed in full, which takes longer. */
  wasAnalysed = false;

  private readonly grouped: GroupedCapture;
  /** The columns of the connections from {@link from} on. */
  private columns: JudgedColumns;
  private from = 0;
  private readonly kinds: ConnectionKind[] = [];
  /** How many connections are of each kind. */
  private readonly perKind: number[] = [];
  private kindsHandedOver = 0;
  private readonly alike = new Map<number, SharedSummary>();
  private readonly kindByContent = new Map<string, number>();
  private readonly memory = new ReusedMemory();
  /** Of the connection that is being judged. */
  private readonly clock: RowClock = (from, to) =>
    this.timeAt(this.judged - 1, to) - this.timeAt(this.judged - 1, from);

  constructor(grouped: GroupedCapture) {
    this.grouped = grouped;
    this.columns = columnsOf(grouped.connections.length);
  }

  get isComplete(): boolean {
    return this.judged === this.grouped.connections.length;
  }

  /** Whether the columns are full: then call {@link part}. */
  get isFull(): boolean {
    return this.judged - this.from >= this.columns.kind.length;
  }

  /** The outcomes of the connections that are judged. */
  outcomes(): OutcomeCount[] {
    return countOutcomes(this.kinds, this.perKind);
  }

  /**
   * The whole list; for connections that are not judged, it holds what grouping knows. Call it once, before any part.
   * Its memory may move to the page, because its pairs of endpoints are a copy.
   */
  table(): ConnectionTable {
    const { connections, capture } = this.grouped;
    const { length } = connections;
    const client = new Uint32Array(length);
    for (let id = 0; id < length; id++) client[id] = connections.clientOf(id);
    for (let id = this.judged; id < length; id++) {
      this.columns.kind[id] = this.kindOfUnjudged(id);
      const { start, end } = lifetimeOf(connections.rowCount(id), (row) => this.timeAt(id, row + 1));
      this.columns.start[id] = start;
      this.columns.end[id] = end;
    }
    const flows = capture.table.flows.copy();
    return { length, client, flows, kinds: this.newKinds(), ...this.columnsUntilNow(length) };
  }

  /** The connections that were judged since the table, or since the last part. Its memory may move to the page. */
  part(isShown: boolean): JudgedPart {
    const { from } = this;
    const columns = this.columnsUntilNow(this.judged - from);
    return { from, columns, kinds: this.newKinds(), outcomes: this.outcomes(), isShown };
  }

  /** Judges the next connection. */
  takeNext(): void {
    const id = this.judged++;
    const { connections, told } = this.grouped;
    const likeness = told ? null : connections.likeness(id);
    const like = likeness === null ? undefined : this.alike.get(likeness);
    this.wasAnalysed = like === undefined;
    if (like !== undefined) this.takeAlike(id, like);
    else {
      const analysis = this.analyse(id);
      const kind = this.takeAnalysed(id, analysis);
      if (likeness !== null) this.alike.set(likeness, { kind, opening: openingRows(analysis) });
    }
  }

  private columnsUntilNow(count: number): JudgedColumns {
    const columns = count === this.columns.kind.length ? this.columns : firstOf(this.columns, count);
    this.from = this.judged;
    this.columns = columnsOf(Math.min(LARGEST_PART, this.grouped.connections.length - this.judged));
    return columns;
  }

  private newKinds(): readonly ConnectionKind[] {
    const kinds = this.kinds.slice(this.kindsHandedOver);
    this.kindsHandedOver = this.kinds.length;
    return kinds;
  }

  private timeAt(id: number, position: number): number {
    const { connections, capture } = this.grouped;
    return capture.table.time[connections.rowAt(id, position)] ?? Number.NaN;
  }

  private analyse(id: number): ConnectionAnalysis {
    const { capture, connections, witnessed = null, told } = this.grouped;
    const { memory } = this;
    return told?.(id) ?? analyseConnection(capture.table, connections, id, { memory, witnessed });
  }

  /** @returns the kind */
  private takeAnalysed(id: number, analysis: ConnectionAnalysis): number {
    const { segments, verdict } = analysis;
    const kind = this.indexOfKind(kindOf(analysis));
    const { start, end } = lifetimeOf(segments.length, (row) => segments.time[row]);
    this.write(id, kind, start, end, verdict.duration ?? Number.NaN);
    const place = id - this.from;
    this.columns.handshakeRoundTrip[place] = verdict.handshakeRoundTrip?.duration ?? Number.NaN;
    this.columns.openingTime[place] = verdict.openingTime?.duration ?? Number.NaN;
    this.columns.zeroWindow[place] = zeroWindowTime(analysis);
    this.columns.payload[2 * place] = verdict.payload.client;
    this.columns.payload[2 * place + 1] = verdict.payload.server;
    return kind;
  }

  private takeAlike(id: number, { kind, opening }: SharedSummary): void {
    const { connections } = this.grouped;
    const start = this.timeAt(id, 1);
    const end = this.timeAt(id, connections.rowCount(id));
    this.write(id, kind, start, end, end - start);
    const place = id - this.from;
    const clientEnd = connections.clientOf(id) & 1;
    this.columns.handshakeRoundTrip[place] = roundTripOf(opening, this.clock)?.duration ?? Number.NaN;
    this.columns.openingTime[place] = openingTimeOf(opening, this.clock)?.duration ?? Number.NaN;
    this.columns.payload[2 * place] = connections.payload(id, clientEnd === 0 ? 0 : 1);
    this.columns.payload[2 * place + 1] = connections.payload(id, clientEnd === 0 ? 1 : 0);
  }

  private write(id: number, kind: number, start: number, end: number, duration: number): void {
    const place = id - this.from;
    this.columns.kind[place] = kind;
    this.columns.start[place] = start;
    this.columns.end[place] = end;
    this.columns.duration[place] = duration;
    this.perKind[kind] = (this.perKind[kind] ?? 0) + 1;
  }

  private kindOfUnjudged(id: number): number {
    const { connections } = this.grouped;
    const { roleBasis } = present(connections.at(id), "a connection of the capture");
    const segments = connections.rowCount(id);
    return this.indexOfKind({
      roleBasis,
      segments,
      states: [],
      lastStates: { client: null, server: null },
      syns: 0,
      notes: [],
      flags: [],
      fingerprint: [],
      verdict: null,
    });
  }

  private indexOfKind(kind: ConnectionKind): number {
    const content = contentOf(kind);
    const known = this.kindByContent.get(content);
    if (known !== undefined) return known;
    this.kindByContent.set(content, this.kinds.length);
    return this.kinds.push(kind) - 1;
  }
}

function columnsOf(length: number): JudgedColumns {
  return {
    kind: new Uint32Array(length),
    start: new Float64Array(length),
    end: new Float64Array(length),
    duration: new Float64Array(length),
    handshakeRoundTrip: new Float64Array(length),
    openingTime: new Float64Array(length),
    zeroWindow: new Float64Array(length),
    payload: new Float64Array(2 * length),
  };
}

function firstOf(columns: JudgedColumns, count: number): JudgedColumns {
  return {
    kind: columns.kind.slice(0, count),
    start: columns.start.slice(0, count),
    end: columns.end.slice(0, count),
    duration: columns.duration.slice(0, count),
    handshakeRoundTrip: columns.handshakeRoundTrip.slice(0, count),
    openingTime: columns.openingTime.slice(0, count),
    zeroWindow: columns.zeroWindow.slice(0, count),
    payload: columns.payload.slice(0, 2 * count),
  };
}

/** A text that is equal for two kinds only if the kinds are equal. */
function contentOf(kind: ConnectionKind): string {
  const { roleBasis, segments, states, lastStates, syns, notes, flags, fingerprint, verdict } = kind;
  if (verdict === null) return `${roleBasis} ${segments}`;
  const { outcome, startCaptured, opening, closing, firstCloser, retransmissions } = verdict;
  const ticks = String.fromCodePoint(...fingerprint.map(tickNumber));
  const ends = [lastStates.client, lastStates.server, retransmissions.client, retransmissions.server].join(
    " ",
  );
  const words = [...states, "", firstCloser, syns, ...notes].join(" ");
  return `${roleBasis} ${segments} ${outcome} ${startCaptured} ${opening} ${closing} ${flags.join()} ${ends} ${words} ${ticks}`;
}

/**
 * How many connections have each outcome, the most frequent first. Connections whose start was not captured are
 * classes of their own; those that are not judged are left out.
 * @param perKind how many connections are of each kind
 */
export function countOutcomes(kinds: readonly ConnectionKind[], perKind: readonly number[]): OutcomeCount[] {
  const counts = new Map<string, OutcomeCount>();
  for (const [index, { verdict }] of kinds.entries()) {
    if (verdict === null) continue;
    const { outcome, startCaptured } = verdict;
    const key = `${outcome} ${startCaptured}`;
    const count = (counts.get(key)?.count ?? 0) + (perKind[index] ?? 0);
    counts.set(key, { outcome, startCaptured, count });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count);
}
