import { describe, expect, test } from "vitest";
import type { SegmentTableBuilder } from "../../segments/segment-table-builder.ts";
import { compactTable } from "../../testing/compact-notation.ts";
import { ConnectionGrouping } from "./group-connections.ts";

const CLOSED = ["cS", "sS.", "c.", "cP.+5", "s.", "cF.", "s.", "sF.", "c."];
const PAIRS = 600;

/** The same exchange on many pairs of endpoints, segment by segment in turn. */
function inTurn(): SegmentTableBuilder {
  const words = CLOSED.flatMap((word) =>
    Array.from({ length: PAIRS }, (_, index) => `ports=${20_000 + index},80 ${word}`),
  );
  return compactTable(words.join(" "));
}

test("hundreds of connections at once are told apart, and all are alike", () => {
  const grouping = new ConnectionGrouping(inTurn());
  grouping.advance();
  expect(grouping.count).toBe(PAIRS);
  const connections = grouping.finish();
  expect(connections.length).toBe(PAIRS);
  const told = connections.list().map(({ id, rows, client, why, next, previous }) => ({
    rows: [...rows],
    port: client.port,
    links: [why, next, previous],
    isLike: connections.likeness(id) === connections.likeness(0),
    payload: [connections.payload(id, 0), connections.payload(id, 1)],
  }));
  expect(connections.likeness(0)).not.toBeNull();
  expect(told).toEqual(
    Array.from({ length: PAIRS }, (_, index) => ({
      rows: CLOSED.map((_word, turn) => turn * PAIRS + index),
      port: 20_000 + index,
      links: ["first", null, null],
      isLike: true,
      payload: [5, 0],
    })),
  );
});

test("hundreds of connections one behind the other on one pair are linked", () => {
  const grouping = new ConnectionGrouping(compactTable("cS* sS. c. cR. ~1 ".repeat(PAIRS)));
  const connections = grouping.finish().list();
  expect(connections).toHaveLength(PAIRS);
  expect(connections.map(({ rows, next, previous }) => [rows[0], rows.length, next, previous])).toEqual(
    Array.from({ length: PAIRS }, (_, index) => [
      index * 4,
      4,
      index === PAIRS - 1 ? null : index + 1,
      index === 0 ? null : index - 1,
    ]),
  );
});

describe("while the capture is read", () => {
  const table = compactTable(
    "ports=1,80 cS sS. c. ports=81,2 mid s.+5 c. ports=3,82 sS ports=4,83 sS.@0/=1 s.",
  );
  const grouping = new ConnectionGrouping(table);

  test("nothing is said of connections before the end", () => {
    expect([grouping.connections, grouping.count]).toEqual([[], 0]);
    grouping.advance();
    expect([grouping.connections, grouping.count]).toEqual([[], 4]);
  });

  test("each connection has its ends and segments so far, and roles where a SYN tells them", () => {
    const [one, other] = ["10.0.0.1", "10.0.0.2"];
    grouping.advance();
    expect([0, 1, 2, 3].map((line) => grouping.soFar(line))).toEqual([
      {
        line: 0,
        client: { address: one, port: 1 },
        server: { address: other, port: 80 },
        rolesTold: true,
        segments: 3,
      },
      {
        line: 1,
        client: { address: other, port: 2 },
        server: { address: one, port: 81 },
        rolesTold: false,
        segments: 2,
      },
      {
        line: 2,
        client: { address: other, port: 82 },
        server: { address: one, port: 3 },
        rolesTold: true,
        segments: 1,
      },
      {
        line: 3,
        client: { address: one, port: 4 },
        server: { address: other, port: 83 },
        rolesTold: true,
        segments: 2,
      },
    ]);
    expect(grouping.segmentsSoFar(3)).toBe(2);
  });

  test("at the end they stand in a list, by number or by row", () => {
    const connections = grouping.finish();
    expect(grouping.connections.map(({ id }) => id)).toEqual([0, 1, 2, 3]);
    expect([connections.at(-1), connections.at(4)]).toEqual([undefined, undefined]);
    expect([connections.at(0)?.server.port, connections.at(3)?.server.port]).toEqual([80, 83]);
    expect([0, 1, 2, 3].map((id) => connections.rowCount(id))).toEqual([3, 2, 1, 2]);
    expect([connections.rowAt(0, 1), connections.rowAt(0, 3), connections.rowAt(3, 2)]).toEqual([0, 2, 7]);
    // Twice the number of the pair, and 1 where the client is not who was seen first.
    expect([0, 2, 3].map((id) => connections.clientOf(id))).toEqual([0, 4, 7]);
  });
});
