import { expect, test } from "vitest";
import { present } from "../../base/assert.ts";
import { analysesOfCase } from "../../testing/drawn-sequence.ts";
import { appearances } from "./appearances.ts";

test.each([
  ["A01", ["certain", "assumed"], []],
  ["A03", ["certain", "assumed"], ["lost"]],
  ["A04", ["certain", "clock", "unknown"], ["no-answer"]],
  ["A05", ["certain", "clock"], ["lost", "duplicate"]],
  ["C01", ["certain", "assumed", "clock"], []],
] as const)("the legend of %s explains what it shows", (id, bands, arrows) => {
  expect(appearances(present(analysesOfCase(id)[0], "analysis"))).toEqual({ bands, arrows });
});
