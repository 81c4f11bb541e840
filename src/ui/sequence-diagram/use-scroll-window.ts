import { type RefObject, useCallback, useLayoutEffect, useState } from "react";

/** Browsers clamp higher elements (Chromium at 16,777,214 px on a fine screen). */
const HIGHEST = 15_000_000;

/** What of a high drawing is in sight, with a screen to spare above and below. */
export interface ScrollWindow {
  readonly width: number;
  /** Height of the element that makes the scroll bar. */
  readonly spacer: number;
  /** Heights of the drawing between which to draw. */
  readonly top: number;
  readonly bottom: number;
  /** To be added to a height of the drawing to get a height in the spacer. */
  readonly shift: number;
  /** Scrolls so that both heights of the drawing are in sight, if they are not. */
  readonly reveal: (top: number, bottom: number) => void;
}

interface View {
  readonly scrollTop: number;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 24;

/** Follows the scrolling of `scroller`, of which `head` pixels at the top are covered, over a drawing of `height`. */
export function useScrollWindow(
  scroller: RefObject<HTMLElement | null>,
  height: number,
  head: number,
): ScrollWindow {
  const [view, setView] = useState<View>({ scrollTop: 0, width: 0, height: 0 });
  const spacer = Math.min(height, HIGHEST);
  const isStretched = height > HIGHEST;
  const ratio = isStretched ? (height - view.height) / Math.max(1, spacer - view.height) : 1;

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const look = (): void => {
      const next = { width: element.clientWidth, height: element.clientHeight };
      // Without stretching the browser moves what is drawn; a new picture is due only half a screen on.
      const step = isStretched ? 1 : Math.max(1, Math.floor(next.height / 2));
      const scrollTop = Math.floor(element.scrollTop / step) * step;
      setView((last) =>
        last.scrollTop === scrollTop && last.width === next.width && last.height === next.height
          ? last
          : { scrollTop, ...next },
      );
    };
    look();
    element.addEventListener("scroll", look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener("scroll", look);
      observer.disconnect();
    };
  }, [scroller, isStretched]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !isStretched) return undefined;
    const turn = (event: WheelEvent): void => {
      if (event.ctrlKey || event.deltaMode !== WheelEvent.DOM_DELTA_PIXEL) return;
      event.preventDefault();
      element.scrollTop += Math.sign(event.deltaY) * Math.max(1, Math.abs(event.deltaY) / ratio);
    };
    element.addEventListener("wheel", turn, { passive: false });
    return () => element.removeEventListener("wheel", turn);
  }, [scroller, isStretched, ratio]);

  const reveal = useCallback(
    (top: number, bottom: number): void => {
      const element = scroller.current;
      if (!element || element.clientHeight === 0) return;
      const room = element.clientHeight - head;
      const now = element.scrollTop * ratio;
      const isHigh = bottom - top + 2 * MARGIN > room;
      if (top - MARGIN < now) element.scrollTop = (top - MARGIN) / ratio;
      else if (bottom + MARGIN > now + room)
        element.scrollTop = (isHigh ? top - MARGIN : bottom + MARGIN - room) / ratio;
    },
    [scroller, head, ratio],
  );

  const at = view.scrollTop * ratio;
  return {
    width: view.width,
    spacer,
    top: Math.max(0, at - view.height),
    bottom: Math.min(height, at + 2.5 * view.height),
    shift: view.scrollTop - at,
    reveal,
  };
}
