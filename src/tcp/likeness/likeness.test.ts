import { describe, expect, test } from "vitest";
import { OptionKind } from "../../segments/options.ts";
import { SegmentTableBuilder } from "../../segments/segment-table-builder.ts";
import { Mark, type SegmentTable } from "../../segments/segment-table.ts";
import { compactTable } from "../../testing/compact-notation.ts";
import { story } from "../../testing/story.ts";
import { analyseTable } from "../analyse-table.ts";
import { ConnectionGrouping } from "../connections/group-connections.ts";

/*
 * Connections that are alike are analysed once, so two rules hold: what differs in more than its numbers is not alike
 * (or the list would say something false of it), and what goes well is (or each would be analysed by itself).
 */

function likenesses(table: SegmentTable): (number | null)[] {
  const grouping = new ConnectionGrouping(table);
  const connections = grouping.finish();
  return connections.list().map(({ id }) => connections.likeness(id));
}

/** Whether the exchanges, each on a pair of its own, are all alike. */
function areAlike(...exchanges: readonly string[]): boolean {
  const compact = exchanges.map((exchange, index) => `ports=${40000 + index},80 ${exchange}`).join(" ");
  const found = likenesses(compactTable(compact));
  expect(found).toHaveLength(exchanges.length);
  return found[0] !== null && new Set(found).size === 1;
}

const ALIKE = [
  ["cS sS. c.", "cS:w900 sS.:w800 c.:w7", "the windows are others"],
  ["cS sS. c. cP.+10 s.", "cS sS. c. cP.+900 s.", "the octets are more"],
  ["cS sS. c. cP.+10 s.", "cS ~2 sS. ~30 c. cP.+10 ~29 s.", "it took longer"],
  ["cS sS. cP.+5 s. sP.+7 c. cF. sF. c.", "cS sS. cP.+50 s. sP.+70 c. cF. sF. c.", "a whole connection"],
  ["cS sS. c. cF. s. sF. c.", "cS sS. c. cF. s. ~20 sF. c.", "one end goes on for a while"],
  ["cS sR.@=0", "cS ~1 sR.@=0", "a refusal"],
  ["cS ~1 cS ~2 cS", "cS ~0.3 cS ~3 cS", "attempts without answer"],
  ["cS sS. c. cR.", "cS sS. c. ~9 cR.", "an abort"],
  [
    "cS sS. c. cP.+10 cP.+10 s./11 s.",
    "cS sS. c. cP.+20 cP.+20 s./21 s.",
    "the second is acknowledged later",
  ],
  [
    "cS sS. c. c.+10 c.+10 c.+10 cP.+4 s./21 s.",
    "cS sS. c. c.+500 c.+500 c.+500 cP.+9 s./1001 s.",
    "an acknowledgment leaves out two",
  ],
] as const;

const UNLIKE = [
  ["cS sS. c. cP.+10 s.", "cS sS. c. sP.+10 c.", "the other end sends"],
  ["cS sS. c. cF. s. sF. c.", "cS sS. c. cF. sF. c.", "the close takes a segment less"],
  ["cS sS. c. c.+10 s.", "cS sS. c. cP.+10 s.", "PSH"],
  ["cS sS. c. cP.+10 cP.+10 s./11 s.", "cS sS. c. cP.+10 cP.+10 s. sP.+1 c.", "more is acknowledged"],
] as const;

const ALONE = [
  ["mid c. s.", "it has no beginning"],
  ["cS+10 sS. c.", "Fast Open"],
  ["cS:w0 sS. c.", "no window is offered"],
  ["cSF sS. c.", "SYN and FIN"],
  ["cS sS cS. sS.@0/1", "a simultaneous open"],
  ["cS s. sS. c.", "a challenge comes first"],
  ["cS sS./=77 c.", "a SYN,ACK of something else"],
  ["cS sS.+5 c.", "a SYN,ACK with data"],
  ["cS sS.:w0 c.", "its window is closed"],
  ["cS sR.@=5", "a refusal with a number of its own"],
  ["cS ~0.09 cS", "the SYN comes again at once: perhaps captured twice"],
  ["cS ~601 cS", "or after so long that it is another attempt"],
  ["cS ~1 cS sS. c.", "which SYN came, times have to tell"],
  ["cS ~1 cS sR.@=0", "which SYN was refused, times have to tell"],
  ["cS ~1 cS:w0", "another SYN with a closed window"],
  ["cS sS. c. cP.+10 sP.+5/1", "the other end speaks, but does not acknowledge the data"],
  ["cS sS. c. cF. sP.+5/1", "nor the FIN"],
  ["cS sS. c. cP.+10 sR./1", "nor does its RST"],
  ["cS sS. c. c.", "the same acknowledgment again"],
  ["cS sS. c. cP.+10 s. cP.@1+10 s.", "data again"],
  ["cS sS. c. cP.@11+10 cP.@1+10 s./21", "data in the wrong order"],
  ["cS sS. c. cP.+10 s. s./6 s.", "an acknowledgment that goes back"],
  ["cS sS. c. c./2 sP.@2+4 c.", "an acknowledgment of what was not captured"],
  ["cS sS. c. cP.+10 s./6 s.", "an acknowledgment of half a segment"],
  ["cS sS. c. ~30.1 cP.+10 s.", "a silence in which a clock may run out"],
  ["cS sS. c. ~-0.005 cP.+10 s.", "a clock that goes back"],
  ["cS sS. c. cP.+10:w0 s.", "a window that closes"],
  ["cS sS.:w100 c. c.+100 s.", "a window that is filled"],
  ["cS:ws3 sS.:ws3:w100 c. c.+400 c.+400 s.", "or may be, for it is scaled"],
  ["cS sS. c. cR. s.", "a segment after the RST"],
  ["cS sS. c. cR.+5", "a RST with data"],
  ["cS sS. c. cF. s. cP.+5 s.", "data after the FIN"],
  ["cS sS. c. cP.+5 s. cS. s.", "a SYN within"],
  ["cS sS. c. cP+5 s.", "a segment without ACK"],
] as const;

