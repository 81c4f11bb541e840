import { describe, expect, test } from "vitest";
import { allSteps } from "../base/turns.ts";
import { ACK } from "../segments/flags.ts";
import { OptionKind } from "../segments/options.ts";
import { optionOctets, splitOptions } from "../segments/options.ts";
import { SegmentTableBuilder } from "../segments/segment-table-builder.ts";
import { Mark, type SegmentTable } from "../segments/segment-table.ts";
import { advance } from "../segments/sequence-number.ts";
import { compactTable } from "../testing/compact-notation.ts";
import { captureOf, mergedTables } from "../testing/two-captures.ts";
import { findPairs } from "./find-pairs.ts";
import { mergeCaptures, type MergedCapture } from "./merge-captures.ts";
import { pathChanges } from "./path-changes.ts";

const CONNECTIONS = 200;

/** Two hundred nearly equal connections within a fifth of a second, as a client that fetches one page opens them. */
function manyConnections(withTimestamps: boolean): SegmentTable {
  const words = Array.from({ length: CONNECTIONS }, (_, index) => {
    const port = 40_000 + index;
    const [client, server] = [1_000_000 + index * 7_654_321, 2_000_000 + index * 5_432_123];
    return `ports=${port},80 ic=${client} ~0.0001 cS@=${client} ~0.0001 sS.@=${server} ~0.0001 c. cP.+76 s. sP.+850 c. cF. sF. c.`;
  });
  return rewritten(compactTable(words.join(" ")), { withTimestamps });
}

interface Rewriting {
  readonly address?: string;
  /** What is added to the numbers of a connection. */
  readonly shift?: (flow: number, direction: number) => number;
  readonly withTimestamps?: boolean;
  readonly delay?: number;
}

/** The table as it is behind something that rewrites addresses and numbers. */
function rewritten(
  source: SegmentTable,
  { address, shift = () => 0, withTimestamps = false, delay = 0 }: Rewriting,
): SegmentTable {
  const table = new SegmentTableBuilder();
  table.setTimeKind("epoch");
  for (let row = 0; row < source.length; row++) {
    const flow = (source.flow[row] ?? 0) >>> 1;
    const direction = (source.flow[row] ?? 0) & 1;
    const [a, b] = [source.flows.a(flow), source.flows.b(flow)];
    const client = address === undefined ? a : { address, port: Number(a.port) + 10_000 };
    const ends = direction === 0 ? ([client, b] as const) : ([b, client] as const);
    const isDelayed = direction === 0 ? delay : -delay;
    const octets = withTimestamps ? timestamps(flow * 50 + row * 3, row) : keptOptions(source, row);
    table.append({
      frame: row + 1,
      time: BigInt(Math.round((source.time[row] ?? 0) + 1e9 + isDelayed)),
      flow: table.flows.internEndpoints(...ends),
      sequenceNumber: advance(source.sequenceNumber[row] ?? 0, shift(flow, direction)),
      acknowledgmentNumber: advance(source.acknowledgmentNumber[row] ?? 0, shift(flow, 1 - direction)),
      payloadLength: source.payloadLength[row] ?? 0,
      window: source.window[row] ?? 0,
      flags: source.flags[row] ?? 0,
      octets,
      optionsAt: 0,
      optionsLength: octets.length,
    });
  }
  return table;
}

/** TSval and TSecr, each its own. */
function timestamps(value: number, echo: number): Uint8Array {
  const octets = new Uint8Array(10);
  octets.set([OptionKind.Timestamps, 10]);
  new DataView(octets.buffer).setUint32(2, value);
  new DataView(octets.buffer).setUint32(6, echo);
  return octets;
}

function keptOptions(table: SegmentTable, row: number): Uint8Array {
  return Uint8Array.from(
    splitOptions(optionOctets(table, row))
      .filter(({ kind, length }) => kind !== OptionKind.Timestamps && length > 1)
      .flatMap(({ kind, length, octets }) => [kind, length, Array.from(octets)])
      .flat(),
  );
}

/** How many connections of the two are found to be one, and how many of them are not the same ones. */
function pairsBetween(
  first: SegmentTable,
  second: SegmentTable,
): { readonly found: number; readonly wrong: number } {
  const { strands } = allSteps(findPairs([captureOf(first), captureOf(second)], [first, second]));
  const wrong = strands.filter(({ rows }) => rows[0][0] !== rows[1][0]);
  return { found: strands.length, wrong: wrong.length };
}

