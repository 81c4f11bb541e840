import type { SegmentTable } from "../segments/segment-table.ts";
import type { Connection } from "../tcp/connection.ts";
import {
  type ConnectionMarks,
  endpointKeys,
  initialKeys,
  marksOf,
  numberKeys,
  openingKeys,
  shapeKeys,
  timestampKeys,
} from "./connection-marks.ts";
import type { Both, OneCapture, Strand } from "./strand.ts";

/** A connection of the first capture that may be any of several of the second one: nothing tells which. */
export interface Undecided {
  readonly connection: number;
  readonly candidates: readonly number[];
}

/** What connections that are one have in common: any of the keys. */
type KeysOf = (marks: ConnectionMarks, table: SegmentTable) => readonly string[];

/** Where one of the captures does not tell both initial numbers. */
const OF_PARTS: readonly KeysOf[] = [openingKeys, numberKeys];
const KEYS: readonly KeysOf[] = [initialKeys, timestampKeys, endpointKeys, shapeKeys, ...OF_PARTS];

/**
 * Connections whose addresses or numbers were rewritten on the way, among those that are given: equal in both initial
 * sequence numbers; else in the timestamps of a SYN,ACK; else in endpoints and SYNs; else in their whole shape; else, where
 * a capture does not hold the whole opening, in a SYN or in data. Each counts where it is unique in both captures.
 */
export function rewrittenConnections(
  captures: Both<OneCapture>,
  left: Both<readonly Connection[]>,
): { readonly strands: Strand[]; readonly undecided: Undecided[] } {
  const [first, second] = [marksIn(captures[0], left[0]), marksIn(captures[1], left[1])] as const;
  const strands: Strand[] = [];
  const undecided = new Map<number, Undecided>();
  const done: Both<Set<number>> = [new Set(), new Set()];
  for (const keysOf of KEYS) {
    const groups = [
      groupBy(first, captures[0].table, keysOf),
      groupBy(second, captures[1].table, keysOf),
    ] as const;
    for (const [value, here] of groups[0]) {
      const open = here.filter(({ id }) => !done[0].has(id));
      const there = (groups[1].get(value) ?? []).filter(({ id }) => !done[1].has(id));
      if (open.length === 0 || there.length === 0) continue;
      if (open.length > 1 || there.length > 1) {
        const candidates = there.map(({ id }) => id);
        for (const { id } of open) undecided.set(id, { connection: id, candidates });
        continue;
      }
      if (areContradicted([open[0], there[0]], captures, keysOf)) continue;
      done[0].add(open[0].id);
      done[1].add(there[0].id);
      undecided.delete(open[0].id);
      strands.push(strandOf(open[0], there[0]));
    }
  }
  return { strands, undecided: [...undecided.values()] };
}

/**
 * Whether both hold timestamps in a SYN,ACK, and none are the same: a path that leaves them there leaves their values. Where
 * both captures tell both numbers, a part of a connection is no evidence.
 */
function areContradicted(
  [first, second]: Both<ConnectionMarks>,
  [one, other]: Both<OneCapture>,
  keysOf: KeysOf,
): boolean {
  const [here, there] = [initialKeys(first), initialKeys(second)];
  if (here.length > 0 && here[0] === there[0]) return false;
  if (OF_PARTS.includes(keysOf) && here.length > 0 && there.length > 0) return true;
  const [told, others] = [timestampKeys(first, one.table), timestampKeys(second, other.table)];
  return told.length > 0 && others.length > 0 && !told.some((key) => others.includes(key));
}

function marksIn({ table }: OneCapture, connections: readonly Connection[]): ConnectionMarks[] {
  return connections.map((connection) => marksOf(table, connection));
}

function strandOf(first: ConnectionMarks, second: ConnectionMarks): Strand {
  // Two ends that open at once: each capture may take another one for the client.
  const isCrossed =
    first.initial.client !== second.initial.client &&
    first.initial.client === second.initial.server &&
    first.initial.server === second.initial.client;
  const { client: own, server: peers } = second.initial;
  const [client, server] = isCrossed ? [peers, own] : [own, peers];
  const shifts = [shiftOf(first.initial.client, client), shiftOf(first.initial.server, server)] as const;
  const isTurned = (first.clientDirection === second.clientDirection) === isCrossed;
  return {
    turned: isTurned ? 1 : 0,
    shift: first.clientDirection === 0 ? shifts : [shifts[1], shifts[0]],
    rows: [first.rows, second.rows],
  };
}

function shiftOf(first: number | null, second: number | null): number {
  return first === null || second === null ? 0 : (first - second) >>> 0;
}

function groupBy(
  all: readonly ConnectionMarks[],
  table: SegmentTable,
  keysOf: KeysOf,
): Map<string, ConnectionMarks[]> {
  const groups = new Map<string, ConnectionMarks[]>();
  for (const marks of all) {
    for (const key of keysOf(marks, table)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [marks]);
      else group.push(marks);
    }
  }
  return groups;
}
