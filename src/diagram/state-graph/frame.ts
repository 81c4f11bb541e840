/** The part of the drawing in sight, in its own units, which are about pixels. */
interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Room for the figure, for the arrows that go round it, and for tokens at its edges. It is the same for every
 * connection, so that the states keep their place while a lesson goes from one to the next.
 */
export const FRAME: Frame = { left: -20, top: -3, width: 480, height: 529 };
