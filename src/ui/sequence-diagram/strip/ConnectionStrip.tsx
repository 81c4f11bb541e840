import "./connection-strip.css";
import { type KeyboardEvent, type PointerEvent, type RefObject, useMemo, useRef } from "react";
import type { SequenceLayout } from "../../../diagram/sequence/layout.ts";
import { positionAt } from "../../../diagram/sequence/layout.ts";
import { aboveOf, boxOf } from "../../../diagram/strip/strip-box.ts";
import type { Position } from "../../../tcp/position.ts";
import { useWords } from "../../use-words.ts";
import { diagramWords } from "../diagram.words.ts";
import { useElementSize } from "../use-element-size.ts";
import { StripDrawing } from "./StripDrawing.tsx";
import { useSight } from "./use-sight.ts";

interface ConnectionStripProps {
  readonly layout: SequenceLayout;
  readonly position: Position;
  readonly scroller: RefObject<HTMLElement | null>;
  /** The element that it scrolls. */
  readonly controls: string;
  /** How many pixels of the drawing one pixel of the scroll bar stands for. */
  readonly ratio: number;
  /** Pixels of the scroller that the names of the ends cover. */
  readonly head: number;
}

/** Pixels that a key scrolls: about a row. */
const KEY_STEP = 60;

/** The whole connection in a strip beside its diagram: the position, and what is in sight, which can be moved. */
export function ConnectionStrip({ layout, position, scroller, controls, ratio, head }: ConnectionStripProps) {
  const diagram = useWords(diagramWords);
  const strip = useRef<HTMLDivElement>(null);
  const hold = useRef<number | null>(null);
  const bins = useElementSize(strip, "clientHeight");
  const sight = useSight(scroller, layout.height, ratio, head);
  const { above, visible, whole } = sight;
  const box = useMemo(() => boxOf({ above, visible, whole }, bins), [above, visible, whole, bins]);
  const first = positionAt(layout, above);
  const last = positionAt(layout, above + visible);
  const hidden = Math.max(0, whole - visible);

  const scrollTo = (wanted: number): void => {
    scroller.current?.scrollTo(0, Math.max(0, wanted) / ratio);
  };
  const press = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const y = heightOf(event);
    const isInside = y >= box.top && y <= box.top + box.height;
    hold.current = isInside ? y - box.top : box.height / 2;
    if (!isInside) drag(event);
  };
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (hold.current !== null) scrollTo(aboveOf(heightOf(event) - hold.current, sight, bins));
  };
  const release = (): void => {
    hold.current = null;
  };
  const move = (event: KeyboardEvent): void => {
    const wanted = wantedBy(event.key, above, visible, hidden);
    if (wanted === null) return;
    event.preventDefault();
    scrollTo(wanted);
  };

  return (
    <div
      className="connection-strip"
      ref={strip}
      role="scrollbar"
      tabIndex={0}
      title={diagram.strip.hint}
      aria-label={diagram.strip.label}
      aria-controls={controls}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={Math.round(hidden)}
      aria-valuenow={Math.round(Math.min(above, hidden))}
      aria-valuetext={diagram.strip.inSight(first, last, layout.analysis.segments.length)}
      onPointerDown={press}
      onPointerMove={drag}
      onPointerUp={release}
      onPointerCancel={release}
      onKeyDown={move}
    >
      {bins > 0 && <StripDrawing layout={layout} position={position} bins={bins} />}
      <div className="strip-box" style={{ top: box.top, height: box.height }} />
    </div>
  );
}

/** Where in the strip the pointer is, in pixels of the strip: the page may be magnified. */
function heightOf({ currentTarget, clientY }: PointerEvent<HTMLDivElement>): number {
  const { top, height } = currentTarget.getBoundingClientRect();
  return ((clientY - top) / height) * currentTarget.clientHeight;
}

/** The height above what a key brings into sight; null for a key that scrolls nothing. */
function wantedBy(key: string, above: number, visible: number, hidden: number): number | null {
  if (key === "ArrowDown") return above + KEY_STEP;
  if (key === "ArrowUp") return above - KEY_STEP;
  if (key === "PageDown") return above + visible;
  if (key === "PageUp") return above - visible;
  if (key === "Home") return 0;
  return key === "End" ? hidden : null;
}
