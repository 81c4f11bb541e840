import { hashKey, hashWith } from "../base/keyed-hash.ts";
import { ACK, RST, SYN } from "../segments/flags.ts";
import { optionsOf } from "../segments/options.ts";
import type { SegmentTable } from "../segments/segment-table.ts";
import type { Connection } from "../tcp/connection.ts";
import { timestampValue } from "./segment-key.ts";

/** What stays of a connection where a path rewrites its addresses or its numbers. */
export interface ConnectionMarks {
  readonly id: number;
  /** Initial sequence numbers; null where the capture does not tell them. */
  readonly initial: { readonly client: number | null; readonly server: number | null };
  /** The direction of the flow in which the client sends. */
  readonly clientDirection: 0 | 1;
  readonly rows: Uint32Array;
  readonly endpoints: string;
}

export function marksOf(table: SegmentTable, connection: Connection): ConnectionMarks {
  const { id, rows, clientDirection } = connection;
  let own: number | null = null;
  let peers: number | null = null;
  for (const row of rows) {
    if (!isSyn(table, row)) continue;
    const number = table.sequenceNumber[row];
    const acknowledged = (table.flags[row] & ACK) === 0 ? null : (table.acknowledgmentNumber[row] - 1) >>> 0;
    const isClient = (table.flow[row] & 1) === clientDirection;
    own ??= isClient ? number : acknowledged;
    peers ??= isClient ? acknowledged : number;
    if (own !== null && peers !== null) break;
  }
  const { client, server } = connection;
  const endpoints = `${client.address} ${client.port} ${server.address} ${server.port}`;
  return { id, initial: { client: own, server: peers }, clientDirection, rows, endpoints };
}

/**
 * Both initial sequence numbers as one key, in no order: of two ends that open at once, each capture may hold the SYN of
 * its own end first. Empty where one is not known.
 */
export function initialKeys({ initial: { client, server } }: ConnectionMarks): readonly string[] {
  if (client === null || server === null) return [];
  return [`${Math.min(client, server)}/${Math.max(client, server)}`];
}

/**
 * What a path that rewrites numbers leaves of a connection: TSval and TSecr of each SYN,ACK (RFC 7323 section 3.2). The
 * SYNs that were lost have others.
 */
export function timestampKeys({ rows }: ConnectionMarks, table: SegmentTable): readonly string[] {
  const keys = new Set<string>();
  for (const row of rows) {
    if (!isSyn(table, row) || (table.flags[row] & ACK) === 0) continue;
    const { timestamps } = optionsOf(table, row);
    if (timestamps !== undefined) keys.add(timestamps.join("/"));
  }
  return [...keys];
}

/**
 * The endpoints, and what a path that renews numbers leaves of the SYN: its TSval and its window; or its number, where only
 * the other end's are renewed.
 */
export function endpointKeys({ rows, endpoints }: ConnectionMarks, table: SegmentTable): readonly string[] {
  const syn = rows.find((row) => isSyn(table, row) && (table.flags[row] & ACK) === 0);
  if (syn === undefined) return [];
  const value = timestampValue(table, syn);
  const numbered = `${endpoints} ${table.sequenceNumber[syn]}`;
  return value < 0 ? [numbered] : [numbered, `${endpoints} TSval ${value} ${table.window[syn]}`];
}

/** The number and the TSval of each SYN of the client: where one capture holds no answer of the server. */
export function openingKeys({ rows }: ConnectionMarks, table: SegmentTable): readonly string[] {
  const keys = new Set<string>();
  for (const row of rows)
    if (isSyn(table, row) && (table.flags[row] & ACK) === 0)
      keys.add(`${table.sequenceNumber[row]} ${timestampValue(table, row)}`);
  return [...keys];
}

/** So many segments of a connection are compared by their numbers. */
const MOST_NUMBERS = 256;

/** Both numbers and the length of the first segments with data: where a capture holds no opening. */
export function numberKeys({ rows }: ConnectionMarks, table: SegmentTable): readonly string[] {
  const keys = new Set<string>();
  for (const row of rows) {
    if (table.payloadLength[row] === 0 || (table.flags[row] & (ACK | RST)) !== ACK) continue;
    keys.add(`${table.sequenceNumber[row]}/${table.acknowledgmentNumber[row]} ${table.payloadLength[row]}`);
    if (keys.size === MOST_NUMBERS) break;
  }
  return [...keys];
}

/**
 * The shape of a connection: the direction, control bits, relative numbers, length and window of each segment, each once
 * and in any order. Empty where the numbers have no known beginning.
 */
export function shapeKeys(marks: ConnectionMarks, table: SegmentTable): readonly string[] {
  const { client, server } = marks.initial;
  if (client === null || server === null) return [];
  const shapes = new Set<number>();
  let [sum, mixed] = [0, 0];
  for (const row of marks.rows) {
    const isClient = (table.flow[row] & 1) === marks.clientDirection;
    const flags = table.flags[row];
    const [own, peer] = isClient ? [client, server] : [server, client];
    const head = hashWith(hashWith(hashKey(), (flags << 1) | Number(isClient)), table.window[row]);
    const start = hashWith(head, (table.sequenceNumber[row] - own) >>> 0);
    const end = hashWith(start, table.payloadLength[row]);
    const shape = (flags & ACK) === 0 ? end : hashWith(end, (table.acknowledgmentNumber[row] - peer) >>> 0);
    if (shapes.has(shape)) continue;
    shapes.add(shape);
    sum = (sum + shape) >>> 0;
    mixed ^= Math.imul(shape, 0x9e3779b1);
  }
  return [`${shapes.size}/${sum}/${mixed}`];
}

function isSyn({ flags }: SegmentTable, row: number): boolean {
  return (flags[row] & (SYN | RST)) === SYN;
}
