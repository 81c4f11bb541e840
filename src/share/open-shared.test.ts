import { expect, test } from "vitest";
import { ACK, SYN, flagNames } from "../segments/flags.ts";
import { directionOf, Mark } from "../segments/segment-table.ts";
import { sharedRows } from "../testing/shared-rows.ts";
import { type OpenedShare, openShared } from "./open-shared.ts";
import type { SharedSuccessor } from "./shared-connection.ts";

const rows = [
  { flags: SYN, seq: 1 },
  { from: "server", flags: SYN | ACK, seq: 5, ack: 2 },
  { flags: ACK, seq: 2, ack: 6 },
] as const;

/** The rows of a connection: `client SYN`, with `?` where nothing is known of the numbers. */
function rowsOf({ table, connections }: OpenedShare, id: number): string[] {
  return Array.from(connections[id]?.rows ?? [], (row) => {
    const marks = table.marks[row] ?? 0;
    const isUnknown = (marks & Mark.SequenceUnknown) !== 0;
    const from = directionOf(table, row) === 0 ? "client" : "server";
    return `${row} ${from} ${flagNames(table.flags[row] ?? 0).join(",")}${isUnknown ? " ?" : ""}`;
  });
}

test("a connection alone has neither one before nor one after it", () => {
  const opened = openShared(sharedRows(rows));
  expect(opened.connections).toHaveLength(1);
  expect(opened.connections[0]).toMatchObject({ previous: null, next: null, isSelfConnect: false });
  expect(rowsOf(opened, 0)).toEqual(["0 client SYN", "1 server SYN,ACK", "2 client ACK"]);
});

test.each<[string, Omit<SharedSuccessor, "time">, object, string[]]>([
  [
    "a SYN from the client",
    { after: 3, opener: 0, isSynSeen: true, isAnswered: false },
    { roleBasis: "SYN", clientDirection: 0 },
    ["3 client SYN ?"],
  ],
  [
    "a SYN from the server, answered",
    { after: 3, opener: 1, isSynSeen: true, isAnswered: true },
    { roleBasis: "SYN", clientDirection: 1 },
    ["3 server SYN ?", "4 client SYN,ACK ?"],
  ],
  [
    "an answer alone",
    { after: 3, opener: 0, isSynSeen: false, isAnswered: true },
    { roleBasis: "SYN-ACK", clientDirection: 0 },
    ["3 server SYN,ACK ?"],
  ],
  [
    "in between the segments of the first",
    { after: 1, opener: 0, isSynSeen: true, isAnswered: false },
    { roleBasis: "SYN", clientDirection: 0 },
    ["1 client SYN ?"],
  ],
])("the connection after it begins with %s", (_, successor, expected, expectedRows) => {
  const opened = openShared(sharedRows(rows, { successor: { ...successor, time: Number.NaN } }));
  expect(opened.connections[0]).toMatchObject({ previous: null, next: 1 });
  expect(opened.connections[1]).toMatchObject({ ...expected, previous: 0, next: null });
  expect(rowsOf(opened, 1)).toEqual(expectedRows);
  expect(opened.connections[0]?.rows).toHaveLength(3);
});

test("one that was not the first on its pair has one before it, of which nothing is known", () => {
  const successor = { after: 3, time: 7, opener: 0, isSynSeen: true, isAnswered: false } as const;
  const alone = openShared(sharedRows(rows, { why: "mid-stream" }));
  expect(alone.connections).toHaveLength(2);
  expect(alone.connections[0]).toMatchObject({ previous: 1, next: null });
  expect(alone.connections[1]).toMatchObject({
    next: 0,
    roleBasis: "first-sender",
    rows: new Uint32Array(0),
  });
  const between = openShared(sharedRows(rows, { why: "mid-stream", successor }));
  expect(between.connections[0]).toMatchObject({ previous: 2, next: 1 });
});

const NOTHING = { segments: 0, payload: 0 };
const ONE = { segments: 1, payload: 0 };

test.each([
  ["the server", rows, { client: NOTHING, server: ONE }, "1 server ACK ?"],
  [
    "its client",
    [{ from: "server", flags: SYN, seq: 5 }, rows[2]],
    { client: ONE, server: NOTHING },
    "1 client ACK ?",
  ],
] as const)("a SYN that %s answered out of the connection before meets it again", (_, sent, fold, answer) => {
  const folds = [{ before: 1, ...fold }];
  const opened = openShared(sharedRows(sent, { why: "reuse-while-open", folds }));
  expect(rowsOf(opened, opened.connections[0]?.previous ?? -1)).toEqual([answer]);
  expect(Array.from(opened.table.marks.subarray(0, 3), (marks) => marks & Mark.ElidedBefore)).toEqual([
    0, 0, 0,
  ]);
});

test.each([
  ["data", { client: NOTHING, server: { segments: 1, payload: 9 } }],
  ["two segments", { client: NOTHING, server: { segments: 2, payload: 0 } }],
  ["segments of both ends", { client: ONE, server: ONE }],
])("%s left out behind the SYN are no answer out of the connection before", (_, fold) => {
  const folds = [{ before: 1, ...fold }];
  const opened = openShared(sharedRows(rows, { why: "reuse-while-open", folds }));
  expect(rowsOf(opened, opened.connections[0]?.previous ?? -1)).toEqual([]);
  expect((opened.table.marks[1] ?? 0) & Mark.ElidedBefore).not.toBe(0);
});

test("where segments were left out, the next one says so", () => {
  const folded = { client: { segments: 1, payload: 9 }, server: { segments: 0, payload: 0 } };
  const folds = [
    { before: 1, ...folded },
    { before: 3, ...folded },
  ];
  const { table } = openShared(sharedRows(rows, { folds }));
  expect(Array.from(table.marks.subarray(0, 3))).toEqual([0, Mark.ElidedBefore, 0]);
});

test("numbers, names, errors and identifications stand in the table", () => {
  const error = {
    frame: 1,
    time: Number.NaN,
    version: 4,
    type: 3,
    code: 3,
    reporter: "r",
    sequenceNumber: 1,
  } as const;
  const { table } = openShared(
    sharedRows(
      [{ flags: SYN, seq: 1, ipId: 77, ttl: 9, urgent: 3, frame: 41, time: 8, options: [2, 4, 5, 180] }],
      {
        icmpErrors: [{ ...error, flow: 1 }],
        hostNames: new Map([["192.0.2.1", "alpha"]]),
      },
    ),
  );
  expect([table.frame[0], table.time[0], table.ipId[0], table.ttl[0], table.urgentPointer.get(0)]).toEqual([
    41, 8, 77, 9, 3,
  ]);
  expect(table.icmpErrors).toEqual([{ ...error, flow: 1 }]);
  expect(table.hostNames.get("192.0.2.1")).toBe("alpha");
});
