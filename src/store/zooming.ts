/** Zoom of the sequence diagram: 0 is usual, negative is farther; `fit`: everything fits into the view. */
export type ZoomChoice = number | "fit";

export const FARTHEST_ZOOM = -3;
export const NEAREST_ZOOM = 2;

export interface ZoomingPart {
  readonly zoom: ZoomChoice;
  /** Zooms one step nearer (1) or farther (-1). */
  readonly zoomBy: (direction: 1 | -1) => void;
  /** Sets the zoom. */
  readonly zoomTo: (zoom: ZoomChoice) => void;
}

/** The actions of zooming. */
export function zoomingActions(
  set: (part: Pick<ZoomingPart, "zoom">) => void,
  get: () => Pick<ZoomingPart, "zoom">,
): Omit<ZoomingPart, "zoom"> {
  return {
    zoomBy: (direction) => {
      const { zoom } = get();
      const step = (zoom === "fit" ? 0 : zoom) + direction;
      set({ zoom: Math.max(FARTHEST_ZOOM, Math.min(NEAREST_ZOOM, step)) });
    },
    zoomTo: (zoom) => set({ zoom }),
  };
}