describe("connections that differ in nothing but numbers and times", () => {
  test.each(ALIKE)("are alike: %s | %s (%s)", (one, other) => {
    expect(areAlike(one, other)).toBe(true);
    expect(analyseTable(compactTable(one)).map(story)).toEqual(analyseTable(compactTable(other)).map(story));
  });

  test.each(UNLIKE)("are not alike otherwise: %s | %s (%s)", (one, other) => {
    expect([areAlike(one), areAlike(other)]).toEqual([true, true]);
    expect(areAlike(one, other)).toBe(false);
  });
});

test.each(ALONE)("%s stands alone: %s", (compact) => {
  expect(likenesses(compactTable(compact))).toEqual([null]);
});

test("an end that speaks before its peer acknowledges is like no other until that comes", () => {
  const table = compactTable("cS sS. c. cP.+10 cP.+10 s./11 s./21");
  let length = 0;
  const growing = new Proxy(table, {
    get: (whole, name) => (name === "length" ? length : (Reflect.get(whole, name) as unknown)),
  });
  const found = Array.from({ length: 7 }, (_, index) => {
    length = index + 1;
    return likenesses(growing)[0] === null;
  });
  expect(found).toEqual([false, false, false, false, false, true, false]);
});

/** An exchange of so many segments of data, each acknowledged. */
function exchangeOf(segments: number): string {
  return `cS sS. c. ${"cP.+5 s. ".repeat((segments - 3) / 2)}`;
}

test("a connection of more than 48 segments is worth an analysis of its own", () => {
  expect(areAlike(exchangeOf(47), exchangeOf(47))).toBe(true);
  expect(areAlike(`${exchangeOf(47)} sP.+5`)).toBe(true);
  expect(areAlike(exchangeOf(49))).toBe(false);
  const attempts = `cS ${"~1 cS ".repeat(47)}`;
  expect([areAlike(attempts), areAlike(`${attempts} ~1 cS`)]).toEqual([true, false]);
});

test("sequence numbers that begin anew after 2^32 - 1 are told apart from those that do not", () => {
  const wrapping = "ic=4294967290 cS sS. c. cP.+10 s.";
  expect(areAlike(wrapping, wrapping)).toBe(true);
  expect(areAlike("cS sS. c. cP.+10 s.", wrapping)).toBe(false);
  expect(areAlike("cS sS. c.", "ic=4294967295 cS sS. c.")).toBe(false);
});

/** A whole connection and, so many seconds later, a segment of another one. */
function closedAndLater(close: string, seconds: number): (number | null)[] {
  return likenesses(compactTable(`cS sS. c. ${close} ports=1,2 ~${seconds} mid c.+5`)).slice(0, 1);
}

test("whether TIME-WAIT is over within the capture tells connections apart; where it is not certain, each stands alone", () => {
  const close = "cF. s. sF. c.";
  const [before] = closedAndLater(close, 50);
  const [after] = closedAndLater(close, 80);
  expect([before, after]).not.toContain(null);
  expect(before).not.toBe(after);
  expect(closedAndLater(close, 60)).toEqual([before]);
  // 67.5 s: 60 s, and the eighth by which a timer may be late.
  expect(closedAndLater(close, 67.4)).toEqual([before]);
  expect(closedAndLater(close, 67.6)).toEqual([after]);
  expect(closedAndLater(close, 67.5)).toEqual([null]);
});

