import { describe, expect, test } from "vitest";
import { present } from "../base/assert.ts";
import { ReadReport } from "../capture/read-report.ts";
import { ACK, FIN, PSH, RST, SYN } from "../segments/flags.ts";
import { optionOctets } from "../segments/options.ts";
import { SegmentTableBuilder } from "../segments/segment-table-builder.ts";
import { analyseConnection } from "../tcp/analyse-connection.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import { ConnectionGrouping } from "../tcp/connections/group-connections.ts";
import { zeroWindowTime } from "../tcp/verdict/zero-window-time.ts";
import { exchangesToTry } from "../testing/exchanges-to-try.ts";
import { exchangeOf } from "../testing/lab-exchange.ts";
import { Random } from "../testing/random.ts";
import type { ConnectionSummary, OutcomeClass } from "./analyser.ts";
import { kindOf, lifetimeOf } from "./connection-kind.ts";
import { type ConnectionKind, TableLines } from "./connection-table.ts";
import { countOutcomes, Summaries } from "./summaries.ts";

const SERVER = { address: "192.0.2.80", port: 443 };
/** Thousands of full analyses on a machine that may be busy; milliseconds. */
const PATIENCE = 60_000;
/** Of fewer, none may be like another. */
const EXCHANGES = Math.max(60, exchangesToTry(600));

/** An integer from `low` to `high`, both included. */
function whole(random: Random, low: number, high: number): number {
  return low + random.below(high - low + 1);
}

/** One segment of a made-up connection; the numbers count from the initial ones. */
interface Scripted {
  readonly after: number;
  readonly fromClient: boolean;
  readonly flags: number;
  readonly seq: number;
  readonly ack: number;
  readonly length: number;
  readonly window: number;
}

function append(table: SegmentTableBuilder, index: number, rows: readonly Scripted[], random: Random): void {
  const client = {
    address: `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`,
    port: 1024 + (index % 50_000),
  };
  const isns = [whole(random, 0, 2 ** 32 - 1), whole(random, 0, 2 ** 32 - 1)] as const;
  let time = Math.max(0, table.lastRecordTime || 0);
  for (const { after, fromClient, flags, seq, ack, length, window } of rows) {
    time += after * 1e6;
    const [own, peer] = fromClient ? isns : [isns[1], isns[0]];
    const isRefusal = !fromClient && (flags & RST) !== 0 && seq === 0;
    table.append({
      frame: table.length + 1,
      time: BigInt(Math.round(time)) + 1_000_000_000_000n,
      flow: fromClient
        ? table.flows.internEndpoints(client, SERVER)
        : table.flows.internEndpoints(SERVER, client),
      sequenceNumber: isRefusal ? 0 : (own + seq) >>> 0,
      acknowledgmentNumber: (flags & ACK) === 0 ? 0 : (peer + ack) >>> 0,
      payloadLength: length,
      window,
      flags,
    });
  }
}

/** A connection that mostly goes well: bursts, delayed and late acknowledgments, all ways of closing, some mishaps. */
function script(random: Random): Scripted[] {
  const ends = { client: 0, server: 0 };
  const rows: Scripted[] = [];
  const chance = (percent: number): boolean => whole(random, 1, 100) <= percent;
  const send = (fromClient: boolean, flags: number, length = 0, ackLess = 0): void => {
    const [own, peer] = fromClient ? (["client", "server"] as const) : (["server", "client"] as const);
    const after = chance(1) ? whole(random, 1, 90_000) : whole(random, 0, 300);
    const window = chance(1) ? 0 : whole(random, 1, 3) * 500;
    rows.push({ after, fromClient, flags, seq: ends[own], ack: ends[peer] - ackLess, length, window });
    ends[own] += length + ((flags & (SYN | FIN)) === 0 ? 0 : 1);
  };
  send(true, SYN);
  if (chance(8)) return mishap([...rows, ...repetitions(rows, random)], random);
  if (chance(5)) {
    rows.push({ after: 1, fromClient: false, flags: RST | ACK, seq: 0, ack: 1, length: 0, window: 0 });
    return rows;
  }
  send(false, SYN | ACK);
  send(true, ACK);
  for (let turn = whole(random, 0, 3); turn > 0; turn--) {
    const fromClient = chance(50);
    const length = whole(random, 1, 2) * 500;
    const count = whole(random, 1, 4);
    for (let k = 0; k < count; k++) send(fromClient, k === count - 1 ? ACK | PSH : ACK, length);
    if (chance(40)) send(!fromClient, ACK, 0, length * whole(random, 1, count));
    if (chance(85)) send(!fromClient, ACK);
  }
  const first = chance(60);
  const way = whole(random, 1, 6);
  if (way === 1) send(first, RST | ACK);
  else if (way < 6) {
    send(first, FIN | ACK);
    if (way === 2) send(!first, FIN | ACK, 0, 1);
    else if (way === 3) send(!first, FIN | ACK);
    else {
      send(!first, ACK);
      if (way === 4) send(!first, FIN | ACK, chance(20) ? 40 : 0);
    }
    if (way < 5) send(first, ACK);
    if (way === 2) send(!first, ACK);
    if (chance(5)) send(first, RST | ACK);
  }
  return mishap(rows, random);
}

