import type { Endpoint } from "../segments/endpoint.ts";
import { AE, CWR, ECE, SYN } from "../segments/flags.ts";
import { optionsOf, type TcpOptions } from "../segments/options.ts";
import type { SegmentTable } from "../segments/segment-table.ts";
import type { Connection } from "../tcp/connection.ts";
import type { Side } from "../tcp/state.ts";
import type { MergedCapture } from "./merge-captures.ts";
import { type Both, otherOf, type Witness } from "./strand.ts";

/** What is in between: how the segments of one end differ where they arrive from how they were sent. */
export interface PathChanges {
  /** Its address and port, where they were rewritten. */
  readonly endpoint?: Change<Endpoint>;
  /** What was added to its sequence numbers, modulo 2^32. */
  readonly sequenceShift?: number;
  /** Options of its SYN with another value, or none. */
  readonly mss?: Change<number | null>;
  readonly windowScale?: Change<number | null>;
  readonly sackPermitted?: Change<boolean>;
  readonly timestamps?: Change<boolean>;
  /** Its SYN lost bits of congestion control (RFC 3168, RFC 9768). */
  readonly congestionBitsCleared?: true;
  /** Routers that its segments pass, by their TTL or hop limit; the least and the most. */
  readonly hops?: readonly [least: number, most: number];
}

interface Change<T> {
  readonly sent: T;
  readonly arrived: T;
}

const CONGESTION = ECE | CWR | AE;

/** What the path changed in the segments of either end of a merged connection. */
export function pathChanges(
  merged: MergedCapture,
  tables: Both<SegmentTable>,
  { rows, clientDirection }: Connection,
): Readonly<Record<Side, PathChanges>> {
  const of = (direction: 0 | 1): PathChanges => changesOf(pairsOf(merged, rows, direction), tables);
  return { client: of(clientDirection), server: of(clientDirection === 0 ? 1 : 0) };
}

/** A segment that both captures hold: its rows, and which of them is at its sender's side. */
interface HeldTwice {
  readonly rows: Both<number>;
  readonly sender: Witness;
}

function pairsOf(
  { table, rows: held, senders }: MergedCapture,
  rows: Uint32Array,
  direction: 0 | 1,
): HeldTwice[] {
  const pairs: HeldTwice[] = [];
  for (const row of rows) {
    const both = [held[0][row], held[1][row]] as const;
    if ((table.flow[row] & 1) !== direction || both[0] < 0 || both[1] < 0) continue;
    pairs.push({ rows: both, sender: senders[row] === 0 ? 0 : 1 });
  }
  return pairs;
}

function changesOf(pairs: readonly HeldTwice[], tables: Both<SegmentTable>): PathChanges {
  const [first] = pairs;
  if (first === undefined) return {};
  const [sent, arrived] = inOrder(first, tables);
  const from = endpointOf(sent.table, sent.row);
  const to = endpointOf(arrived.table, arrived.row);
  const shift = (arrived.table.sequenceNumber[arrived.row] - sent.table.sequenceNumber[sent.row]) >>> 0;
  const hops = hopsOf(pairs, tables);
  const syn = pairs.find(({ rows }) => (tables[0].flags[rows[0]] & SYN) !== 0);
  return {
    ...((from.address !== to.address || from.port !== to.port) && { endpoint: { sent: from, arrived: to } }),
    ...(shift !== 0 && { sequenceShift: shift }),
    ...(syn !== undefined && changesOfSyn(syn, tables)),
    ...(hops !== null && hops[1] > 0 && { hops }),
  };
}

function changesOfSyn(pair: HeldTwice, tables: Both<SegmentTable>): PathChanges {
  const [sent, arrived] = inOrder(pair, tables);
  const [before, after] = [optionsOf(sent.table, sent.row), optionsOf(arrived.table, arrived.row)];
  const isCleared = (sent.table.flags[sent.row] & ~arrived.table.flags[arrived.row] & CONGESTION) !== 0;
  return {
    ...changed("mss", (options) => options.mss ?? null, before, after),
    ...changed("windowScale", (options) => options.windowScale ?? null, before, after),
    ...changed("sackPermitted", (options) => options.sackPermitted === true, before, after),
    ...changed("timestamps", (options) => options.timestamps !== undefined, before, after),
    ...(isCleared && { congestionBitsCleared: true }),
  };
}

function changed<T>(
  name: string,
  of: (options: TcpOptions) => T,
  before: TcpOptions,
  after: TcpOptions,
): Readonly<Record<string, Change<T>>> {
  const [sent, arrived] = [of(before), of(after)];
  return sent === arrived ? {} : { [name]: { sent, arrived } };
}

/** null where a capture does not tell the TTL, as most texts do not. */
function hopsOf(pairs: readonly HeldTwice[], tables: Both<SegmentTable>): readonly [number, number] | null {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const pair of pairs) {
    const [sent, arrived] = inOrder(pair, tables);
    const [before, after] = [sent.table.ttl[sent.row], arrived.table.ttl[arrived.row]];
    if (before === 0 || after === 0 || after > before) return null;
    least = Math.min(least, before - after);
    most = Math.max(most, before - after);
  }
  return [least, most];
}

interface RowOf {
  readonly table: SegmentTable;
  readonly row: number;
}

function inOrder(
  { rows, sender }: HeldTwice,
  tables: Both<SegmentTable>,
): readonly [sent: RowOf, arrived: RowOf] {
  const of = (witness: Witness): RowOf => ({ table: tables[witness], row: rows[witness] });
  return [of(sender), of(otherOf(sender))];
}

/** The sender of a row. */
function endpointOf(table: SegmentTable, row: number): Endpoint {
  const flow = table.flow[row] >>> 1;
  return (table.flow[row] & 1) === 0 ? table.flows.a(flow) : table.flows.b(flow);
}
