import { type RefObject, useLayoutEffect, useMemo, useState } from "react";
import { watchView } from "../watch-element.ts";

/** Browsers clamp higher elements (Chromium at 16,777,214 px on a fine screen). */
const HIGHEST = 15_000_000;

/** The part of a high drawing that is in sight, with half a screen to spare above and below. */
export interface ScrollWindow {
  /** Height of the element that makes the scroll bar. */
  readonly spacer: number;
  /** Heights of the drawing between which to draw. */
  readonly top: number;
  readonly bottom: number;
  /** How much of the drawing is in sight, and the names above it; 0 as long as it is not shown. */
  readonly visible: number;
  /** To be added to a height of the drawing to get a height in the spacer. */
  readonly shift: number;
  /** How many pixels of the drawing one pixel of the scroll bar stands for. */
  readonly ratio: number;
}

/** The most that is printed: a hundred pages. */
const HIGHEST_PRINT = 100_000;

const MARGIN = 24;
/** Pixels of what comes next that stay in sight below. */
const OUTLOOK = 110;

/** Follows the scrolling of `scroller`, over a drawing of `height`. On paper all of it is in sight, up to a limit. */
export function useScrollWindow(
  scroller: RefObject<HTMLElement | null>,
  height: number,
  isPrinting: boolean,
): ScrollWindow {
  const [view, setView] = useState({ scrollTop: 0, height: 0 });
  const spacer = Math.min(height, HIGHEST);
  const isStretched = height > HIGHEST;
  const ratio = isStretched ? (height - view.height) / (spacer - view.height) : 1;

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const look = (): void => {
      // Without stretching, the browser scrolls the drawing itself; a new one is due after half a screen.
      const step = isStretched ? 1 : Math.max(1, Math.floor(element.clientHeight / 2));
      const scrollTop = Math.floor(element.scrollTop / step) * step;
      const next = { scrollTop, height: element.clientHeight };
      setView((last) => (last.scrollTop === scrollTop && last.height === next.height ? last : next));
    };
    return watchView(element, look);
  }, [scroller, isStretched]);

  // Stretched, a pixel of the scroll bar is several of the drawing: the wheel must count in the drawing's.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !isStretched) return undefined;
    const turn = (event: WheelEvent): void => {
      if (event.ctrlKey || event.deltaMode !== WheelEvent.DOM_DELTA_PIXEL) return;
      event.preventDefault();
      element.scrollBy(0, Math.sign(event.deltaY) * Math.max(1, Math.abs(event.deltaY) / ratio));
    };
    element.addEventListener("wheel", turn, { passive: false });
    return () => element.removeEventListener("wheel", turn);
  }, [scroller, isStretched, ratio]);

  return useMemo(() => {
    if (isPrinting) {
      const bottom = Math.min(height, HIGHEST_PRINT);
      return { spacer: bottom, top: 0, bottom, visible: view.height, shift: 0, ratio: 1 };
    }
    const at = view.scrollTop * ratio;
    // A shorter drawing may have come where a longer one was scrolled down.
    const top = Math.min(Math.max(0, at - view.height / 2), Math.max(0, height - view.height));
    return {
      spacer,
      top,
      bottom: Math.min(height, at + 2 * view.height),
      visible: view.height,
      shift: view.scrollTop - at,
      ratio,
    };
  }, [view, height, spacer, ratio, isPrinting]);
}

/**
 * Where to scroll to so that the heights of the drawing from `top` to `bottom` are in sight; null: they are, or nothing is.
 * @param scrolled how far the scroller is scrolled, `visible` its height, of which `head` pixels are covered
 */
export function placeToReveal(
  { scrolled, visible, ratio, head }: Record<"scrolled" | "visible" | "ratio" | "head", number>,
  top: number,
  bottom: number,
): number | null {
  if (visible === 0) return null;
  const room = visible - head - MARGIN - Math.min(OUTLOOK, visible / 4);
  const now = scrolled * ratio + MARGIN;
  const isBelow = bottom > now + room;
  if (top >= now && !isBelow) return null;
  const wanted = isBelow && bottom - top <= room ? bottom - room : top;
  return (wanted - MARGIN) / ratio;
}
