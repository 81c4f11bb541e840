import { expect, test } from "vitest";
import { present } from "../../base/assert.ts";
import { Mark } from "../../segments/segment-table.ts";
import { analysesOfCase } from "../../testing/drawn-sequence.ts";
import { labelParts } from "./segment-label.ts";

const analysis = present(analysesOfCase("A01")[0], "analysis");

test("numbers count from the SYN or stand as on the wire", () => {
  expect(labelParts(analysis, 2, "relative", "no flags")).toEqual({
    flags: "SYN,ACK",
    sequence: "seq=0",
    acknowledgment: "ack=1",
    payload: null,
    window: "win=64240",
  });
  expect(labelParts(analysis, 2, "wire", "no flags")).toMatchObject({
    sequence: "seq=500000",
    acknowledgment: "ack=1001",
  });
  expect(labelParts(analysis, 2, "hexadecimal", "no flags")).toMatchObject({
    sequence: "seq=0x0007a120",
    acknowledgment: "ack=0x000003e9",
    window: "win=64240",
  });
});

test("a SYN acknowledges nothing", () => {
  expect(labelParts(analysis, 1, "relative", "no flags").acknowledgment).toBeNull();
});

test("what the capture does not tell is not in the label", () => {
  const marked = (mark: number) => ({
    ...analysis,
    segments: { ...analysis.segments, marks: analysis.segments.marks.map(() => mark) },
  });
  expect(labelParts(marked(Mark.SequenceUnknown), 3, "wire", "no flags").sequence).toBeNull();
  expect(labelParts(marked(Mark.AcknowledgmentUnknown), 3, "wire", "no flags").acknowledgment).toBeNull();
  expect(labelParts(marked(Mark.WindowUnknown), 3, "wire", "no flags").window).toBeNull();
  expect(labelParts(marked(Mark.SequenceRelative), 3, "wire", "no flags").sequence).toBe("seq=+1001");
});

test("a window is told in octets beside relative numbers, and as in the header beside those of the wire", () => {
  const shifted = { ...analysis, numbers: { ...analysis.numbers, windowScale: { client: 10, server: 7 } } };
  const raw = shifted.segments.window[2] ?? 0;
  expect(raw).toBeGreaterThan(0);
  expect(labelParts(shifted, 3, "relative", "no flags").window).toBe(`win=${raw * 1024}`);
  expect(labelParts(shifted, 3, "wire", "no flags").window).toBe(`win=${raw}`);
  // That of a SYN is never scaled.
  expect(labelParts(shifted, 1, "relative", "no flags").window).toBe("win=64240");
});
