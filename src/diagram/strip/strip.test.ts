import { describe, expect, test } from "vitest";
import { ACK, FIN, RST, SYN } from "../../segments/flags.ts";
import { FATES } from "../../tcp/analysis.ts";
import { binStrip, type StripLayout, StripMark } from "./bin-strip.ts";
import { drawStrip, markedNotches, placeInStrip } from "./draw-strip.ts";
import { aboveOf, boxOf } from "./strip-box.ts";

type Row = readonly [fromClient: boolean, flags: number, fate?: (typeof FATES)[number]];

/** Rows 20 pixels high whose segments leave in their middle. */
function layoutOf(rows: readonly Row[]): StripLayout {
  return {
    tops: Float64Array.from([...rows, null], (_, index) => 20 * index),
    leads: new Float32Array(rows.length).fill(10),
    height: 20 * rows.length,
    analysis: {
      segments: {
        length: rows.length,
        flags: Uint16Array.from(rows, ([, flags]) => flags),
      } as StripLayout["analysis"]["segments"],
      fromClient: Uint8Array.from(rows, ([fromClient]) => Number(fromClient)),
      fate: Uint8Array.from(rows, ([, , fate = "delivered"]) => FATES.indexOf(fate)),
    },
  };
}

const EXCHANGE = layoutOf([
  [true, SYN],
  [false, SYN | ACK],
  [true, ACK],
  [true, ACK, "lost"],
  [true, ACK],
  [false, ACK, "doubtful"],
  [true, FIN | ACK],
  [false, RST],
]);

describe("the bins of a strip", () => {
  test("count each end's segments by the height at which they leave, and say what is special among them", () => {
    const { client, server, most } = binStrip(EXCHANGE, 4);
    expect([...client.count]).toEqual([1, 2, 1, 1]);
    expect([...server.count]).toEqual([1, 0, 1, 1]);
    expect(most).toBe(2);
    expect([...client.marks]).toEqual([StripMark.Syn, StripMark.Lost, 0, StripMark.Fin]);
    expect([...server.marks]).toEqual([StripMark.Syn, 0, StripMark.Lost, StripMark.Rst]);
  });

  test("hold every segment, whatever their number", () => {
    for (const bins of [1, 3, 7, 160, 1000]) {
      const { client, server } = binStrip(EXCHANGE, bins);
      const all = [...client.count, ...server.count].reduce((sum, count) => sum + count, 0);
      expect(all, `${bins} bins`).toBe(8);
    }
  });

  test("are empty for an empty connection", () => {
    expect(binStrip({ ...layoutOf([]), height: 74 }, 2).most).toBe(0);
  });
});

describe("the strokes of a strip", () => {
  test("go left for the client and right for the server, the longer the more segments", () => {
    const drawn = drawStrip(binStrip(EXCHANGE, 4), 26);
    expect(drawn.client).toBe("M13 0.5h-4M13 1.5h-8M13 2.5h-4M13 3.5h-4");
    expect(drawn.server).toBe("M13 0.5h4M13 2.5h4M13 3.5h4");
    expect(drawn.syn).toBe("M13 0.5h-8M13 0.5h8");
    expect(drawn.fin).toBe("M13 3.5h-8");
    expect(drawn.rst).toBe("M0 3.5h26");
    expect(drawn.lost).toBe("M0.5 -0.5l4 4m0 -4l-4 4M21.5 0.5l4 4m0 -4l-4 4");
  });

  test("stay within the strip, and a lone segment among many can be seen", () => {
    const rows = Array.from({ length: 200 }, (): Row => [true, ACK]);
    const { client, server } = drawStrip(binStrip(layoutOf([...rows, [false, ACK]]), 2), 26);
    expect(client).toBe("M13 0.5h-8M13 1.5h-8");
    expect(server).toBe("M13 1.5h1");
  });

  test("mark segments at both edges, where they leave", () => {
    expect(placeInStrip(EXCHANGE, 0, 160)).toBe(0);
    expect(placeInStrip(EXCHANGE, 3, 160)).toBe(50);
    expect(markedNotches(EXCHANGE, [3], 26, 160)).toBe("M0 46v8l4 -4zM26 46v8l-4 -4z");
    expect(markedNotches(EXCHANGE, [], 26, 160)).toBe("");
  });
});

describe("the box of what is in sight", () => {
  test("is as high and as far down as what is in sight", () => {
    expect(boxOf({ above: 500, visible: 200, whole: 1000 }, 100)).toEqual({ top: 50, height: 20 });
  });

  test("can be held however long the connection is, and reaches both ends", () => {
    const sight = { visible: 600, whole: 60_000_000 };
    expect(boxOf({ ...sight, above: 0 }, 600)).toEqual({ top: 0, height: 10 });
    expect(boxOf({ ...sight, above: 60_000_000 - 600 }, 600)).toEqual({ top: 590, height: 10 });
  });

  test("fills the strip where everything is in sight", () => {
    expect(boxOf({ above: 0, visible: 900, whole: 700 }, 400)).toEqual({ top: 0, height: 400 });
    expect(aboveOf(30, { above: 0, visible: 900, whole: 700 }, 400)).toBe(0);
  });

  test("moved, brings into sight what it then stands for", () => {
    for (const above of [0, 1, 123, 4567, 9400]) {
      const sight = { above, visible: 600, whole: 10_000 };
      expect(aboveOf(boxOf(sight, 700).top, sight, 700)).toBeCloseTo(above, 6);
    }
    expect(aboveOf(-50, { above: 0, visible: 600, whole: 10_000 }, 700)).toBe(0);
    expect(aboveOf(9999, { above: 0, visible: 600, whole: 10_000 }, 700)).toBe(9400);
  });
});

test("of 100,000 segments each is counted once, for its end", () => {
  const rows = Array.from({ length: 100_000 }, (_, index): Row => [index % 3 === 0, ACK]);
  const { client, server, most } = binStrip(layoutOf(rows), 800);
  const sum = (counts: Uint32Array): number => counts.reduce((total, count) => total + count, 0);
  expect([sum(client.count), sum(server.count)]).toEqual([33_334, 66_666]);
  // 100,000 / 800 = 125 a part, two thirds of them the server's.
  expect(most).toBe(84);
});
