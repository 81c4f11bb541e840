import { type RefObject, useLayoutEffect, useState } from "react";
import { watchView } from "./watch-element.ts";

/** Which rows of a long list are drawn, and where. */
export interface RowWindow {
  /** First row to draw. */
  readonly first: number;
  /** One after the last row to draw. */
  readonly end: number;
  /** Height of the scrolled content in CSS pixels. */
  readonly height: number;
  /** Where a drawn row stands in the scrolled content. */
  readonly topOf: (row: number) => number;
}

const SPARE_ROWS = 8;

/** Browsers cut elements that are much higher (Firefox at 17.8 million pixels). */
const HIGHEST = 8_000_000;

/** Draws only the rows in sight of a list of equally high rows, however long it is. */
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
    return watchView(element, look);
  }, [scroller]);

  const strip = layStrip(rows * rowHeight, view.height);
  const listTop = strip.toList(view.top);
  return {
    ...rowsInSight(listTop, view.height, rows, rowHeight),
    height: strip.height,
    topOf: (row) => row * rowHeight - listTop + view.top,
  };
}

/** Scrolls as little as needed to bring the whole row into sight. */
export function bringRowIntoSight(scroller: HTMLElement, row: number, rows: number, rowHeight: number): void {
  const strip = layStrip(rows * rowHeight, scroller.clientHeight);
  const listTop = strip.toList(scroller.scrollTop);
  // The height of a box is rounded: one pixel more keeps the edge of the row from being cut.
  const least = (row + 1) * rowHeight - scroller.clientHeight + 1;
  if (row * rowHeight < listTop) scroller.scrollTo({ top: strip.toScroll(row * rowHeight) });
  else if (least > listTop) scroller.scrollTo({ top: strip.toScroll(least) });
}

/** Pure part of {@link useRowWindow}: the rows in sight and a few to spare. */
export function rowsInSight(
  top: number,
  height: number,
  rows: number,
  rowHeight: number,
): { readonly first: number; readonly end: number } {
  const first = Math.min(rows, Math.max(0, Math.floor(top / rowHeight) - SPARE_ROWS));
  const end = Math.min(rows, Math.ceil((top + height) / rowHeight) + SPARE_ROWS);
  return { first, end: Math.max(first, end) };
}

/** How a list of any height scrolls in an element that browsers can still draw. */
interface Strip {
  readonly height: number;
  readonly toList: (scrollTop: number) => number;
  readonly toScroll: (listTop: number) => number;
}

/** Pure part of {@link useRowWindow}: a list that is too high is scrolled in proportion. */
export function layStrip(listHeight: number, viewHeight: number): Strip {
  const height = Math.min(listHeight, HIGHEST);
  const factor = height < listHeight ? (listHeight - viewHeight) / (height - viewHeight) : 1;
  return { height, toList: (scrollTop) => scrollTop * factor, toScroll: (listTop) => listTop / factor };
}

/** A length in letters of the page (rem), which are as large as the person has set them, in pixels. */
export function inPixels(letters: number): number {
  return letters * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
