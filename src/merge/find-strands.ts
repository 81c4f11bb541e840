import {
  endpointOf,
  FIELDS,
  FIRST_NAMED_PORT,
  type FlowColumns,
  IS_IPV4,
  isLoop,
} from "../segments/flow-columns.ts";
import { FlowTable } from "../segments/flow-table.ts";
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
  const pairs = new FlowTable();
  /** By pair: `flow * 2 + direction` of its `a` in the first capture. */
  const ofFirst: number[] = [];
  eachPair(pairs, first.flows, (flow, pair) => {
    ofFirst[pair >>> 1] = flow * 2 + (pair & 1);
  });
  const strands: Strand[] = [];
  eachPair(pairs, second.flows, (flow, pair) => {
    const there = ofFirst[pair >>> 1];
    if (there === undefined) return;
    const both = [rows[0](there >>> 1), rows[1](flow)] as const;
    const turned = ((there ^ pair) & 1) as 0 | 1;
    if (both[0].length > 0 && both[1].length > 0) strands.push({ turned, shift: [0, 0], rows: both });
  });
  return strands;
}

/** Calls for each flow but those of a socket with itself. @param take `pair`: `index * 2 + direction` in `pairs` */
function eachPair(pairs: FlowTable, flows: FlowList, take: (flow: number, pair: number) => void): void {
  const columns = flows.copy();
  for (let flow = 0; flow < columns.length; flow++)
    if (!isLoop(columns, flow)) take(flow, internFlow(pairs, columns, flow));
}

/** Formatting an address costs more than everything else that is done for a flow. */
function internFlow(pairs: FlowTable, columns: FlowColumns, flow: number): number {
  const at = flow * FIELDS;
  const { fields } = columns;
  const [portA, portB] = [fields[at + 2] & ~IS_IPV4, fields[at + 3]];
  const hasNumbers = portA < FIRST_NAMED_PORT && portB < FIRST_NAMED_PORT;
  if ((fields[at + 2] & IS_IPV4) !== 0 && hasNumbers)
    return pairs.internIpv4(fields[at], portA, fields[at + 1], portB);
  return pairs.internEndpoints(endpointOf(columns, flow, 0), endpointOf(columns, flow, 1));
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
