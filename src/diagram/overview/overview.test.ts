import { describe, expect, test } from "vitest";
import type { Outcome } from "../../tcp/verdict.ts";
import { OUTCOMES } from "../../tcp/verdict.ts";
import { binLines } from "./bin-lines.ts";
import { layLanes, toneOf } from "./lanes.ts";
import { type Lifetimes, lifetimesOf } from "./lifetimes.ts";
import { lineAt, type OverviewView, placeOfLine } from "./line-places.ts";
import { paintCells } from "./paint-cells.ts";

function life(start: number, end: number, outcome: Outcome = "complete") {
  return { start, end, verdict: { outcome } };
}

/** A view of 0..10 on ten columns. */
function viewOf(lifetimes: Lifetimes, height: number, range = { from: 0, to: 10 }): OverviewView {
  return { ...range, width: 10, height, lanes: layLanes(lifetimes.counts, height, 2, 1) };
}

/** The counts as text: a row a line, `.` for none. */
function picture(cells: Int32Array, width: number): string[] {
  const text = [...cells].map((count) => (count === 0 ? "." : String(count))).join("");
  return text.match(new RegExp(`.{${width}}`, "gu")) ?? [];
}

describe("lanes", () => {
  test("every outcome has a tone", () => {
    const tones = OUTCOMES.map((outcome) => [outcome, toneOf(outcome)]);
    expect(Object.fromEntries(tones)).toMatchObject({
      refused: "reset",
      "closed-then-reset-by-server": "reset",
      "rejected-by-icmp": "reset",
      "no-answer": "unfinished",
      "half-open": "unfinished",
      "one-direction-captured": "open",
      open: "open",
      complete: "complete",
    });
  });

  test("are laid out for the tones that occur, each at least as high as asked", () => {
    expect(layLanes([1_000_000, 0, 0, 12], 50, 10, 2)).toEqual([
      { tone: "complete", count: 1_000_000, top: 0, height: 37 },
      { tone: "open", count: 12, top: 39, height: 10 },
    ]);
    expect(layLanes([4, 0, 0, 0], 50, 10, 2)).toEqual([{ tone: "complete", count: 4, top: 0, height: 50 }]);
  });
});

describe("lines", () => {
  test("go from start to end, in the lane of their outcome, in the order of their start", () => {
    const lifetimes = lifetimesOf([life(0, 4), life(2, 10), life(5, 5, "refused")]);
    const { passing, dimmed } = binLines(lifetimes, null, viewOf(lifetimes, 7));
    expect(picture(passing, 10)).toEqual([
      "11111.....",
      "..11111111",
      "..........",
      "..........",
      ".....1....",
      "..........",
      "..........",
    ]);
    expect(dimmed.every((count) => count === 0)).toBe(true);
  });

  test("that find no row of their own share rows and are counted", () => {
    const lifetimes = lifetimesOf([life(0, 3), life(1, 3), life(2, 3), life(9, 9)]);
    const { passing } = binLines(lifetimes, null, viewOf(lifetimes, 2));
    expect(picture(passing, 10)).toEqual(["1222......", "..11.....1"]);
  });

  test("that do not pass are counted apart", () => {
    const lifetimes = lifetimesOf([life(0, 3), life(2, 5)]);
    const cells = binLines(lifetimes, Uint8Array.of(0, 1), viewOf(lifetimes, 2));
    expect(picture(cells.passing, 10)).toEqual(["..........", "..1111...."]);
    expect(picture(cells.dimmed, 10)).toEqual(["1111......", ".........."]);
  });

  test("end at the edges of a view that is narrower than they are, and leave it to those that it shows", () => {
    const lifetimes = lifetimesOf([life(0, 9), life(0, 1), life(4.5, 20)]);
    const { passing } = binLines(lifetimes, null, viewOf(lifetimes, 2, { from: 4, to: 5 }));
    expect(picture(passing, 10)).toEqual(["1111111111", ".....11111"]);
  });

  test("without times are left out and counted", () => {
    const lifetimes = lifetimesOf([life(Number.NaN, Number.NaN), life(1, 2)]);
    expect(lifetimes).toMatchObject({ untimed: 1, counts: [1, 0, 0, 0] });
    expect(picture(binLines(lifetimes, null, viewOf(lifetimes, 2)).passing, 10)).toEqual([
      ".11.......",
      "..........",
    ]);
  });
});

describe("the place of a line", () => {
  const lifetimes = lifetimesOf([life(0, 4), life(2, 10), life(5, 5, "refused"), life(20, 30)]);
  const view = viewOf(lifetimes, 7);

  test("is where it is drawn", () => {
    expect(placeOfLine(lifetimes, view, 1)).toEqual({ left: 2, right: 10, top: 1, bottom: 2 });
    expect(placeOfLine(lifetimes, view, 2)).toEqual({ left: 5, right: 6, top: 4, bottom: 5 });
    expect(placeOfLine(lifetimes, view, 3)).toBeNull();
  });

  test("leads back to the connection, also from nearby", () => {
    expect(lineAt(lifetimes, view, 9, 2, 2)).toBe(1);
    expect(lineAt(lifetimes, view, 6, 5, 2)).toBe(2);
    expect(lineAt(lifetimes, view, 0, 5, 2)).toBeNull();
  });
});

test("one line is painted in full where no two lie on each other; others by how many they are", () => {
  const lanes = [{ tone: "reset", count: 4, top: 0, height: 1 }] as const;
  const colours = { complete: [0, 0, 0], reset: [9, 8, 7], unfinished: [0, 0, 0], open: [0, 0, 0] } as const;
  const paint = (passing: number[], dimmed: number[]) =>
    paintCells(
      { width: 3, height: 1, passing: Int32Array.from(passing), dimmed: Int32Array.from(dimmed) },
      lanes,
      colours,
    );
  expect([...paint([1, 0, 0], [0, 0, 1])]).toEqual([9, 8, 7, 255, 0, 0, 0, 0, 9, 8, 7, 48]);
  expect([...paint([1, 2, 4], [0, 5, 0])].filter((_, at) => at % 4 === 3)).toEqual([140, 198, 255]);
});
