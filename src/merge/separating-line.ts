/** `x` in nanoseconds since some time, `y` a difference of two clocks in nanoseconds. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The lines `y = offset + rate x` that lie below all upper points and above all lower ones. */
export interface FeasibleLines {
  /** The slopes that have a line. */
  readonly low: number;
  readonly high: number;
  /** The offsets at x = 0 that have one. */
  readonly offsets: readonly [low: number, high: number];
  /** The slope that leaves most room, and its offsets. */
  readonly best: { readonly rate: number; readonly low: number; readonly high: number };
}

/** Steps of a search over slopes: each leaves at most two thirds, so that far less is left than any clock can show. */
const STEPS = 90;

/**
 * The feasible set is a convex polygon in (offset, slope). Only points on the hulls bound it: the lower hull of the
 * upper points, and the upper hull of the lower ones. null: no line separates them.
 * @param points in the order of `x`, or nearly: they are sorted
 * @param largest the steepest slope that counts
 * @param tolerance by how much a point may be on the wrong side
 */
export function feasibleLines(
  points: { readonly upper: readonly Point[]; readonly lower: readonly Point[] },
  largest: number,
  tolerance: number,
): FeasibleLines | null {
  const above = lowerHull(points.upper);
  const below = lowerHull(points.lower.map(({ x, y }) => ({ x, y: -y })));
  /** The highest and the lowest offset at a slope: the first is a concave function of it, the second a convex one. */
  const highAt = (rate: number): number => leastOffset(above, rate);
  const lowAt = (rate: number): number => -leastOffset(below, -rate);
  const width = (rate: number): number => highAt(rate) - lowAt(rate) + tolerance;
  const rate = highest(width, -largest, largest);
  if (!(width(rate) >= 0)) return null;
  const low = border(width, rate, -largest);
  const high = border(width, rate, largest);
  const offsets = [
    lowAt(highest((slope) => -lowAt(slope), low, high)),
    highAt(highest(highAt, low, high)),
  ] as const;
  return { low, high, offsets, best: { rate, low: lowAt(rate), high: highAt(rate) } };
}

/** The offset of the highest line of that slope that lies below all points. */
function leastOffset(points: readonly Point[], rate: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { x, y } of points) least = Math.min(least, y - rate * x);
  return least;
}

/** The points that a line from below can touch (Andrew's monotone chain). */
function lowerHull(points: readonly Point[]): Point[] {
  const hull: Point[] = [];
  for (const point of points.toSorted((a, b) => a.x - b.x || a.y - b.y)) {
    for (let last = hull.length - 1; last > 0 && !isBelow(hull[last], hull[last - 1], point); last--)
      hull.pop();
    hull.push(point);
  }
  return hull;
}

/** Whether a point lies below the line from `from` to `to`. */
function isBelow({ x, y }: Point, from: Point, to: Point): boolean {
  return (y - from.y) * (to.x - from.x) < (to.y - from.y) * (x - from.x);
}

/** Where a concave function is highest between two slopes. */
function highest(of: (rate: number) => number, from: number, until: number): number {
  let [low, high] = [from, until];
  for (let step = 0; step < STEPS; step++) {
    const third = (high - low) / 3;
    if (of(low + third) < of(high - third)) low += third;
    else high -= third;
  }
  return (low + high) / 2;
}

/** How far from a slope with room the room goes on in the direction of another slope. */
function border(width: (rate: number) => number, inside: number, outside: number): number {
  if (width(outside) >= 0) return outside;
  let [near, far] = [inside, outside];
  for (let step = 0; step < STEPS; step++) {
    const between = (near + far) / 2;
    if (width(between) >= 0) near = between;
    else far = between;
  }
  return near;
}
