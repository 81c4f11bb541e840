import { expect, test } from "vitest";
import { metricsFor } from "./metrics.ts";
import { linesOf, noteWidth, stackNotes } from "./stack-notes.ts";

const METRICS = metricsFor(620);
const client = (text: string) => ({ side: "client", kind: "call", text }) as const;
const server = (text: string) => ({ side: "server", kind: "call", text }) as const;

test("notes of one end stand in order below each other, those of the two ends share a line", () => {
  const notes = stackNotes([client("a"), client("b"), server("c")], METRICS, 300);
  expect(notes.map(({ text, line }) => `${text}${line}`)).toEqual(["a0", "b1", "c0"]);
  expect(linesOf(notes)).toBe(2);
});

test("two notes that are too long for one line stand on two", () => {
  const width = 2 * noteWidth("connect", METRICS) + 7;
  const notes = stackNotes([client("connect"), server("connect")], METRICS, width);
  expect(notes.map(({ line }) => line)).toEqual([0, 1]);
  expect(linesOf(stackNotes([client("connect"), server("connect")], METRICS, width + 1))).toBe(1);
});

test("no notes take no line", () => {
  expect(linesOf([])).toBe(0);
});

test("Hangul and Han take almost twice the width of Latin letters", () => {
  expect(noteWidth("abcd", METRICS)).toBeCloseTo(25.2);
  expect(noteWidth("재전송", METRICS)).toBeCloseTo(35.91);
  expect(noteWidth("重传 2", METRICS)).toBeCloseTo(36.54);
});
