import { expect, test } from "vitest";
import type { TimeForm } from "../../store/time-form.ts";
import { captureWith, summary } from "../../testing/connection-summaries.ts";
import { rowTimes } from "./row-times.ts";
import { formShown, formsOf } from "./time-forms.ts";

const SECOND = 1e9;
const ORIGIN = BigInt(Date.parse("2026-03-10T09:59:40Z")) * 1_000_000n;
const capture = {
  ...captureWith({ ...summary(0), start: 0, end: 9 * SECOND }),
  timeBase: { kind: "epoch", origin: ORIGIN },
} as const;
const segments = { time: Float64Array.of(25 * SECOND, 25.5 * SECOND, Number.NaN, 27 * SECOND), length: 4 };
const texts = (form: TimeForm, characters = 15): string[] => {
  const at = rowTimes(form, { segments } as unknown as Parameters<typeof rowTimes>[1], capture, characters);
  return [1, 2, 3, 4].map(at);
};

test("times are told since the connection, the capture, or the segment before, and by the clock", () => {
  expect(texts("connection", 10)).toEqual(["0.000000", "0.500000", "", "2.000000"]);
  expect(texts("capture", 10)).toEqual(["25.000000", "25.500000", "", "27.000000"]);
  expect(texts("previous", 10)).toEqual(["0.000000", "0.500000", "", ""]);
  expect(texts("utc")).toEqual(["10:00:05.000000", "10:00:05.500000", "", "10:00:07.000000"]);
  expect(texts("utc", 8)).toEqual(["10:00:05", "10:00:05", "", "10:00:07"]);
  const behind = new Date("2026-03-10T10:00:05Z");
  expect(texts("local", 8)[0]).toBe(behind.toTimeString().slice(0, 8));
});

test("a text without dates has one clock, and a capture without times none", () => {
  const printed = { timeBase: { kind: "time-of-day", origin: 0n } } as const;
  const relative = { timeBase: { kind: "relative", origin: 0n } } as const;
  expect(formsOf(printed)).toEqual(["connection", "capture", "utc", "previous"]);
  expect(formShown("local", printed)).toBe("utc");
  expect(formShown("local", relative)).toBe("connection");
  expect(formShown("previous", relative)).toBe("previous");
});
