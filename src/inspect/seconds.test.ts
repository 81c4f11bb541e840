import { expect, test } from "vitest";
import { secondsSinceZero } from "./seconds.ts";

const EPOCH = { kind: "epoch", origin: 1_616_244_573_192_719_000n } as const;

test("nine digits survive where a floating point number of seconds would lose them", () => {
  expect(secondsSinceZero(0, EPOCH)).toBe("1616244573.192719000");
  expect(secondsSinceZero(1_123_001, EPOCH)).toBe("1616244573.193842001");
});

test("a record that is older than the first one is still dated", () => {
  expect(secondsSinceZero(-192_719_001, EPOCH)).toBe("1616244572.999999999");
  expect(secondsSinceZero(-1_500_000_000, { kind: "relative", origin: 0n })).toBe("-1.500000000");
});

test("no time is null", () => {
  expect(secondsSinceZero(Number.NaN, { kind: "none", origin: 0n })).toBeNull();
});
