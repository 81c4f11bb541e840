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
import type { Both, Strand } from "./strand.ts";

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

/** The rows of each flow, ascending: sorted once by counting. */
function rowsByFlow(table: SegmentTable): (flow: number) => Uint32Array {
  const from = new Uint32Array(table.flows.length + 2);
  for (let row = 0; row < table.length; row++) from[(table.flow[row] >>> 1) + 2]++;
  for (let flow = 2; flow < from.length; flow++) from[flow] += from[flow - 1];
  const rows = new Uint32Array(table.length);
  for (let row = 0; row < table.length; row++) rows[from[(table.flow[row] >>> 1) + 1]++] = row;
  return (flow) => rows.subarray(from[flow], from[flow + 1]);
}