test("whether a client has given up within the capture tells attempts apart", () => {
  const attempts = (seconds: number): number | null | undefined =>
    likenesses(compactTable(`cS ~1 cS ~2 cS ports=1,2 ~${seconds} mid c.+5`))[0];
  // Twice the last gap, and an eighth of that.
  const [before, after] = [attempts(4.4), attempts(4.6)];
  expect([before, after]).not.toContain(null);
  expect(before).not.toBe(after);
  expect(attempts(4.5)).toBe(before);
  const once = likenesses(compactTable("cS ports=1,2 ~900 cS ports=3,4 ~900 mid c.+5"));
  expect(once[0]).not.toBeNull();
  expect(once[0]).toBe(once[1]);
});

test("a connection about which a router reported an error stands alone", () => {
  const table = compactTable("cS ports=1,2 cS");
  const quoted = { flow: 2, sequenceNumber: 1000, reporter: "10.0.0.2" };
  table.icmpErrors.push({ frame: 3, time: 1e6, version: 4, type: 3, code: 3, ...quoted });
  expect(likenesses(table).map((likeness) => likeness === null)).toEqual([false, true]);
});

test("so does one of several on the same pair", () => {
  const closed = "cS sS. c. cF. s. sF. c.";
  expect(likenesses(compactTable(`${closed} ~90 cS* sS. c.`))).toEqual([null, null]);
});

test("octets of data are counted by the numbers that SYN and FIN leave over", () => {
  const table = compactTable("cS sS. c. cP.+10 s. sP.+70 c. cP.+5 s. cF. s. ports=1,2 cS ports=3,4 mid c.+9");
  const connections = new ConnectionGrouping(table).finish();
  expect([0, 1, 2].map((id) => [connections.payload(id, 0), connections.payload(id, 1)])).toEqual([
    [15, 70],
    [0, 0],
    [0, 0],
  ]);
});

const PLAIN = {
  time: 1n,
  payloadLength: 0,
  window: 512,
  sequenceNumber: 1,
  acknowledgmentNumber: 0,
  flags: 2,
};

/** Whether a SYN with these options is like another one without. */
function isLikeWithout(options: readonly number[], marks = 0): boolean {
  const table = new SegmentTableBuilder();
  for (const [index, octets] of [[], options].entries()) {
    const flow = table.flows.internEndpoints(
      { address: "10.0.0.1", port: 1000 + index },
      { address: "10.0.0.2", port: 80 },
    );
    const optionsLength = octets.length;
    table.append({
      frame: index + 1,
      flow,
      ...PLAIN,
      octets: Uint8Array.from(octets),
      optionsLength,
      marks: index === 0 ? 0 : marks,
    });
  }
  const [one, other] = likenesses(table);
  expect(one).not.toBeNull();
  expect([one, null]).toContain(other);
  return other !== null;
}

const { NoOperation, End, MaximumSegmentSize, WindowScale, SackPermitted, Sack, Timestamps, FastOpen, Md5 } =
  OptionKind;
const TIMESTAMPS = [Timestamps, 10, 0, 0, 0, 1, 0, 0, 0, 0];
const OPTIONS = [
  [[MaximumSegmentSize, 4, 5, 180], true, "maximum segment size"],
  [
    [MaximumSegmentSize, 4, 5, 180, SackPermitted, 2, ...TIMESTAMPS, NoOperation, WindowScale, 3, 7],
    true,
    "Linux",
  ],
  [[NoOperation, NoOperation, ...TIMESTAMPS], true, "timestamps as RFC 7323 appendix A lays them"],
  [[NoOperation, NoOperation, ...TIMESTAMPS.slice(0, -1), 200], true, "whatever they say"],
  [[...TIMESTAMPS, NoOperation, NoOperation], true, "or the other way round"],
  [[End, FastOpen, 2], true, "what follows the end is no option"],
  [[FastOpen, 2], false, "Fast Open"],
  [[NoOperation, NoOperation, Sack, 10, 0, 0, 0, 1, 0, 0, 0, 2], false, "selective acknowledgment"],
  [[NoOperation, NoOperation, Md5, 4, 0, 0, 0, 0, 0, 0, 0, 0], false, "of the length of timestamps"],
  [[NoOperation, Md5, Timestamps, 4, 0, 0, 0, 0, 0, 0, 0, 0], false, "with timestamps in the wrong place"],
  [[WindowScale, 1, 7], false, "a length that cannot be"],
  [[MaximumSegmentSize, 4, 5, 180, NoOperation, Md5, 2], false, "a later one that is special"],
] as const;

describe("options of a SYN", () => {
  test.each(OPTIONS)("%j leave it like others: %s (%s)", (options, expected) => {
    expect(isLikeWithout(options)).toBe(expected);
  });

  test("neither do marks but that the IP identification is known", () => {
    expect(isLikeWithout([], Mark.HasIpId)).toBe(true);
    for (const mark of [
      Mark.SequenceRelative,
      Mark.Truncated,
      Mark.ElidedBefore,
      Mark.HasIpId | Mark.WindowScaled,
    ])
      expect(isLikeWithout([], mark)).toBe(false);
  });
});
