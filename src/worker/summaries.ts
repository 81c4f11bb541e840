import { analyseConnection } from "../tcp/analyse-connection.ts";
import type { ConnectionSummary } from "./analyser.ts";
import type { ConnectionKind, ConnectionTable } from "./connection-table.ts";
import type { GroupedCapture } from "./read-source.ts";
import { summarise } from "./summarise.ts";

/** From which to which segment the handshake is measured, 1-based; null: it is not. */
interface Likeness {
  readonly kind: number;
  readonly handshake: { readonly from: number; readonly to: number } | null;
}

/**
 * Fills the list of connections, one at a time. A connection that is like one before is not analysed again: what is
 * said of both is the same but for numbers, times and addresses (`GroupedConnections.likeness`).
 */
export class Summaries {
  /** How many connections are in it. */
  length = 0;

  private readonly kind: Uint32Array;
  private readonly kinds: ConnectionKind[] = [];
  private readonly client: Uint32Array;
  private readonly start: Float64Array;
  private readonly end: Float64Array;
  private readonly duration: Float64Array;
  private readonly handshake: Float64Array;
  private readonly payload: Float64Array;
  private readonly grouped: GroupedCapture;
  private readonly alike = new Map<number, Likeness>();
  private readonly kindByContent = new Map<string, number>();

  constructor(grouped: GroupedCapture) {
    const { length } = grouped.connections;
    this.grouped = grouped;
    this.kind = new Uint32Array(length);
    this.client = new Uint32Array(length);
    this.start = new Float64Array(length);
    this.end = new Float64Array(length);
    this.duration = new Float64Array(length);
    this.handshake = new Float64Array(length);
    this.payload = new Float64Array(2 * length);
  }

  /** The list as it is now. Its pairs of endpoints are a copy: it may move away. */
  table(): ConnectionTable {
    const { length, kind, kinds, client, start, end, duration, handshake, payload, grouped } = this;
    const flows = grouped.capture.table.flows.copy();
    return { length, kind, kinds, client, flows, start, end, duration, handshake, payload };
  }

  /** Takes in the next connection. */
  takeNext(): void {
    const id = this.length++;
    const likeness = this.grouped.connections.likeness(id);
    const like = likeness === null ? undefined : this.alike.get(likeness);
    if (like !== undefined) this.takeAlike(id, like);
    else {
      const analysed = this.takeAnalysed(id);
      if (likeness !== null) this.alike.set(likeness, analysed);
    }
  }

  private takeAnalysed(id: number): Likeness {
    const { capture, connections } = this.grouped;
    const analysis = analyseConnection(capture.table, connections, id);
    const summary = summarise(analysis);
    const { handshake, duration, payload } = summary.verdict;
    const flow = (analysis.segments.flow[0] ?? 0) >>> 1;
    this.client[id] = flow * 2 + analysis.connection.clientDirection;
    this.kind[id] = this.kindOf(summary);
    this.start[id] = summary.start;
    this.end[id] = summary.end;
    this.duration[id] = duration ?? Number.NaN;
    this.handshake[id] = handshake?.duration ?? Number.NaN;
    this.payload[2 * id] = payload.client;
    this.payload[2 * id + 1] = payload.server;
    return { kind: this.kind[id] ?? 0, handshake };
  }

  private takeAlike(id: number, { kind, handshake }: Likeness): void {
    const { connections, capture } = this.grouped;
    const { time } = capture.table;
    const timeAt = (position: number): number => time[connections.rowAt(id, position)] ?? Number.NaN;
    const start = timeAt(1);
    const end = timeAt(connections.rowCount(id));
    const client = connections.clientOf(id);
    const clientEnd = client & 1;
    this.client[id] = client;
    this.kind[id] = kind;
    this.start[id] = start;
    this.end[id] = end;
    this.duration[id] = end - start;
    this.handshake[id] = handshake === null ? Number.NaN : timeAt(handshake.to) - timeAt(handshake.from);
    this.payload[2 * id] = connections.payload(id, clientEnd === 0 ? 0 : 1);
    this.payload[2 * id + 1] = connections.payload(id, clientEnd === 0 ? 1 : 0);
  }

  private kindOf(summary: ReturnType<typeof summarise>): number {
    const kind = kindOf(summary);
    const content = contentOf(kind);
    const known = this.kindByContent.get(content);
    if (known !== undefined) return known;
    this.kindByContent.set(content, this.kinds.length);
    return this.kinds.push(kind) - 1;
  }
}

/** A text that two kinds share only when they are the same. */
function contentOf({ roleBasis, segments, states, notes, fingerprint, verdict }: ConnectionKind): string {
  const { outcome, startCaptured, opening, closing } = verdict;
  let ticks = "";
  for (const { flags, fromClient, hasData } of fingerprint) {
    ticks += String.fromCodePoint(flags * 4 + Number(fromClient) * 2 + Number(hasData));
  }
  const words = [...states, "", ...notes].join(" ");
  return `${roleBasis} ${segments} ${outcome} ${startCaptured} ${opening} ${closing} ${words} ${ticks}`;
}

/** What of a line the kind holds. */
export function kindOf({
  roleBasis,
  segments,
  states,
  notes,
  fingerprint,
  verdict: { outcome, startCaptured, opening, closing },
}: ConnectionSummary): ConnectionKind {
  const verdict = { outcome, startCaptured, opening, closing };
  return { roleBasis, segments, states, notes, fingerprint, verdict };
}
