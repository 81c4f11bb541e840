import { FIELDS, FIRST_NAMED_PORT, type FlowColumns, IS_IPV4 } from "../segments/flow-columns.ts";
import type { FlowList, SegmentTable } from "../segments/segment-table.ts";
import type { Connection } from "../tcp/connection.ts";
import { type ConnectionMarks, initialKey, marksOf, shapeKey, timestampKey } from "./connection-marks.ts";
import type { Both, OneCapture, Strand } from "./strand.ts";

/** A connection of the first capture that may be any of several of the second one: nothing tells which. */
export interface Undecided {
  readonly connection: number;
  readonly candidates: readonly number[];
}

/** The rows of each pair of endpoints that both captures hold. */
export function sharedFlows([first, second]: Both<SegmentTable>): Strand[] {
  const rows = [rowsByFlow(first), rowsByFlow(second)] as const;
  const ends = [new EndKeys(first.flows), new EndKeys(second.flows)] as const;
  const flows = new Map<string, number>();
  for (let flow = 0; flow < first.flows.length; flow++)
    if (!first.flows.isLoop(flow)) flows.set(ends[0].pair(flow), flow);
  const strands: Strand[] = [];
  for (let flow = 0; flow < second.flows.length; flow++) {
    const there = second.flows.isLoop(flow) ? undefined : flows.get(ends[1].pair(flow));
    if (there === undefined) continue;
    const turned = ends[0].key(there, 0) === ends[1].key(flow, 0) ? 0 : 1;
    const both = [rows[0](there), rows[1](flow)] as const;
    if (both[0].length > 0 && both[1].length > 0) strands.push({ turned, shift: [0, 0], rows: both });
  }
  return strands;
}

/** The endpoints of a table's flows as keys that are equal in another table. */
class EndKeys {
  private readonly flows: FlowList;
  private readonly columns: FlowColumns;

  constructor(flows: FlowList) {
    this.flows = flows;
    this.columns = flows.copy();
  }

  /** The same for the two ends in either order. */
  pair(flow: number): string {
    const one = String(this.key(flow, 0));
    const other = String(this.key(flow, 1));
    return one < other ? `${one} ${other}` : `${other} ${one}`;
  }

  /** Formatting an address costs more than everything else that is done for a flow. */
  key(flow: number, end: 0 | 1): string | number {
    const { fields } = this.columns;
    const at = flow * FIELDS;
    const port = fields[at + 2 + end] & ~IS_IPV4;
    if ((fields[at + 2] & IS_IPV4) !== 0 && port < FIRST_NAMED_PORT)
      return (fields[at + end] >>> 0) * FIRST_NAMED_PORT + port;
    const { address, port: named } = end === 0 ? this.flows.a(flow) : this.flows.b(flow);
    return `${address} ${named}`;
  }
}

/**
 * Connections whose addresses or numbers were rewritten on the way, among those that are given: equal in both initial
 * sequence numbers; else in the TSvals of their SYNs; else in their whole shape, where that is unique in both captures.
 */
export function rewrittenConnections(
  captures: Both<OneCapture>,
  left: Both<readonly Connection[]>,
): { readonly strands: Strand[]; readonly undecided: Undecided[] } {
  const marks = ([0, 1] as const).map((witness) =>
    left[witness].map((connection) => marksOf(captures[witness].table, connection)),
  );
  const [first = [], second = []] = marks;
  const strands: Strand[] = [];
  const undecided = new Map<number, Undecided>();
  const done: Both<Set<number>> = [new Set(), new Set()];
  const keys: readonly ((marks: ConnectionMarks, table: SegmentTable) => string | null)[] = [
    (one) => initialKey(one),
    (one, table) => (initialKey(one) === null ? null : timestampKey(table, one)),
    (one, table) => shapeKey(table, one),
  ];
  for (const key of keys) {
    const groups = [groupBy(first, captures[0].table, key), groupBy(second, captures[1].table, key)] as const;
    for (const [value, here] of groups[0]) {
      const open = here.filter(({ id }) => !done[0].has(id));
      const there = (groups[1].get(value) ?? []).filter(({ id }) => !done[1].has(id));
      if (open.length === 0 || there.length === 0) continue;
      if (open.length > 1 || there.length > 1) {
        const candidates = there.map(({ id }) => id);
        for (const { id } of open) undecided.set(id, { connection: id, candidates });
        continue;
      }
      if (areContradicted(open[0], there[0], captures)) continue;
      done[0].add(open[0].id);
      done[1].add(there[0].id);
      undecided.delete(open[0].id);
      strands.push(strandOf(open[0], there[0]));
    }
  }
  return { strands, undecided: [...undecided.values()] };
}

/** Whether both hold timestamps in SYN and SYN,ACK, which differ: a path that leaves them there leaves their values. */
function areContradicted(
  first: ConnectionMarks,
  second: ConnectionMarks,
  [one, other]: Both<OneCapture>,
): boolean {
  const [here, there] = [timestampKey(one.table, first), timestampKey(other.table, second)];
  return initialKey(first) !== initialKey(second) && here !== null && there !== null && here !== there;
}

function strandOf(first: ConnectionMarks, second: ConnectionMarks): Strand {
  const client = shiftOf(first.initial.client, second.initial.client);
  const server = shiftOf(first.initial.server, second.initial.server);
  return {
    turned: first.clientDirection === second.clientDirection ? 0 : 1,
    shift: first.clientDirection === 0 ? [client, server] : [server, client],
    rows: [first.rows, second.rows],
  };
}

function shiftOf(first: number | null, second: number | null): number {
  return first === null || second === null ? 0 : (first - second) >>> 0;
}

function groupBy(
  all: readonly ConnectionMarks[],
  table: SegmentTable,
  keyOf: (marks: ConnectionMarks, table: SegmentTable) => string | null,
): Map<string, ConnectionMarks[]> {
  const groups = new Map<string, ConnectionMarks[]>();
  for (const marks of all) {
    const key = keyOf(marks, table);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [marks]);
    else group.push(marks);
  }
  return groups;
}

/** The rows of each flow, ascending: sorted once by counting. */
function rowsByFlow(table: SegmentTable): (flow: number) => Uint32Array {
  const from = new Uint32Array(table.flows.length + 2);
  for (let row = 0; row < table.length; row++) from[(table.flow[row] >>> 1) + 2]++;
  for (let flow = 2; flow < from.length; flow++) from[flow] += from[flow - 1];
  const rows = new Uint32Array(table.length);
  for (let row = 0; row < table.length; row++) rows[from[(table.flow[row] >>> 1) + 1]++] = row;
  return (flow) => rows.subarray(from[flow], from[flow + 1]);
}
