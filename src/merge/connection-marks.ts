import { hashKey, hashWith } from "../base/keyed-hash.ts";
import { ACK, RST, SYN } from "../segments/flags.ts";
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
}

export function marksOf(table: SegmentTable, connection: Connection): ConnectionMarks {
  const { id, rows, clientDirection } = connection;
  let client: number | null = null;
  let server: number | null = null;
  for (const row of rows) {
    const flags = table.flags[row];
    if ((flags & (SYN | RST)) !== SYN) continue;
    const isClient = (table.flow[row] & 1) === clientDirection;
    if (isClient && (flags & ACK) === 0) client ??= table.sequenceNumber[row];
    else if (!isClient && (flags & ACK) !== 0) {
      server ??= table.sequenceNumber[row];
      client ??= (table.acknowledgmentNumber[row] - 1) >>> 0;
    }
    if (client !== null && server !== null) break;
  }
  return { id, initial: { client, server }, clientDirection, rows };
}

/** Both initial sequence numbers as one key; null where one is not known. */
export function initialKey({ initial }: ConnectionMarks): string | null {
  return initial.client === null || initial.server === null ? null : `${initial.client}/${initial.server}`;
}

/**
 * What a path that rewrites numbers leaves of a connection: the TSvals of SYN and SYN,ACK. null without timestamps in
 * both.
 */
export function timestampKey(table: SegmentTable, marks: ConnectionMarks): string | null {
  let syn = -1;
  let answer = -1;
  for (const row of marks.rows) {
    if ((table.flags[row] & (SYN | RST)) !== SYN) continue;
    const value = timestampValue(table, row);
    if ((table.flags[row] & ACK) === 0) syn = syn < 0 ? value : syn;
    else answer = answer < 0 ? value : answer;
  }
  return syn < 0 || answer < 0 ? null : `${syn}/${answer}`;
}

/**
 * The shape of a connection: the direction, control bits, relative numbers, length and window of each segment, each once
 * and in any order. null where the numbers have no known beginning.
 */
export function shapeKey(table: SegmentTable, marks: ConnectionMarks): string | null {
  const { client, server } = marks.initial;
  if (client === null || server === null) return null;
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
  return `${shapes.size}/${sum}/${mixed}`;
}
