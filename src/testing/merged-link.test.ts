import { expect, test } from "vitest";
import { mergeCaptures } from "../merge/merge-captures.ts";
import { witnessesOf } from "../merge/witnesses-of.ts";
import type { ClockRelation } from "../segments/clock-relation.ts";
import { anonymise } from "../share/anonymise.ts";
import { toBase64url } from "../share/base64url.ts";
import { decodeLink } from "../share/decode-link.ts";
import { encodeLink } from "../share/encode-link.ts";
import { inEnvelope } from "../share/envelope.ts";
import { openShared } from "../share/open-shared.ts";
import { shareConnection } from "../share/share-connection.ts";
import type { SharedConnection } from "../share/shared-connection.ts";
import { writeWithSections } from "../share/version-2/write-sections.ts";
import { analyseConnection } from "../tcp/analyse-connection.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import { captureOfEnd, type Distortion } from "./captures-of-both-ends.ts";
import { describeShared } from "./describe-shared.ts";
import { brokenPath } from "./fuzz/broken-path.ts";
import { exchangeOf } from "./lab-exchange.ts";
import { Random } from "./random.ts";
import { captureOf } from "./two-captures.ts";

const EXCHANGES = 120;
const DAY = 86_400e9;

function distortionOf(random: Random): Distortion {
  return {
    offset: Math.round(random.between(DAY, 3 * DAY)),
    rate: random.chance(0.4) ? random.between(-1e-4, 1e-4) : 0,
    resolution: random.chance(0.5) ? 1000 : 1,
    loss: random.chance(0.5) ? 0 : 0.05,
    joins: random.chance(0.2),
    isCut: false,
    isText: random.chance(0.15),
  };
}

/** Every merged connection of an exchange, as a link holds it, and what is said of it. */
async function mergedConnections(
  seed: number,
): Promise<{ readonly shared: SharedConnection; readonly analysis: ConnectionAnalysis }[]> {
  const random = new Random(seed * 104_729);
  const { trace } = exchangeOf(seed);
  const one = await captureOfEnd(trace, 0, distortionOf(random), random);
  const other = await captureOfEnd(trace, 1, distortionOf(random), random);
  if (one.table.length === 0 || other.table.length === 0) return [];
  const merged = mergeCaptures([captureOf(one.table), captureOf(other.table)]);
  if (typeof merged === "string") return [];
  const { table, connections, witnessed } = merged;
  const shared = connections.filter(({ id }) => merged.isShared[id]);
  return shared.map((connection) => ({
    shared: {
      ...shareConnection(table, connections, connection),
      witnesses: witnessesOf(merged, [one.table, other.table], connection),
    },
    analysis: analyseConnection(table, connections, connection.id, { witnessed }),
  }));
}

async function throughLink(shared: SharedConnection): Promise<SharedConnection> {
  const link = (await encodeLink(shared)) ?? "";
  expect(link).toMatch(/^2\./u);
  const decoded = await decodeLink(link);
  if (!decoded.ok) throw new Error(`refused: ${JSON.stringify(decoded.error)}`);
  return decoded.value;
}

function analyse(shared: SharedConnection): ConnectionAnalysis {
  const { table, connections, witnessed } = openShared(shared);
  return analyseConnection(table, connections, 0, { witnessed });
}

/** What is said of the ends and of each segment. */
function told({ moves, fate, arrivesAt, verdict, initial, epilogue }: ConnectionAnalysis): object {
  const untimed = moves.map((move) => ({ ...move, time: move.time !== null }));
  const predicted = epilogue.map(({ arrow, side }) => `${side} ${arrow}`);
  return {
    untimed,
    fate: [...fate],
    arrivesAt: [...arrivesAt],
    outcome: verdict.outcome,
    initial,
    predicted,
  };
}

/** What both captures show, in words, without what counts from another zero. */
function shownBy(shared: SharedConnection): string[] {
  return describeShared({ ...shared, client: NOBODY, server: NOBODY }).filter((line) =>
    /^(?:\d+:|capture)/u.test(line),
  );
}
const NOBODY = { address: "192.0.2.1", port: 1 };

test(`a link of what two captures hold tells the same, with both times (${EXCHANGES} exchanges)`, async () => {
  let connections = 0;
  for (let seed = 1; seed <= EXCHANGES; seed++) {
    for (const { shared, analysis } of await mergedConnections(seed)) {
      connections++;
      const again = await throughLink(shared);
      expect(told(analyse(again)), `seed ${seed}`).toEqual(told(analysis));
      const anonymous = await throughLink(anonymise(shared, { hidesPorts: true }));
      expect(told(analyse(anonymous)), `seed ${seed}`).toEqual(told(analysis));
      // A link of what a link told is the same link.
      expect(describeShared(await throughLink(again))).toEqual(describeShared(again));
      expect(shownBy(again)).toEqual(shownBy({ ...shared, witnesses: counted(shared) }));
      expectAlike(offsetsOf(again), offsetsOf(shared));
    }
  }
  expect(connections).toBeGreaterThan(EXCHANGES / 2);
});