const SHIFTED = (flow: number, direction: number): number =>
  (flow * 7_919 + direction * 104_729 + 99_991) >>> 0;

describe("two hundred nearly equal connections behind something that rewrites them", () => {
  test("are found where it keeps their initial sequence numbers", () => {
    const first = manyConnections(false);
    expect(pairsBetween(first, rewritten(first, { address: "198.51.100.7" }))).toEqual({
      found: 200,
      wrong: 0,
    });
  });

  test("are found where it renews the numbers and keeps the timestamps", () => {
    const first = manyConnections(true);
    const second = rewritten(first, { address: "198.51.100.7", shift: SHIFTED, withTimestamps: true });
    expect(pairsBetween(first, second)).toEqual({ found: 200, wrong: 0 });
  });

  test("are never paired wrongly where it takes the timestamps away too", () => {
    const first = manyConnections(true);
    const second = rewritten(first, { address: "198.51.100.7", shift: SHIFTED });
    expect(pairsBetween(first, second).wrong).toBe(0);
  });
});

test("connections that are alike, but with timestamps of their own, are none that a path rewrote", () => {
  const first = rewritten(compactTable("cS sS. c. cP.+5 s. cF. sF. c."), { withTimestamps: true });
  const second = rewritten(first, { address: "198.51.100.7", shift: SHIFTED, withTimestamps: true });
  const others = rewritten(first, { address: "198.51.100.7", shift: SHIFTED, withTimestamps: true });
  for (let row = 0; row < others.length; row++) {
    // The lowest octet of TSval.
    const at = (others.optionsAt[row] ?? 0) + 5;
    others.optionBytes[at] = (others.optionBytes[at] ?? 0) ^ 0x10;
  }
  const merged = (table: SegmentTable): unknown => mergeCaptures([captureOf(first), captureOf(table)]);
  expect(merged(second)).not.toBe("unrelated");
  expect(merged(others)).toBe("unrelated");
});

test("a connection behind a firewall that renews its numbers is merged in the numbers of the first capture", () => {
  const first = rewritten(compactTable("cS sS. c. cP.+5 s. cF. sF. c."), { withTimestamps: true });
  const second = rewritten(first, {
    address: "198.51.100.7",
    shift: SHIFTED,
    withTimestamps: true,
    delay: 3e6,
  });
  const merged = mergedTables(first, second);
  expect(merged.table.length).toBe(first.length);
  expect([...merged.table.sequenceNumber.subarray(0, 8)]).toEqual([...first.sequenceNumber.subarray(0, 8)]);
  expect(merged.rows[1].every((row) => row >= 0)).toBe(true);
  const [connection] = merged.connections;
  expect(connection && pathChanges(merged, [first, second], connection)).toMatchObject({
    client: {
      endpoint: {
        sent: { address: "10.0.0.1", port: 40_000 },
        arrived: { address: "198.51.100.7", port: 50_000 },
      },
      sequenceShift: SHIFTED(0, 0),
    },
    server: { sequenceShift: -SHIFTED(0, 1) >>> 0 },
  });
});

/** How the connection is merged of what stands before and behind something that rewrites it; null: it is not. */
function mergedBehind(words: string, rewriting: Rewriting): MergedCapture | null {
  const first = rewritten(
    compactTable(words),
    rewriting.withTimestamps === true ? { withTimestamps: true } : {},
  );
  const merged = mergeCaptures([captureOf(first), captureOf(rewritten(first, { ...rewriting, delay: 3e6 }))]);
  return typeof merged === "string" ? null : merged;
}

test.each([
  ["a refused connection", "cS sR."],
  ["a SYN that nobody answers", "cS ~1 cS@0"],
  ["a simultaneous open", "cS sS cS.@0/1 sS.@0/1 c. s."],
  ["a connection whose opening was not captured", "c.@50+20/80 s.@80/70 c.@70+30/80 s.@80/100"],
  ["a connection of which a packet was recorded twice", "cS:id7 ~0.000001 cS@0:id7 ~0.1 sS. c."],
])("%s behind NAT is found by its numbers", (_, words) => {
  const merged = mergedBehind(words, { address: "198.51.100.7" });
  expect(merged?.rows[1].every((row) => row >= 0)).toBe(true);
});

