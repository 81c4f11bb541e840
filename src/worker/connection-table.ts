import { present } from "../base/assert.ts";
import type { Endpoint } from "../segments/endpoint.ts";
import { endpointOf, type FlowColumns, rememberingAddresses } from "../segments/flow-columns.ts";
import type { ConnectionLines, ConnectionSummary, ListedVerdict, OutcomeCount } from "./analyser.ts";

/** What many connections share: everything in a line of the list except endpoints, times and octets. */
export interface ConnectionKind extends Pick<
  ConnectionSummary,
  "roleBasis" | "segments" | "states" | "lastStates" | "syns" | "notes" | "flags" | "fingerprint"
> {
  /** null: the connection is not judged yet. */
  readonly verdict: Pick<
    ListedVerdict,
    "outcome" | "startCaptured" | "opening" | "closing" | "firstCloser" | "retransmissions"
  > | null;
}

/** The columns of consecutive connections. */
export interface JudgedColumns {
  /** Index into the kinds of the {@link ConnectionTable}. */
  readonly kind: Uint32Array;
  /** Nanoseconds; NaN where not known. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly duration: Float64Array;
  readonly handshakeRoundTrip: Float64Array;
  readonly openingTime: Float64Array;
  readonly zeroWindow: Float64Array;
  /** Octets of data: of the connection at `place`, the client's at `2 * place` and the server's after it. */
  readonly payload: Float64Array;
}

/**
 * The list of connections in columns: plain data that moves from the worker to the page. A million connections take
 * 60 MB; as objects they would take 600.
 */
export interface ConnectionTable extends JudgedColumns {
  readonly length: number;
  readonly kinds: readonly ConnectionKind[];
  /** `flow * 2 + end`: the end of the flow that is the client. */
  readonly client: Uint32Array;
  readonly flows: FlowColumns;
}

/** Connections that were judged after the table was handed over: their new columns. */
export interface JudgedPart {
  /** The first of them; their number is the length of the columns. */
  readonly from: number;
  readonly columns: JudgedColumns;
  /** Kinds that the table lacks, to be appended in this order. */
  readonly kinds: readonly ConnectionKind[];
  /** Outcomes of all connections that are judged by now. */
  readonly outcomes: readonly OutcomeCount[];
  /** Whether the page is to show the progress now. */
  readonly isShown: boolean;
}

/** The buffers of columns, which can move to the page. */
export function buffersOf({
  kind,
  start,
  end,
  duration,
  handshakeRoundTrip,
  openingTime,
  zeroWindow,
  payload,
}: JudgedColumns): ArrayBufferLike[] {
  return [kind, start, end, duration, handshakeRoundTrip, openingTime, zeroWindow, payload].map(
    ({ buffer }) => buffer,
  );
}

/** How many lines are cached: those in view are read again and again. */
const MOST_RECENT = 1024;

/** The lines of a table, in its order. */
export class TableLines implements ConnectionLines {
  private readonly table: ConnectionTable;
  /** The cache is direct-mapped by the line's number, so that a scan of a million lines stays cheap. */
  private readonly recent: (ListedConnection | undefined)[] = [];
  private readonly endOf: EndOf;

  constructor(table: ConnectionTable) {
    this.table = table;
    const addressText = rememberingAddresses();
    this.endOf = (flow, end) => endpointOf(table.flows, flow, end, addressText);
  }

  get length(): number {
    return this.table.length;
  }

  /** Returns the same object when the line is soon asked for again. */
  at(place: number): ConnectionSummary | undefined {
    if (!(place >= 0 && place < this.length)) return undefined;
    const before = this.recent[place % MOST_RECENT];
    if (before?.id === place) return before;
    const line = new ListedConnection(this.table, place, this.endOf);
    this.recent[place % MOST_RECENT] = line;
    return line;
  }

  *[Symbol.iterator](): Generator<ConnectionSummary> {
    for (let id = 0; id < this.length; id++) yield new ListedConnection(this.table, id, this.endOf);
  }
}

