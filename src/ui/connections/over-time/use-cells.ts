import { type DependencyList, type RefObject, useEffect, useEffectEvent, useState } from "react";
import type { LineCells } from "../../../diagram/overview/bin-lines.ts";
import type { Tone } from "../../../diagram/overview/lanes.ts";
import type { LinePlace, OverviewView } from "../../../diagram/overview/line-places.ts";
import { type Colour, paintCells } from "../../../diagram/overview/paint-cells.ts";
import { watchSize } from "../../watch-element.ts";

/** What stands on the canvas, in device pixels. */
interface Drawing {
  readonly view: OverviewView;
  readonly cells: LineCells;
  readonly selected: LinePlace | null;
}

/**
 * Keeps a canvas drawn: again when its size, one of `changes` or the colours of the page change. The colour of a tone
 * is that of the text of the element of class `lane-…` in `names`.
 */
export function useCells(
  canvas: RefObject<HTMLCanvasElement | null>,
  names: RefObject<HTMLElement | null>,
  changes: DependencyList,
  draw: (width: number, scale: number) => Drawing,
): void {
  const [width, setWidth] = useState(0);
  const paint = useEffectEvent(() => {
    const element = canvas.current;
    if (!element || !names.current || width === 0) return;
    const scale = Math.max(1, Math.round(devicePixelRatio));
    drawOn(element, names.current, draw(Math.round(width * scale), scale), scale);
  });

  useEffect(() => {
    const element = canvas.current;
    return element ? watchSize(element, () => setWidth(element.clientWidth)) : undefined;
  }, [canvas]);

  useEffect(() => {
    const wanted = matchMedia("(prefers-color-scheme: dark)");
    wanted.addEventListener("change", paint);
    return () => wanted.removeEventListener("change", paint);
  }, []);

  // The drawing depends on these only.
  // oxlint-disable-next-line react/exhaustive-deps
  useEffect(() => paint(), [width, ...changes]);
}

function drawOn(element: HTMLCanvasElement, names: HTMLElement, drawing: Drawing, scale: number): void {
  const { view, cells, selected } = drawing;
  element.width = cells.width;
  element.height = cells.height;
  const context = element.getContext("2d");
  if (!context) return;
  const colours = {
    complete: colourOf(names, "complete"),
    reset: colourOf(names, "reset"),
    unfinished: colourOf(names, "unfinished"),
    open: colourOf(names, "open"),
  };
  context.putImageData(
    new ImageData(paintCells(cells, view.lanes, colours), cells.width, cells.height),
    0,
    0,
  );
  if (!selected) return;
  context.fillStyle = getComputedStyle(element).color;
  const { left, right, top, bottom } = selected;
  const middle = (top + bottom) / 2;
  context.fillRect(left, middle - scale, Math.max(right - left, scale), 2 * scale);
  for (const x of [left, Math.max(right, left + scale)]) {
    context.beginPath();
    context.arc(x, middle, 3.5 * scale, 0, 2 * Math.PI);
    context.fill();
  }
}

/** The colour of a text as its three parts: browsers give a computed colour as `rgb(…)`. */
function colourOf(names: HTMLElement, tone: Tone): Colour {
  const name = names.querySelector(`.lane-${tone}`);
  const [red = 0, green = 0, blue = 0] = name
    ? (getComputedStyle(name).color.match(/\d+/gu)?.map(Number) ?? [])
    : [];
  return [red, green, blue];
}
