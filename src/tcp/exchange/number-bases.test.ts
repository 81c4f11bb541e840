import { describe, expect, test } from "vitest";
import { Mark } from "../../segments/segment-table.ts";
import { compactExchange, exchangeOfTable } from "../../testing/compact-exchange.ts";
import { compactTable } from "../../testing/compact-notation.ts";
import type { Exchange } from "./exchange.ts";
import { numberBases } from "./number-bases.ts";

type Pair = readonly [number | null, number | null];

/** `[exchange, ISSs, bases of relative numbers, why]`, the client's first (docs/state-machine.md 2) */
const BASES: readonly (readonly [string, Pair, Pair, string])[] = [
  ["cS sS. c.", [1000, 500_000], [1000, 500_000], "both SYNs are there"],
  ["cS@=0 sS.@=0/=1 c.", [0, 0], [0, 0], "0 is a number"],
  ["cS", [1000, null], [1000, null], "nothing shows the numbers of the server"],
  ["cS c./=500001", [1000, null], [1000, 500_000], "one before the first acknowledgment of the server"],
  ["mid c. s.", [null, null], [1000, 500_000], "one before the first numbers of both"],
  ["mid c.@=0/=0 s.", [null, null], [2 ** 32 - 1, 2 ** 32 - 1], "round the circle"],
  ["mid cR@900 s./1", [null, null], [1000, 500_000], "the number of a RST is no base"],
  ["mid cR.@900/900 s. c.", [null, null], [1000, 500_000], "nor is what it acknowledges"],
  ["mid c.@5/9 c.@1/1", [null, null], [1004, 500_008], "the first number, not the least"],
  ["cS cS@99 sS./1 c.@1/1", [1000, 500_000], [1000, 500_000], "a stray SYN is no base"],
  ["cS sS. ~1 cS sS.@=77 c.", [1000, 500_000], [1000, 500_000], "of two ISSs the first"],
];

describe("the bases of relative numbers", () => {
  test.each(BASES)("%s: ISS %j, bases %j (%s)", (compact, initial, relative) => {
    expect(numberBases(compactExchange(compact))).toMatchObject({ initial, relative });
  });

  test("count among the unwrapped numbers from the first that is there", () => {
    const exchange = compactExchange("mid c.@5/9 s.");
    expect(numberBases(exchange).origin).toEqual([exchange.start[0] - 1, exchange.ack[0] - 1]);
  });

  test("count from the acknowledgments where an end sends nothing", () => {
    const exchange = compactExchange("cS c./=500001");
    expect(numberBases(exchange).origin).toEqual([exchange.start[0], exchange.ack[1] - 1]);
  });

  test("are nowhere among them where nothing shows them", () => {
    expect(numberBases(compactExchange("cS")).origin[1]).toBeNull();
  });
});

/** The bases of `mid c. s.` with these marks at the first segment and at the second. */
function markedExchange(...marks: readonly number[]): Exchange {
  const table = compactTable("mid c. s.");
  for (const [row, mark] of marks.entries()) table.marks[row] |= mark;
  return exchangeOfTable(table);
}

describe("the bases of numbers that a text tells in part", () => {
  test("are not taken from a number that it does not print", () => {
    const exchange = markedExchange(Mark.SequenceUnknown);
    const { relative, origin } = numberBases(exchange);
    expect([relative[0], origin[0]]).toEqual([1000, exchange.ack[1] - 1]);
  });

  test("are 0 where it prints relative ones", () => {
    expect(numberBases(markedExchange(Mark.SequenceRelative)).relative).toEqual([0, 500_000]);
    expect(numberBases(markedExchange(Mark.AcknowledgmentRelative)).relative).toEqual([1000, 0]);
  });

  test("are not measured from a number that the reader inferred", () => {
    const exchange = markedExchange(Mark.SequenceInferred);
    expect(numberBases(exchange).origin[0]).toBe(exchange.ack[1] - 1);
  });
});
