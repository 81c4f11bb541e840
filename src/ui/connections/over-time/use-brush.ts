import { type PointerEvent, useState } from "react";

/** Shares of the width, 0..1; `start` < `end`. */
export interface BrushedPart {
  readonly start: number;
  readonly end: number;
}

interface BrushActions {
  readonly onPick: (start: number, end: number) => void;
  /** A press without a drag; both as shares, 0..1, because the page may be magnified. */
  readonly onClick: (across: number, down: number) => void;
  /** What the tooltip says of a place, as {@link onClick}. */
  readonly hintAt: (across: number, down: number) => string;
}

/** A movement of less than this is a click, not a drag. */
const LEAST_PIXELS = 4;

/** Dragging across an element picks a part of its width. */
export function useBrush({ onPick, onClick, hintAt }: BrushActions) {
  const [drag, setDrag] = useState<{ readonly at: number; readonly now: number } | null>(null);
  const drawn = drag && partOf(drag.at, drag.now);
  return {
    drawn,
    events: {
      onPointerDown: (event: PointerEvent<HTMLElement>): void => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const { share } = placeOf(event);
        setDrag({ at: share, now: share });
      },
      onPointerMove: (event: PointerEvent<HTMLElement>): void => {
        const { share, down } = placeOf(event);
        if (drag === null) event.currentTarget.title = hintAt(share, down);
        else setDrag({ at: drag.at, now: share });
      },
      onPointerUp: (event: PointerEvent<HTMLElement>): void => {
        if (drag === null) return;
        setDrag(null);
        const { share, down, width } = placeOf(event);
        const { start, end } = partOf(drag.at, share);
        if ((end - start) * width < LEAST_PIXELS) onClick(share, down);
        else onPick(start, end);
      },
      onPointerCancel: (): void => setDrag(null),
    },
  };
}

function partOf(one: number, other: number): BrushedPart {
  return { start: Math.min(one, other), end: Math.max(one, other) };
}

function placeOf({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>) {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return { share: Math.max(0, Math.min(1, (clientX - left) / width)), down: (clientY - top) / height, width };
}
