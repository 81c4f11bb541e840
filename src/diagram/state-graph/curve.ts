/** Control points of one cubic Bézier curve. */
export type Cubic = readonly [
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  x3: number,
  y3: number,
];

/** Cubic curves, each beginning where the one before ends. */
export type Curve = readonly [Cubic, ...Cubic[]];

/** A straight line as a cubic curve, so that everything on an edge is computed in one way. */
export function line(x0: number, y0: number, x3: number, y3: number): Cubic {
  const third = (a: number, b: number, part: number): number => a + ((b - a) * part) / 3;
  return [x0, y0, third(x0, x3, 1), third(y0, y3, 1), third(x0, x3, 2), third(y0, y3, 2), x3, y3];
}

/** The path of a curve as an SVG path string. */
export function curvePath(curve: Curve): string {
  const [x, y] = curve[0];
  const pieces = curve.map(([, , x1, y1, x2, y2, x3, y3]) => `C${x1},${y1} ${x2},${y2} ${x3},${y3}`);
  return `M${x},${y}${pieces.join("")}`;
}

/** The point of a curve at `t` (0 = start, 1 = end); every cubic has the same share of `t`. */
export function pointOn(curve: Curve, t: number): { readonly x: number; readonly y: number } {
  const index = Math.min(curve.length - 1, Math.floor(t * curve.length));
  const [x0, y0, x1, y1, x2, y2, x3, y3] = curve[index] ?? curve[0];
  const u = t * curve.length - index;
  const s = 1 - u;
  const at = (a: number, b: number, c: number, d: number): number =>
    s * s * s * a + 3 * s * s * u * b + 3 * s * u * u * c + u * u * u * d;
  return { x: at(x0, x1, x2, x3), y: at(y0, y1, y2, y3) };
}

/** Triangle at the end of a curve, pointing along it, as an SVG path string. */
export function arrowHead(curve: Curve, size: number): string {
  const [, , , , x2, y2, x3, y3] = curve.at(-1) ?? curve[0];
  const length = Math.hypot(x3 - x2, y3 - y2) || 1;
  const ux = (x3 - x2) / length;
  const uy = (y3 - y2) / length;
  const round = (value: number): number => Math.round(value * 10) / 10;
  const corner = (side: 1 | -1): string =>
    `${round(x3 - ux * size - uy * side * size * 0.5)},${round(y3 - uy * size + ux * side * size * 0.5)}`;
  return `M${x3},${y3}L${corner(1)}L${corner(-1)}Z`;
}
