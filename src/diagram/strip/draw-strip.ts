import type { Position } from "../../tcp/position.ts";
import { type StripBins, type StripLayout, StripMark, type StripSide } from "./bin-strip.ts";

/** Strokes of a strip one pixel high per bin: the client's to the left of the middle, the server's to the right. */
export interface DrawnStrip {
  /** A line a bin, the longer the more segments leave in it. */
  readonly client: string;
  readonly server: string;
  /** Lines as long as a line can be, on the side of the sender. */
  readonly syn: string;
  readonly fin: string;
  /** Lines across the whole strip. */
  readonly rst: string;
  /** A cross at the edge, on the side of the sender. */
  readonly lost: string;
}

const CROSS = 2;

/** Draws the bins in a strip of `width` pixels. */
export function drawStrip({ client, server, most }: StripBins, width: number): DrawnStrip {
  const middle = width / 2;
  const reach = middle - 2 * CROSS - 1;
  const sides = [
    { side: client, towards: -1 },
    { side: server, towards: 1 },
  ] as const;
  const lines = (mark: number): string =>
    sides
      .map(({ side, towards }) => strokesAt(side, mark, (y) => `M${middle} ${y}h${towards * reach}`))
      .join("");
  return {
    client: density(client, most, middle, -reach),
    server: density(server, most, middle, reach),
    syn: lines(StripMark.Syn),
    fin: lines(StripMark.Fin),
    rst: sides.map(({ side }) => strokesAt(side, StripMark.Rst, (y) => `M0 ${y}h${width}`)).join(""),
    lost: sides
      .map(({ side, towards }) =>
        strokesAt(side, StripMark.Lost, (y) => cross(middle + towards * (middle - CROSS - 0.5), y)),
      )
      .join(""),
  };
}

function density({ count }: StripSide, most: number, middle: number, reach: number): string {
  let path = "";
  for (let bin = 0; bin < count.length; bin++) {
    const counted = count[bin] ?? 0;
    if (counted === 0) continue;
    const length = Math.max(1, Math.round((counted / most) * Math.abs(reach)));
    path += `M${middle} ${bin + 0.5}h${reach < 0 ? -length : length}`;
  }
  return path;
}

function strokesAt({ marks }: StripSide, mark: number, draw: (y: number) => string): string {
  let path = "";
  for (let bin = 0; bin < marks.length; bin++) {
    if (((marks[bin] ?? 0) & mark) !== 0) path += draw(bin + 0.5);
  }
  return path;
}

function cross(x: number, y: number): string {
  const size = 2 * CROSS;
  return `M${x - CROSS} ${y - CROSS}l${size} ${size}m0 ${-size}l${-size} ${size}`;
}

/** Where in a strip of `bins` pixels a segment leaves; 0 before the first one. */
export function placeInStrip({ tops, leads, height }: StripLayout, position: Position, bins: number): number {
  if (position === 0) return 0;
  return (((tops[position - 1] ?? 0) + (leads[position - 1] ?? 0)) / height) * bins;
}

const NOTCH = 4;

/** A notch at both edges for each marked segment. */
export function markedNotches(
  layout: StripLayout,
  marked: readonly Position[],
  width: number,
  bins: number,
): string {
  return marked
    .map((position) => {
      const y = Math.round(placeInStrip(layout, position, bins));
      return `M0 ${y - NOTCH}v${2 * NOTCH}l${NOTCH} ${-NOTCH}zM${width} ${y - NOTCH}v${2 * NOTCH}l${-NOTCH} ${-NOTCH}z`;
    })
    .join("");
}