/** One end of a flow of the table. */
type EndOf = (flow: number, end: 0 | 1) => Endpoint;

/** One line of the list, which reads the table when it is asked. */
class ListedConnection implements ConnectionSummary {
  readonly id: number;
  private readonly table: ConnectionTable;
  private readonly endOf: EndOf;

  constructor(table: ConnectionTable, id: number, endOf: EndOf) {
    this.table = table;
    this.id = id;
    this.endOf = endOf;
  }

  get client(): Endpoint {
    const client = this.table.client[this.id] ?? 0;
    return this.endOf(client >>> 1, (client & 1) as 0 | 1);
  }

  get server(): Endpoint {
    const client = this.table.client[this.id] ?? 0;
    return this.endOf(client >>> 1, ((client & 1) ^ 1) as 0 | 1);
  }

  get roleBasis(): ConnectionSummary["roleBasis"] {
    return this.kind.roleBasis;
  }

  get segments(): number {
    return this.kind.segments;
  }

  get start(): number {
    return this.table.start[this.id] ?? Number.NaN;
  }

  get end(): number {
    return this.table.end[this.id] ?? Number.NaN;
  }

  get verdict(): ListedVerdict | null {
    const { verdict } = this.kind;
    return verdict && new VerdictInTable(this.table, this.id, verdict);
  }

  get states(): ConnectionSummary["states"] {
    return this.kind.states;
  }

  get lastStates(): ConnectionSummary["lastStates"] {
    return this.kind.lastStates;
  }

  get syns(): number {
    return this.kind.syns;
  }

  get notes(): ConnectionSummary["notes"] {
    return this.kind.notes;
  }

  get flags(): readonly number[] {
    return this.kind.flags;
  }

  get fingerprint(): ConnectionSummary["fingerprint"] {
    return this.kind.fingerprint;
  }

  private get kind(): ConnectionKind {
    return kindAt(this.table, this.id);
  }
}

/** A new one is made for every read, and sorting reads a million, so it holds next to nothing. */
class VerdictInTable implements ListedVerdict {
  private readonly table: ConnectionTable;
  private readonly id: number;
  private readonly kind: NonNullable<ConnectionKind["verdict"]>;

  constructor(table: ConnectionTable, id: number, kind: NonNullable<ConnectionKind["verdict"]>) {
    this.table = table;
    this.id = id;
    this.kind = kind;
  }

  get outcome(): ListedVerdict["outcome"] {
    return this.kind.outcome;
  }

  get startCaptured(): boolean {
    return this.kind.startCaptured;
  }

  get opening(): ListedVerdict["opening"] {
    return this.kind.opening;
  }

  get closing(): ListedVerdict["closing"] {
    return this.kind.closing;
  }

  get firstCloser(): ListedVerdict["firstCloser"] {
    return this.kind.firstCloser;
  }

  get zeroWindow(): number {
    return this.table.zeroWindow[this.id] ?? Number.NaN;
  }

  get retransmissions(): ListedVerdict["retransmissions"] {
    return this.kind.retransmissions;
  }

  get payload(): ListedVerdict["payload"] {
    const { payload } = this.table;
    return { client: payload[2 * this.id] ?? 0, server: payload[2 * this.id + 1] ?? 0 };
  }

  get duration(): number | null {
    return known(this.table.duration[this.id]);
  }

  get handshakeRoundTrip(): ListedVerdict["handshakeRoundTrip"] {
    return timeOf(this.table.handshakeRoundTrip[this.id]);
  }

  get openingTime(): ListedVerdict["openingTime"] {
    return timeOf(this.table.openingTime[this.id]);
  }
}

function timeOf(column: number | undefined): { readonly duration: number } | null {
  const duration = known(column);
  return duration === null ? null : { duration };
}

function kindAt({ kinds, kind }: ConnectionTable, id: number): ConnectionKind {
  return present(kinds[kind[id] ?? 0], "the kind of a connection");
}

function known(number: number | undefined): number | null {
  return number === undefined || Number.isNaN(number) ? null : number;
}
