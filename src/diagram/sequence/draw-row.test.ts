import { expect, test } from "vitest";
import { layoutOfCase } from "../../testing/drawn-sequence.ts";
import { drawRow } from "./draw-row.ts";

test("a label stands above its arrow, in the middle, and the call beside the lifeline", () => {
  const row = drawRow(layoutOfCase("A01"), 1);
  expect(row).toMatchObject({ position: 1, top: 34, bottom: 85, departure: 62, chips: [], silence: null });
  expect(row.label).toEqual({ text: "SYN seq=1000 win=64240", x: 344, y: 54 });
  expect(row.notes).toEqual([{ side: "client", kind: "call", text: "connect", x: 188, y: 54 }]);
});

test("a call that returns stands below the landing", () => {
  const { notes } = drawRow(layoutOfCase("A01"), 2);
  expect(notes).toEqual([{ side: "client", kind: "call", text: "connect-returns", x: 188, y: 141 }]);
});

test("a repeated SYN shows the silence, the time since its copy and its chip", () => {
  const row = drawRow(layoutOfCase("A03"), 2);
  expect(row.silence).toMatchObject({ text: "1000 ms", x: 344, height: 32 });
  expect(row.notes).toContainEqual(
    expect.objectContaining({ side: "client", kind: "interval", text: "1000 ms" }),
  );
  expect(row.chips.map(({ text }) => text)).toEqual(["syn-retransmission#1"]);
});

test("where there is little room, the label says less", () => {
  expect(drawRow(layoutOfCase("A01", 360), 3).label?.text).toBe("ACK seq=1001 ack=500001");
});
