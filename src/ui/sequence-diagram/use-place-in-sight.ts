import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { extentOf } from "../../diagram/sequence/draw-view.ts";
import { positionAt, type SequenceLayout } from "../../diagram/sequence/layout.ts";
import type { Position } from "../../tcp/position.ts";
import { placeToReveal, type ScrollWindow } from "./use-scroll-window.ts";

interface Place {
  /** null: nothing is drawn yet. */
  readonly layout: SequenceLayout | null;
  readonly view: ScrollWindow;
  /** Pixels of the scroller that the names of the ends cover. */
  readonly head: number;
}

/**
 * Scrolls to the present segment whenever it or the layout changes. When only the zoom changes, the present segment
 * keeps its place if it is in sight, otherwise the middle of the view does.
 */
export function usePlaceInSight(
  scroller: RefObject<HTMLElement | null>,
  position: Position,
  { layout, view, head }: Place,
): void {
  const { ratio } = view;
  const scrolled = useRef(0);
  const before = useRef<{
    readonly layout: SequenceLayout;
    readonly ratio: number;
    readonly position: Position;
  } | null>(null);
  const drawn = useRef(view);
  useLayoutEffect(() => {
    drawn.current = view;
  }, [view]);

  // When the drawing gets lower, the browser has scrolled up before this effect runs.
  useEffect(() => {
    const element = scroller.current;
    const look = (): void => {
      scrolled.current = element?.scrollTop ?? 0;
    };
    element?.addEventListener("scroll", look, { passive: true });
    return () => element?.removeEventListener("scroll", look);
  }, [scroller]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !layout) return undefined;
    const last = before.current;
    before.current = { layout, ratio, position };
    if (last && last.position === position && isZoomed(last.layout, layout)) {
      const visible = element.clientHeight - head;
      element.scrollTo(0, heightKept(last, layout, position, scrolled.current, visible) / ratio);
      scrolled.current = element.scrollTop;
      return undefined;
    }
    const { top, bottom } = extentOf(layout, position);
    const reveal = (): void => {
      const { scrollTop, clientHeight: visible } = element;
      const wanted = placeToReveal({ scrolled: scrollTop, visible, ratio, head }, top, bottom);
      if (wanted !== null) element.scrollTo(0, wanted);
    };
    // What is not drawn yet must be drawn in the next frame. Of an arrow that arrives far below, as much is seen as fits.
    const seen = Math.min(bottom, top + drawn.current.visible);
    if (top >= drawn.current.top && seen <= drawn.current.bottom) return afterLayout(element, reveal);
    reveal();
    return undefined;
  }, [scroller, layout, position, ratio, head]);
}

/**
 * Calls back in the same frame, after the browser's own layout: reading a position before that would force a second
 * layout. Returns a function that cancels it.
 */
function afterLayout(element: HTMLElement, callback: () => void): () => void {
  if (typeof ResizeObserver === "undefined") {
    callback();
    return () => undefined;
  }
  const observer = new ResizeObserver(() => {
    observer.disconnect();
    callback();
  });
  observer.observe(element);
  return () => observer.disconnect();
}

function isZoomed(one: SequenceLayout, other: SequenceLayout): boolean {
  return one.zoom !== other.zoom && one.analysis === other.analysis && one.scale === other.scale;
}

/** The height above what must be in sight now, so that the segment that was held stays where it was. */
function heightKept(
  before: { readonly layout: SequenceLayout; readonly ratio: number },
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
