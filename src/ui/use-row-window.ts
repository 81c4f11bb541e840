import { useLayoutEffect, useState, type RefObject } from "react";

interface RowWindow {
  /** First row to draw. */
  readonly first: number;
  /** One after the last row to draw. */
  readonly end: number;
}

const SPARE_ROWS = 8;

/** Which rows of a list of equally high rows are in sight of its scrolling element, with a few to spare. */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  rows: number,
  rowHeight: number,
): RowWindow {
  const [view, setView] = useState({ top: 0, height: 0 });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const look = (): void => setView({ top: element.scrollTop, height: element.clientHeight });
    look();
    element.addEventListener("scroll", look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener("scroll", look);
      observer.disconnect();
    };
  }, [scroller]);

  return rowsInSight(view.top, view.height, rows, rowHeight);
}

/** Pure part of {@link useRowWindow}. */
export function rowsInSight(top: number, height: number, rows: number, rowHeight: number): RowWindow {
  const first = Math.min(rows, Math.max(0, Math.floor(top / rowHeight) - SPARE_ROWS));
  const end = Math.min(rows, Math.ceil((top + height) / rowHeight) + SPARE_ROWS);
  return { first, end: Math.max(first, end) };
}
