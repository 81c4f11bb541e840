import { expect, test } from "vitest";
import { metricsFor } from "./metrics.ts";

test("the lifelines stand inside time column and bands", () => {
  expect(metricsFor(620)).toMatchObject({
    timeEnd: 68,
    band: 100,
    clientX: 176,
    serverX: 512,
    size: "medium",
  });
  expect(metricsFor(360)).toMatchObject({
    timeEnd: 40,
    band: 66,
    clientX: 108,
    serverX: 292,
    size: "small",
  });
});
