import { expect, test } from "vitest";
import { boundedSize, readSizes } from "./panel-sizes.ts";

test("sizes stay within their bounds, to a tenth", () => {
  expect(boundedSize("connections", 3)).toBe(18);
  expect(boundedSize("connections", 99)).toBe(45);
  expect(boundedSize("graphRow", 33.333)).toBe(33.3);
});

test("of what was kept only sizes are taken", () => {
  expect(readSizes({ connections: 30, graphRow: 1000, graphColumn: "30", other: 4 })).toEqual({
    connections: 30,
    graphRow: 80,
  });
  for (const kept of [null, 7, "text", [], { connections: null, graphRow: Number.NaN }]) {
    expect(readSizes(kept)).toEqual({});
  }
});