/** The bounds of the second clock less the first one, both counted from the zeros of their kinds, and the rate. */
function offsetsOf({ witnesses }: SharedConnection): readonly number[] {
  if (!witnesses?.clock) return [];
  const { clock, timeBases } = witnesses;
  const apart = Number(timeBases[1].origin - timeBases[0].origin);
  const offsets = [clock.low, clock.high, clock.drawn.offset].map((offset) => offset + apart);
  return [...offsets, clock.drawn.rate * 1e9, ...(clock.rate ?? []).map((rate) => rate * 1e9)];
}

/** A double holds days of nanoseconds only so exactly. */
function expectAlike(one: readonly number[], other: readonly number[]): void {
  const apart = one.map((number, index) =>
    number === other[index] ? 0 : Math.abs(number - (other[index] ?? 0)),
  );
  expect(one.length).toBe(other.length);
  expect(Math.max(0, ...apart)).toBeLessThan(10);
}

/** The witnesses with events counted without gaps. */
function counted({ witnesses }: SharedConnection): SharedConnection["witnesses"] {
  if (witnesses === null) return null;
  const { sentAt, arrivedAt } = witnesses.rows;
  const events = [...new Set([...sentAt, ...arrivedAt])].filter((at) => at > 0).toSorted((a, b) => a - b);
  const rank = (at: number): number => (at === 0 ? 0 : events.indexOf(at) + 1);
  return {
    ...witnesses,
    rows: { ...witnesses.rows, sentAt: sentAt.map(rank), arrivedAt: arrivedAt.map(rank) },
  };
}

test("any octets changed under a right checksum: a forged link is refused, or tells a whole story", async () => {
  const random = new Random(20_261_130);
  let opened = 0;
  for (let seed = 1; seed <= 40; seed++) {
    for (const { shared } of await mergedConnections(seed)) {
      const body = writeWithSections(shared).slice();
      for (let round = 0; round < 20; round++) {
        const forged = body.slice();
        for (let changes = 1 + random.below(4); changes > 0; changes--)
          forged[random.below(forged.length)] = random.below(256);
        const decoded = await decodeLink(`2.${toBase64url(inEnvelope(0, forged))}`);
        if (!decoded.ok) continue;
        opened++;
        const analysis = analyse(decoded.value);
        expect(analysis.segments.length).toBe(decoded.value.segments.length);
        expect([brokenPath(analysis, "client"), brokenPath(analysis, "server")]).toEqual([null, null]);
      }
    }
  }
  expect(opened).toBeGreaterThan(50);
});

const NEAR = { low: -5e6, high: 7e6, at: 2e9, rate: null, step: null, drawn: { offset: 1e6, rate: 0 } };
const STEP = { from: 3e9, low: 1e9, high: 2e9, drawn: 1.5e9 };

/** A shared connection whose clocks stand so to each other. */
async function withClock(clock: ClockRelation | null): Promise<SharedConnection> {
  const [merged] = await mergedConnections(3);
  if (!merged?.shared.witnesses) throw new Error("nothing merged");
  return { ...merged.shared, witnesses: { ...merged.shared.witnesses, clock } };
}

test.each([
  ["nothing is known of", null],
  ["an interval is known of", NEAR],
  ["a rate is forced of", { ...NEAR, rate: [-2e-5, 8e-5] as const, drawn: { offset: 1e6, rate: 3e-5 } }],
  ["one was set between", { ...NEAR, step: STEP }],
  ["one bound alone is known of", { ...NEAR, high: Infinity }],
])("a link keeps what is known of both clocks where %s them", async (_, clock) => {
  const shared = await withClock(clock);
  const again = await throughLink(shared);
  expectAlike(offsetsOf(again), offsetsOf(shared));
  const [kept, was] = [again.witnesses?.clock?.step, clock?.step];
  const lengthOf = (step: typeof STEP): number[] => [step.drawn - step.low, step.high - step.low];
  expect(kept ? lengthOf(kept) : null).toEqual(was ? lengthOf(was) : null);
});

test.each([
  ["more than is possible is drawn", { ...NEAR, drawn: { offset: 8e6, rate: 0 } }],
  ["the bounds are turned", { ...NEAR, low: 7e6, high: -5e6 }],
  ["the rates are turned", { ...NEAR, rate: [8e-5, -2e-5] as const }],
  ["a clock runs twice as fast", { ...NEAR, rate: [0, 1] as const }],
  ["a step is drawn outside its bounds", { ...NEAR, step: { ...STEP, drawn: 3e9 } }],
  ["a step has no time", { ...NEAR, step: { ...STEP, from: Number.NaN } }],
  ["the relation holds at no time", { ...NEAR, at: Number.NaN }],
])("a link is refused where %s", async (_, clock) => {
  const link = (await encodeLink(await withClock(clock))) ?? "";
  expect(await decodeLink(link)).toMatchObject({ ok: false });
});
