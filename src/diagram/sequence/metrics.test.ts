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
  expect(metricsFor(390)).toMatchObject({ timeEnd: 34, size: "small", nameSize: 11 });
  // Names of 11 pixels on the phone, and room for flags and a number between the lifelines: times give way.
  expect(metricsFor(360)).toMatchObject({ timeEnd: 0, size: "small", nameSize: 11 });
  expect(metricsFor(360, { clock: true }).timeEnd).toBe(45);
  const { clientX, serverX } = metricsFor(360);
  expect(serverX - clientX).toBeGreaterThanOrEqual(178);
});

test("names of a wished size widen their bands, as long as there is room between the lifelines", () => {
  expect(metricsFor(620, { nameSize: 14 })).toMatchObject({ nameSize: 14, serverX: 498.6 });
  const { band, nameSize, clientX, serverX } = metricsFor(430, { nameSize: 20 });
  expect(serverX - clientX).toBe(130);
  expect(nameSize).toBeCloseTo(band / 8.1);
  expect(metricsFor(620).nameSize).toBeNull();
});
