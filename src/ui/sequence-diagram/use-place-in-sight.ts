import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { extentOf } from "../../diagram/sequence/draw-view.ts";
import { positionAt, type SequenceLayout } from "../../diagram/sequence/layout.ts";
import type { Position } from "../../tcp/analysis.ts";
import { reveal } from "./use-scroll-window.ts";

interface Place {
  readonly layout: SequenceLayout;
  readonly ratio: number;
  /** Pixels of the scroller that the names of the ends cover. */
  readonly head: number;
}

/**
 * Scrolls to the present segment whenever it changes or the diagram is laid out anew; but when only the zoom
 * changes, what is in the middle stays there, or the present segment where it is in sight.
 */
export function usePlaceInSight(
  scroller: RefObject<HTMLElement | null>,
  position: Position,
  { layout, ratio, head }: Place,
): void {
  const scrolled = useRef(0);
  const before = useRef<{ readonly place: Place; readonly position: Position } | null>(null);

  // By the time a lower drawing is there, the browser has scrolled up.
  useEffect(() => {
    const element = scroller.current;
    const look = (): void => {
      scrolled.current = element?.scrollTop ?? 0;
    };
    element?.addEventListener("scroll", look, { passive: true });
    return () => element?.removeEventListener("scroll", look);
  }, [scroller]);

  useLayoutEffect(() => {
    const last = before.current;
    before.current = { place: { layout, ratio, head }, position };
    const element = scroller.current;
    if (!element) return;
    if (last && last.position === position && isZoomed(last.place.layout, layout)) {
      const above = heightKept(last.place, layout, position, scrolled.current, element.clientHeight - head);
      element.scrollTo(0, above / ratio);
    } else {
      const { top, bottom } = extentOf(layout, position);
      reveal(element, { ratio, head }, top, bottom);
    }
    scrolled.current = element.scrollTop;
  }, [scroller, layout, position, ratio, head]);
}

function isZoomed(one: SequenceLayout, other: SequenceLayout): boolean {
  return one.zoom !== other.zoom && one.analysis === other.analysis && one.scale === other.scale;
}

/** The height above what must be in sight now, so that the segment that was held stays where it was. */
function heightKept(
  before: Place,
  layout: SequenceLayout,
  position: Position,
  scrolled: number,
  visible: number,
): number {
  const above = scrolled * before.ratio;
  const { tops } = before.layout;
  const present = tops[position - 1] ?? -1;
  const isPresentHeld = position > 0 && present >= above && present < above + visible;
  const held = isPresentHeld ? position : positionAt(before.layout, above + visible / 2);
  const offset = (tops[held - 1] ?? 0) - above;
  return (layout.tops[held - 1] ?? 0) - offset;
}
