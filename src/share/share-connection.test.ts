import { expect, test } from "vitest";
import { ACK, SYN } from "../segments/flags.ts";
import { SegmentTableBuilder } from "../segments/segment-table-builder.ts";
import type { IcmpError } from "../segments/segment-table.ts";
import { type GroupedRows, shareConnection } from "./share-connection.ts";
import type { SharedSuccessor } from "./shared-connection.ts";

const alpha = { address: "192.0.2.1", port: 40_000 };
const beta = { address: "192.0.2.2", port: 80 };
const ERROR = { frame: 9, time: 0, version: 4, type: 3, code: 1, reporter: "192.0.2.9" } as const;

/** Two connections on one pair, the second opened by `opener`, and a segment of another pair at last. */
function tableOfTwo(opener: "alpha" | "beta"): SegmentTableBuilder {
  const table = new SegmentTableBuilder();
  const [there, back] = [table.flows.internEndpoints(alpha, beta), table.flows.internEndpoints(beta, alpha)];
  const other = table.flows.internEndpoints({ address: "192.0.2.3", port: 1 }, beta);
  const [first, second] = opener === "alpha" ? [there, back] : [back, there];
  const rows = [
    [there, SYN, 1000],
    [back, SYN | ACK, 7000],
    [there, ACK, 1001],
    [first, SYN, 5000],
    [second, SYN | ACK, 9000],
    [other, ACK, 1000],
  ] as const;
  for (const [index, [flow, flags, sequenceNumber]] of rows.entries()) {
    const none = { acknowledgmentNumber: 0, payloadLength: 0, window: 0 };
    table.append({ frame: index + 1, time: index * 10, flow, flags, sequenceNumber, ...none });
  }
  table.hostNames.set(beta.address, "beta.example").set("192.0.2.77", "nobody.example");
  return table;
}

function connection(rows: readonly number[], rest: Partial<GroupedRows> = {}): GroupedRows {
  return {
    client: alpha,
    server: beta,
    roleBasis: "SYN",
    clientDirection: 0,
    isSelfConnect: false,
    rows: Uint32Array.from(rows),
    previous: null,
    next: null,
    why: "first",
    ...rest,
  };
}

const first = connection([0, 1, 2], { next: 1 });
const none = { at: (): undefined => undefined };

test("rows of both ends, and the names of the two addresses alone", () => {
  const shared = shareConnection(tableOfTwo("alpha"), none, first);
  const { segments } = shared;
  expect(Array.from(segments.flow)).toEqual([0, 1, 0]);
  expect(Array.from(segments.sequenceNumber)).toEqual([1000, 7000, 1001]);
  expect([...shared.hostNames]).toEqual([["192.0.2.2", "beta.example"]]);
  expect(shared).toMatchObject({
    client: alpha,
    server: beta,
    roleBasis: "SYN",
    why: "first",
    successor: null,
  });
});

test("where the pair is written the other way round, 0 is the client all the same", () => {
  const turned = connection([0, 1, 2], { client: beta, server: alpha, clientDirection: 1 });
  const { segments } = shareConnection(tableOfTwo("alpha"), none, turned);
  expect(Array.from(segments.flow)).toEqual([1, 0, 1]);
});

test.each<["alpha" | "beta", Partial<GroupedRows>, Partial<SharedSuccessor> | null]>([
  ["alpha", { roleBasis: "SYN" }, { after: 3, time: 30, opener: 0, isSynSeen: true, isAnswered: true }],
  ["alpha", { roleBasis: "SYN", rows: Uint32Array.of(3) }, { opener: 0, isSynSeen: true, isAnswered: false }],
  ["beta", { roleBasis: "SYN", clientDirection: 1 }, { opener: 1, isSynSeen: true, isAnswered: true }],
  [
    "alpha",
    { roleBasis: "SYN-ACK", rows: Uint32Array.of(4) },
    { time: 40, isSynSeen: false, isAnswered: true },
  ],
  ["alpha", { roleBasis: "lower-port" }, null],
])("the next connection, opened by %s, %j", (opener, rest, expected) => {
  const table = tableOfTwo(opener);
  const next = connection([3, 4], rest);
  const { successor } = shareConnection(table, { at: (id) => (id === 1 ? next : undefined) }, first);
  expect({ successor }).toMatchObject({ successor: expected });
});

test.each([
  [ACK, 0, [{ before: 1, client: { segments: 0, payload: 0 }, server: { segments: 1, payload: 0 } }]],
  [ACK, 5, []],
  [SYN | ACK, 0, []],
])(
  "of what answered its SYN out of the connection before, flags %s and %s octets, it says",
  (flags, octets, folds) => {
    const table = tableOfTwo("alpha");
    [table.flags[4], table.payloadLength[4]] = [flags, octets];
    const before = connection([0, 1, 2, 4], { next: 1 });
    const challenged = connection([3], { previous: 0, why: "reuse-while-open" });
    expect(shareConnection(table, { at: () => before }, challenged).folds).toEqual(folds);
  },
);

test("an endpoint that is connected with itself has no next connection", () => {
  const table = tableOfTwo("alpha");
  const connections = { at: (): GroupedRows => connection([3, 4]) };
  expect(shareConnection(table, connections, { ...first, isSelfConnect: true }).successor).toBeNull();
});

test("errors that quote one of its segments go with it, those of others do not", () => {
  const error = (flow: number, sequenceNumber: number, time = 99): IcmpError => ({
    ...ERROR,
    flow,
    sequenceNumber,
    time,
  });
  const table = tableOfTwo("alpha");
  const quoted = (client: GroupedRows): IcmpError[] => [...shareConnection(table, none, client).icmpErrors];
  expect(quoted(first)).toEqual([]);
  table.icmpErrors.push(error(2, 1000), error(1, 7000, 0));
  expect(quoted(first)).toEqual([]);
  table.icmpErrors.push(error(0, 1000), error(1, 1000), error(1, 7000), error(0, 5000));
  expect(quoted(first)).toEqual([error(0, 1000), error(1, 7000)]);
  const turned = connection([0, 1, 2], { client: beta, server: alpha, clientDirection: 1 });
  expect(quoted(turned)).toEqual([error(1, 1000), error(0, 7000)]);
});
