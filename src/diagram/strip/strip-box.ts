/** The part of a drawing that is in sight; all heights are pixels of the drawing. */
export interface Sight {
  /** Height of the drawing above what is in sight. */
  readonly above: number;
  readonly visible: number;
  readonly whole: number;
}

/** The box that stands for it; pixels of the strip. */
export interface StripBox {
  readonly top: number;
  readonly height: number;
}

/** The least height at which a box can be seen and dragged. */
const LEAST_HEIGHT = 10;

/** Where the box stands in a strip of `bins` pixels. It touches both ends of the strip when the drawing's are in sight. */
export function boxOf({ above, visible, whole }: Sight, bins: number): StripBox {
  const height = Math.min(bins, Math.max(LEAST_HEIGHT, (visible / whole) * bins));
  const hidden = whole - visible;
  const share = hidden > 0 ? Math.max(0, Math.min(1, above / hidden)) : 0;
  return { top: share * (bins - height), height };
}

/** The height above what comes into sight when the top of the box is moved to `top`; the reverse of {@link boxOf}. */
export function aboveOf(top: number, { visible, whole }: Sight, bins: number): number {
  const { height } = boxOf({ above: 0, visible, whole }, bins);
  const way = bins - height;
  const share = way > 0 ? Math.max(0, Math.min(1, top / way)) : 0;
  return share * Math.max(0, whole - visible);
}
