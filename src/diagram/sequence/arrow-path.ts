export type Point = readonly [x: number, y: number];

const HEAD_LENGTH = 9;
const HEAD_WIDTH = 7;

/** An open line through the points, to a tenth of a pixel. */
export function linePath(points: readonly Point[]): string {
  return points.map(([x, y], index) => `${index === 0 ? "M" : "L"}${tenths(x)},${tenths(y)}`).join("");
}

// `line()` of d3-shape does the same, and brings 14 KB of curves and symbols along that bundlers cannot shake off.
function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The head of an arrow that comes from `from` and ends at `tip`: a closed triangle. */
export function headPath(from: Point, tip: Point): string {
  const [along, across] = directions(from, tip);
  const back: Point = [tip[0] - along[0] * HEAD_LENGTH, tip[1] - along[1] * HEAD_LENGTH];
  const half = HEAD_WIDTH / 2;
  const corner = (sign: 1 | -1): Point => [
    back[0] + sign * across[0] * half,
    back[1] + sign * across[1] * half,
  ];
  return `${linePath([corner(1), tip, corner(-1)])}Z`;
}

/** Where the line must end so that it does not show through the head. */
export function neckOf(from: Point, tip: Point): Point {
  const [along] = directions(from, tip);
  return [tip[0] - along[0] * HEAD_LENGTH, tip[1] - along[1] * HEAD_LENGTH];
}

/** A cross round a point. */
export function crossPath([x, y]: Point, radius: number): string {
  const stroke = (sign: 1 | -1): string =>
    linePath([
      [x - radius, y - sign * radius],
      [x + radius, y + sign * radius],
    ]);
  return stroke(1) + stroke(-1);
}

function directions(from: Point, tip: Point): [along: Point, across: Point] {
  const [dx, dy] = [tip[0] - from[0], tip[1] - from[1]];
  const length = Math.hypot(dx, dy) || 1;
  return [
    [dx / length, dy / length],
    [-dy / length, dx / length],
  ];
}
