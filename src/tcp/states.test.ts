import { expect, test } from "vitest";
import { SegmentTableBuilder } from "../segments/segment-table-builder.ts";
import { compactTable } from "../testing/compact-notation.ts";
import { analyseTable } from "./analyse-table.ts";
import type { ConnectionAnalysis } from "./analysis.ts";
import { endStatesAt, movesAt, movesUpTo, statePath } from "./states.ts";

function first(table: SegmentTableBuilder): ConnectionAnalysis {
  const [analysis] = analyseTable(table);
  if (analysis === undefined) throw new Error("no connection");
  return analysis;
}

const CLOSE = "cS sS. c. cF. sF. c.";

test("at position 0 nothing has happened yet", () => {
  const { client, server } = endStatesAt(first(compactTable(CLOSE)), 0);
  expect(client).toEqual({ state: "CLOSED", basis: "start", alternatives: [] });
  expect(server).toEqual({ state: "LISTEN", basis: "start", alternatives: [] });
});

test("at each position the states are those after that segment, and stay until the next move", () => {
  const analysis = first(compactTable(CLOSE));
  const states = [1, 2, 3, 4, 5, 6].map((position) => {
    const { client, server } = endStatesAt(analysis, position);
    return `${client.state} ${server.state}`;
  });
  expect(states).toEqual([
    "SYN-SENT SYN-RECEIVED",
    "ESTABLISHED SYN-RECEIVED",
    "ESTABLISHED ESTABLISHED",
    "FIN-WAIT-1 CLOSE-WAIT",
    "TIME-WAIT LAST-ACK",
    "TIME-WAIT CLOSED",
  ]);
});

test("the moves at a position are found without walking through all", () => {
  const analysis = first(compactTable(CLOSE));
  expect(movesAt(analysis, 4).map(({ arrow }) => arrow)).toEqual(["T18", "T19"]);
  expect(movesAt(analysis, 0)).toEqual([]);
  expect(movesUpTo(analysis.moves, 0)).toBe(0);
  expect(movesUpTo(analysis.moves, 6)).toBe(analysis.moves.length);
});

test("the path passes FIN-WAIT-2 also within one segment, and leaves out what is only predicted", () => {
  const analysis = first(compactTable(CLOSE));
  expect(statePath(analysis, "client").join(", ")).toBe(
    "CLOSED, SYN-SENT, ESTABLISHED, FIN-WAIT-1, FIN-WAIT-2, TIME-WAIT",
  );
});

test("the path holds what a clock or the next connection shows after the last segment", () => {
  expect(statePath(first(compactTable(`${CLOSE} ports=5,6 ~80 cS`)), "client").at(-1)).toBe("CLOSED");
  expect(statePath(first(compactTable("cS sS. c. sF. cF. s. ~2 cS* sS. c.")), "server").at(-1)).toBe(
    "CLOSED",
  );
});

test("an end that is never heard of has no path", () => {
  expect(statePath(first(compactTable("cS ~1 cS")), "server")).toEqual([]);
});

test("a capture that begins with a FIN names the states that it cannot tell apart, until the other end speaks", () => {
  const analysis = first(compactTable("mid sF. c. cF. s."));
  expect(endStatesAt(analysis, 1)).toMatchObject({
    client: { state: "CLOSE-WAIT", alternatives: ["TIME-WAIT"] },
    server: { state: "FIN-WAIT-1", alternatives: ["LAST-ACK"] },
  });
  expect(endStatesAt(analysis, 2).server).toMatchObject({ state: "FIN-WAIT-2", alternatives: ["CLOSED"] });
  expect(endStatesAt(analysis, 3)).toMatchObject({
    client: { state: "LAST-ACK", alternatives: [] },
    server: { state: "TIME-WAIT", alternatives: [] },
  });
});

test("data that the other end sent before settles it", () => {
  const analysis = first(compactTable("mid cP.+5 s. sF. c."));
  expect(endStatesAt(analysis, 3).server).toMatchObject({ state: "FIN-WAIT-1", alternatives: [] });
});

test("a socket that is connected to itself has one state, whichever end is asked for", () => {
  const table = new SegmentTableBuilder();
  const self = { address: "127.0.0.1", port: 47136 };
  const flow = table.flows.internEndpoints(self, self);
  const isn = 837073324;
  const rows = [
    [0x02, isn, 0],
    [0x12, isn, isn + 1],
    [0x10, isn + 1, isn + 1],
    [0x11, isn + 1, isn + 1],
    [0x10, isn + 2, isn + 2],
  ] as const;
  for (const [index, [flags, sequenceNumber, acknowledgmentNumber]] of rows.entries()) {
    const numbers = { sequenceNumber, acknowledgmentNumber, payloadLength: 0, window: 64 };
    table.append({ frame: index + 1, time: BigInt(index) * 1000n, flow, flags, ...numbers });
  }
  const analysis = first(table);
  const path = ["CLOSED", "SYN-SENT", "SYN-RECEIVED", "ESTABLISHED", "FIN-WAIT-1", "CLOSING", "TIME-WAIT"];
  expect(statePath(analysis, "client")).toEqual(path);
  expect(statePath(analysis, "server")).toEqual(path);
  expect(endStatesAt(analysis, 4).server).toEqual(endStatesAt(analysis, 4).client);
});