/** The SYN again, after longer and longer waits; now and then somewhat odd. */
function repetitions([syn]: readonly Scripted[], random: Random): Scripted[] {
  const copies: Scripted[] = [];
  if (syn === undefined) return copies;
  for (let wait = 1000; random.chance(0.7) && wait < 600_000; wait *= 2) {
    copies.push({ ...syn, after: random.chance(0.05) ? whole(random, 0, 40) : wait });
  }
  return copies;
}

/** Now and then a segment is missing, there twice or in the wrong place. */
function mishap(rows: readonly Scripted[], random: Random): Scripted[] {
  const changed = [...rows];
  if (whole(random, 1, 100) > 12) return changed;
  const at = whole(random, 0, rows.length - 1);
  const [taken] = changed.splice(at, 1);
  const what = whole(random, 1, 3);
  if (taken !== undefined && what > 1) changed.splice(Math.min(at + what - 2, changed.length), 0, taken);
  if (taken !== undefined && what === 2) changed.splice(at, 0, taken);
  return changed;
}

/** Connections that are like others, and how many of them are told otherwise than by their own analysis. */
function compare(table: SegmentTableBuilder): { like: number; differing: object[] } {
  const grouping = new ConnectionGrouping(table);
  const connections = grouping.finish();
  const summaries = new Summaries({ capture: { table, report: new ReadReport() }, connections });
  const seen = new Set<number>();
  const differing: object[] = [];
  let like = 0;
  for (let id = 0; id < connections.length; id++) {
    const likeness = connections.likeness(id);
    summaries.takeNext();
    if (likeness !== null && seen.has(likeness)) like++;
    if (likeness !== null) seen.add(likeness);
  }
  const listed = new TableLines(summaries.table());
  for (let id = 0; id < connections.length; id++) {
    const told = plain(present(listed.at(id), "a line"));
    const analysed = plain(summarised(analyseConnection(table, connections, id)));
    if (JSON.stringify(told) !== JSON.stringify(analysed)) differing.push({ told, analysed });
  }
  return { like, differing };
}

function summarised(analysis: ConnectionAnalysis): ConnectionSummary {
  const { connection, segments, verdict } = analysis;
  const { id, client, server } = connection;
  const lifetime = lifetimeOf(segments.length, (row) => segments.time[row]);
  const listed = { ...verdict, zeroWindow: zeroWindowTime(analysis) };
  return { id, client, server, ...lifetime, ...kindOf(analysis), verdict: listed };
}

/** Everything that the list says of a connection. */
function plain(summary: ConnectionSummary): object {
  const { id, client, server, roleBasis, segments, start, end, states, lastStates } = summary;
  const { syns, notes, flags, fingerprint } = summary;
  const verdict = present(summary.verdict, "a verdict");
  const { outcome, startCaptured, opening, closing, firstCloser, retransmissions } = verdict;
  const { payload, duration, zeroWindow, handshakeRoundTrip, openingTime } = verdict;
  const measured = [handshakeRoundTrip?.duration ?? null, openingTime?.duration ?? null];
  const said = { outcome, startCaptured, opening, closing, firstCloser, retransmissions };
  const ends = { id, client, server, roleBasis, segments, start, end, states, lastStates };
  return { ...ends, syns, notes, flags, fingerprint, ...said, payload, duration, zeroWindow, measured };
}

