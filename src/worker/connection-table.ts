import { present } from "../base/assert.ts";
import type { Endpoint } from "../segments/endpoint.ts";
import { endpointOf, type FlowColumns } from "../segments/flow-columns.ts";
import type { ConnectionSummary, ListedVerdict } from "./analyser.ts";

/** What many connections have in common: everything in a line of the list but sockets, times and octets. */
export interface ConnectionKind extends Pick<
  ConnectionSummary,
  "roleBasis" | "segments" | "states" | "notes" | "fingerprint"
> {
  readonly verdict: Pick<ListedVerdict, "outcome" | "startCaptured" | "opening" | "closing">;
}

/**
 * The list of connections in columns: plain data that moves from the worker to the page. A million of them are 60 MB,
 * where objects would be 600.
 */
export interface ConnectionTable {
  readonly length: number;
  /** Index into {@link kinds}. */
  readonly kind: Uint32Array;
  readonly kinds: readonly ConnectionKind[];
  /** `flow * 2 + end`: the end of the flow that is the client. */
  readonly client: Uint32Array;
  readonly flows: FlowColumns;
  /** Nanoseconds; NaN where not known. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly duration: Float64Array;
  readonly handshake: Float64Array;
  /** Octets of data: of connection `id`, the client's at `2 * id` and the server's after it. */
  readonly payload: Float64Array;
}

/** The memory of a table that can move to the page. */
export function buffersOf(table: ConnectionTable): ArrayBufferLike[] {
  const columns = [table.kind, table.client, table.start, table.end, table.duration, table.handshake];
  return [...columns, table.payload, table.flows.fields, table.flows.octets].map(({ buffer }) => buffer);
}

/** One line of the list, read from the table whenever it is asked for. */
export class ListedConnection implements ConnectionSummary {
  readonly id: number;
  private readonly table: ConnectionTable;

  constructor(table: ConnectionTable, id: number) {
    this.table = table;
    this.id = id;
  }

  get client(): Endpoint {
    const client = this.table.client[this.id] ?? 0;
    return endpointOf(this.table.flows, client >>> 1, (client & 1) as 0 | 1);
  }

  get server(): Endpoint {
    const client = this.table.client[this.id] ?? 0;
    return endpointOf(this.table.flows, client >>> 1, ((client & 1) ^ 1) as 0 | 1);
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

  get verdict(): ListedVerdict {
    return new VerdictInTable(this.table, this.id);
  }

  get states(): ConnectionSummary["states"] {
    return this.kind.states;
  }

  get notes(): ConnectionSummary["notes"] {
    return this.kind.notes;
  }

  get fingerprint(): ConnectionSummary["fingerprint"] {
    return this.kind.fingerprint;
  }

  private get kind(): ConnectionKind {
    return kindOf(this.table, this.id);
  }
}

/** Made anew whenever it is asked for, and asked for a million times when a list is sorted: it holds nothing. */
class VerdictInTable implements ListedVerdict {
  private readonly table: ConnectionTable;
  private readonly id: number;

  constructor(table: ConnectionTable, id: number) {
    this.table = table;
    this.id = id;
  }

  get outcome(): ListedVerdict["outcome"] {
    return kindOf(this.table, this.id).verdict.outcome;
  }

  get startCaptured(): boolean {
    return kindOf(this.table, this.id).verdict.startCaptured;
  }

  get opening(): ListedVerdict["opening"] {
    return kindOf(this.table, this.id).verdict.opening;
  }

  get closing(): ListedVerdict["closing"] {
    return kindOf(this.table, this.id).verdict.closing;
  }

  get payload(): ListedVerdict["payload"] {
    const { payload } = this.table;
    return { client: payload[2 * this.id] ?? 0, server: payload[2 * this.id + 1] ?? 0 };
  }

  get duration(): number | null {
    return known(this.table.duration[this.id]);
  }

  get handshake(): ListedVerdict["handshake"] {
    const duration = known(this.table.handshake[this.id]);
    return duration === null ? null : { duration };
  }
}

function kindOf({ kinds, kind }: ConnectionTable, id: number): ConnectionKind {
  return present(kinds[kind[id] ?? 0], "the kind of a connection");
}

function known(number: number | undefined): number | null {
  return number === undefined || Number.isNaN(number) ? null : number;
}
