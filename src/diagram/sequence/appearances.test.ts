import { expect, test } from "vitest";
import { present } from "../../base/assert.ts";
import { analysesOfCase } from "../../testing/drawn-sequence.ts";
import { analyseCompact } from "../../testing/story.ts";
import { appearances } from "./appearances.ts";

test.each([
  ["A01", ["certain", "assumed"], []],
  ["A03", ["certain", "assumed"], ["lost-or-late"]],
  ["A04", ["certain", "clock", "unknown"], ["no-answer"]],
  ["A05", ["certain", "clock"], ["lost-or-late", "duplicate"]],
  ["C01", ["certain", "assumed", "clock"], []],
] as const)("the legend of %s explains what it shows", (id, bands, arrows) => {
  expect(appearances(present(analysesOfCase(id)[0], "analysis"))).toEqual({ bands, arrows });
});

test("one of two states has a look of its own", () => {
  const analysis = analyseCompact("cS c./=500001 cP.+5/=500101 cF./=500101");
  expect(appearances(analysis).bands).toEqual(["certain", "assumed", "gap", "either", "unknown"]);
});

test("a socket that connects to itself has no other end that could be unknown", () => {
  const analysis = present(analysesOfCase("A01")[0], "analysis");
  const { initial, connection } = analysis;
  const self = {
    ...analysis,
    connection: { ...connection, isSelfConnect: true },
    initial: { ...initial, server: { ...initial.server, state: null } },
  };
  expect(appearances(self).bands).toEqual(["certain", "assumed"]);
});