describe("what is said of a connection because it is like another", () => {
  test("is what its own analysis says, in made-up connections", { timeout: PATIENCE }, () => {
    let like = 0;
    for (let seed = 1; seed <= 2; seed++) {
      const random = new Random(seed);
      const table = new SegmentTableBuilder();
      for (let index = 0; index < 3 * EXCHANGES; index++) append(table, index, script(random), random);
      const compared = compare(table);
      expect(compared.differing).toEqual([]);
      like += compared.like;
    }
    // 57 of 360 are, and more than 600 of 3,600.
    expect(like).toBeGreaterThan(EXCHANGES / 2);
  });

  test(
    "is what its own analysis says, in exchanges of the laboratory with loss and reordering",
    { timeout: PATIENCE },
    () => {
      const table = new SegmentTableBuilder();
      for (let seed = 1; seed <= EXCHANGES; seed++) appendExchange(table, seed);
      const { like, differing } = compare(table);
      expect(differing).toEqual([]);
      expect(like).toBeGreaterThan(0);
    },
  );
});

test("a connection that is not judged yet lived as long as its analysis will say, though the clock stepped back", () => {
  const table = new SegmentTableBuilder();
  const flow = table.flows.internEndpoints({ address: "10.0.0.1", port: 1024 }, SERVER);
  for (const time of [5n, 9n, 3n]) {
    table.append({
      frame: table.length + 1,
      time: time * 1_000_000_000n,
      flow,
      sequenceNumber: 7,
      acknowledgmentNumber: 0,
      payloadLength: 0,
      window: 500,
      flags: SYN,
    });
  }
  const connections = new ConnectionGrouping(table).finish();
  const summaries = new Summaries({ capture: { table, report: new ReadReport() }, connections });
  const listed = present(new TableLines(summaries.table()).at(0), "a line");
  const { start, end } = summarised(analyseConnection(table, connections, 0));
  expect(end - start).toBe(6e9);
  expect({ verdict: listed.verdict, start: listed.start, end: listed.end }).toEqual({
    verdict: null,
    start,
    end,
  });
});

/** An exchange with a client of its own, so that no other exchange is on the same pair. */
function appendExchange(into: SegmentTableBuilder, seed: number): void {
  const { table } = exchangeOf(seed);
  const renamed = (end: { readonly address: string; readonly port: number | string }) => ({
    address: `${end.address}-${seed}`,
    port: end.port,
  });
  const origin = BigInt(Math.max(0, Math.round(into.lastRecordTime || 0))) + 1_000_000_000_000n;
  for (let row = 0; row < table.length; row++) {
    const flow = table.flow[row] ?? 0;
    const [a, b] = [renamed(table.flows.a(flow >>> 1)), renamed(table.flows.b(flow >>> 1))];
    const octets = optionOctets(table, row);
    into.append({
      frame: into.length + 1,
      time: origin + BigInt(Math.round(table.time[row] ?? 0)),
      flow: (flow & 1) === 0 ? into.flows.internEndpoints(a, b) : into.flows.internEndpoints(b, a),
      sequenceNumber: table.sequenceNumber[row] ?? 0,
      acknowledgmentNumber: table.acknowledgmentNumber[row] ?? 0,
      payloadLength: table.payloadLength[row] ?? 0,
      window: table.window[row] ?? 0,
      flags: table.flags[row] ?? 0,
      marks: table.marks[row] ?? 0,
      ttl: table.ttl[row] ?? 0,
      octets,
      optionsAt: 0,
      optionsLength: octets.length,
    });
  }
}

test("outcomes are counted, the most frequent first; an uncaptured start is its own class", () => {
  const verdicts: OutcomeClass[] = [
    { outcome: "refused", startCaptured: true },
    { outcome: "complete", startCaptured: true },
    { outcome: "complete", startCaptured: false },
    { outcome: "complete", startCaptured: true },
  ];
  const kinds = verdicts.map((verdict) => ({ verdict }) as ConnectionKind);
  const unjudged = { verdict: null } as ConnectionKind;
  expect(countOutcomes([...kinds, unjudged], [1, 1, 1, 1, 7])).toEqual([
    { outcome: "complete", startCaptured: true, count: 2 },
    { outcome: "refused", startCaptured: true, count: 1 },
    { outcome: "complete", startCaptured: false, count: 1 },
  ]);
});
