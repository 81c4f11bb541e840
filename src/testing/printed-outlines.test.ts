import { expect, test } from "vitest";
import { tcpdumpText } from "../export/tcpdump-text.ts";
import { ACK, FIN, PSH, RST, SYN } from "../segments/flags.ts";
import { SegmentTableBuilder } from "../segments/segment-table-builder.ts";
import type { SegmentTable } from "../segments/segment-table.ts";
import { analyseConnection } from "../tcp/analyse-connection.ts";
import { ConnectionGrouping } from "../tcp/connections/group-connections.ts";
import type { GroupedConnections } from "../tcp/connections/grouped-connections.ts";
import { kindOf } from "../worker/connection-kind.ts";
import { readText } from "./printed-segments.ts";
import { Random } from "./random.ts";

const CONNECTIONS = 400;
const SERVER = { address: "192.0.2.80", port: 443 };

/** Connections in which all goes well, with numbers, lengths and a way of closing of their own, one after the other. */
function captured(random: Random): SegmentTableBuilder {
  const table = new SegmentTableBuilder();
  for (let index = 0; index < CONNECTIONS; index++) appendConnection(table, index, random);
  return table;
}

function appendConnection(table: SegmentTableBuilder, index: number, random: Random): void {
  const client = { address: `10.0.${index >> 8}.${index & 255}`, port: 40_000 + index };
  const [there, back] = [
    table.flows.internEndpoints(client, SERVER),
    table.flows.internEndpoints(SERVER, client),
  ];
  const next: [number, number] = [random.below(2 ** 32), random.below(2 ** 32)];
  const send = (end: 0 | 1, flags: number, length = 0): void => {
    table.append({
      frame: table.length + 1,
      time: BigInt(1 + table.length) * 1_000_000n,
      flow: end === 0 ? there : back,
      sequenceNumber: next[end],
      acknowledgmentNumber: (flags & ACK) === 0 ? 0 : next[end === 0 ? 1 : 0],
      payloadLength: length,
      window: 60_000,
      flags,
    });
    next[end] = (next[end] + length + ((flags & (SYN | FIN)) === 0 ? 0 : 1)) % 2 ** 32;
  };
  send(0, SYN);
  send(1, SYN | ACK);
  send(0, ACK);
  for (let turn = random.below(3); turn > 0; turn--) {
    const from = random.chance(0.5) ? 0 : 1;
    send(from, PSH | ACK, 1 + random.below(1400));
    send(from === 0 ? 1 : 0, ACK);
  }
  const closer = random.chance(0.5) ? 0 : 1;
  const other = closer === 0 ? 1 : 0;
  if (random.chance(0.2)) send(closer, RST | ACK);
  else {
    send(closer, FIN | ACK);
    send(other, FIN | ACK);
    send(closer, ACK);
  }
}

function grouped(table: SegmentTable): GroupedConnections {
  return new ConnectionGrouping(table).finish();
}

/** What a line of the list says of a connection but for its sockets and numbers. */
function toldOf(table: SegmentTable, connections: GroupedConnections, id: number): string {
  const kind = kindOf(analyseConnection(table, connections, id));
  const { roleBasis, segments, states, notes, fingerprint, verdict } = kind;
  const { outcome, startCaptured, opening, closing } = verdict;
  const told = { roleBasis, segments, states, notes, fingerprint, outcome, startCaptured, opening, closing };
  return JSON.stringify(told);
}

test("printed connections are alike as the captured ones are, and the same is said of those that are alike", () => {
  const table = captured(new Random(7));
  const connections = grouped(table);
  const ids = Array.from({ length: connections.length }, (_, id) => id);
  const text = ids.map((id) => tcpdumpText(analyseConnection(table, connections, id))).join("");
  const { table: read } = readText(text);
  const printed = grouped(read);
  expect(printed.length).toBe(CONNECTIONS);
  const told = new Map<number, Set<string>>();
  for (const id of ids) {
    const likeness = printed.likeness(id) ?? Number.NaN;
    told.set(likeness, (told.get(likeness) ?? new Set()).add(toldOf(read, printed, id)));
  }
  expect(told.has(Number.NaN)).toBe(false);
  expect(told.size).toBe(new Set(ids.map((id) => connections.likeness(id))).size);
  expect([...told.values()].filter(({ size }) => size !== 1)).toEqual([]);
});
