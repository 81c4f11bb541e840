import { expect, test } from "vitest";
import { arrowHead, type Curve, curvePath, line, pointOn } from "./curve.ts";

const DOWN: Curve = [line(10, 20, 10, 80)];
const BENT: Curve = [line(0, 0, 0, 30), [0, 30, 0, 40, 10, 40, 20, 40]];

test("a line is a cubic with its control points at thirds", () => {
  expect(DOWN[0]).toEqual([10, 20, 10, 40, 10, 60, 10, 80]);
});

test("the path of one cubic and of several", () => {
  expect(curvePath(DOWN)).toBe("M10,20C10,40 10,60 10,80");
  expect(curvePath(BENT)).toBe("M0,0C0,10 0,20 0,30C0,40 10,40 20,40");
});

test("a point of a curve by its share of the way", () => {
  expect(pointOn(DOWN, 0)).toEqual({ x: 10, y: 20 });
  expect(pointOn(DOWN, 0.25)).toEqual({ x: 10, y: 35 });
  expect(pointOn(DOWN, 1)).toEqual({ x: 10, y: 80 });
});

test("each cubic has the same share of the way", () => {
  expect(pointOn(BENT, 0.25)).toEqual({ x: 0, y: 15 });
  expect(pointOn(BENT, 0.5)).toEqual({ x: 0, y: 30 });
  expect(pointOn(BENT, 0.75)).toEqual({ x: 6.25, y: 38.75 });
  expect(pointOn(BENT, 1)).toEqual({ x: 20, y: 40 });
});

test("the head points along the last control point and the end", () => {
  expect(arrowHead(DOWN, 8)).toBe("M10,80L6,72L14,72Z");
  expect(arrowHead(BENT, 8)).toBe("M20,40L12,44L12,36Z");
});