test("a connection whose numbers were renewed and whose endpoints were not is no pair of two others", () => {
  const renewed = (_: number, direction: number): number => (direction === 0 ? 99_991 : 0);
  const words = "cS sS. c. cP.+5 s. sR@1";
  const merged = mergedBehind(words, { withTimestamps: true, shift: renewed });
  expect(merged?.rows.every((rows) => rows.every((row) => row >= 0))).toBe(true);
  // Where segments were lost, too, and no timestamps tell it, nothing but the RST agrees, which is no evidence.
  const [first, second] = [
    compactTable(words),
    rewritten(compactTable("cS sS. c. cP.+5 sR@1"), { shift: renewed }),
  ];
  expect(mergeCaptures([captureOf(first), captureOf(second)])).toBe("unrelated");
});

test("where the numbers of the server alone were renewed, the SYN tells it", () => {
  const renewed = (_: number, direction: number): number => (direction === 1 ? 99_991 : 0);
  const merged = mergedBehind("cS sS. c. cP.+5 s.", { shift: renewed });
  expect(merged?.rows.every((rows) => rows.every((row) => row >= 0))).toBe(true);
});

test("connections that may be any of several are named, not paired", () => {
  const words = "cS sS. c. cP.+5 s.";
  const first = compactTable(`${words} ports=5,80 ic=1000 ${words}`);
  const second = rewritten(first, { address: "198.51.100.7", shift: SHIFTED });
  const { strands, undecided } = allSteps(findPairs([captureOf(first), captureOf(second)], [first, second]));
  expect(strands).toEqual([]);
  expect(undecided.map(({ candidates }) => candidates)).toEqual([
    [0, 1],
    [0, 1],
  ]);
});

test("where a text prints no numbers, ACKs that overtook data are not taken for later ones", () => {
  const client = compactTable(
    "~1 cS ~0.02 sS. ~0.0001 c. ~0.1 sP.+9 ~0.0001 c. ~0.01 cP.+5 ~0.02 s. ~0.1 c.",
  );
  // The data came before the ACK that had been sent first, whose number the text so takes to be the next one.
  const server = compactTable(
    "~1.01 cS ~0.0001 sS. ~0.02 c. ~0.08 sP.+9 ~0.03 cP.@1+5/10 ~0.0001 s. ~0.01 c.@6/10 ~0.11 c.@6/10",
  );
  for (const row of [6, 7]) server.marks[row] = (server.marks[row] ?? 0) | Mark.SequenceInferred;
  const { rows } = mergedTables(client, server);
  const pairs = Array.from(rows[0], (row, index) => [row, rows[1][index]]);
  expect(pairs).toContainEqual([4, 6]);
  expect(pairs).toContainEqual([7, 7]);
});

test("a text that prints no number for a keep-alive still pairs it", () => {
  const words =
    "cS ~0.02 sS. ~0.0001 c. ~0.1 cP.+5 ~0.02 s. ~5 c.@5 ~0.02 s. ~5 c.@5 ~0.02 s. ~1 cF. ~0.02 sF. ~0.0001 c.";
  const client = compactTable(`~1 ${words}`);
  const server = compactTable(
    "~1.01 cS ~0.0001 sS. ~0.02 c. ~0.1 cP.+5 ~0.0001 s. ~5.02 c.@5 ~0.0001 s. ~5.02 c.@5 ~0.0001 s. ~1.02 cF. ~0.0001 sF. ~0.02 c.",
  );
  for (let row = 0; row < server.length; row++) {
    if ((server.payloadLength[row] ?? 0) > 0 || (server.flags[row] ?? 0) !== ACK) continue;
    server.marks[row] = (server.marks[row] ?? 0) | Mark.SequenceInferred;
    if (server.sequenceNumber[row] === advance(1000, 5)) server.sequenceNumber[row] = advance(1000, 6);
  }
  const merged = mergedTables(client, server);
  expect(merged.rows[0].every((row) => row >= 0) && merged.rows[1].every((row) => row >= 0)).toBe(true);
});
