import { type ReactNode, useMemo } from "react";
import type { DrawnArrow } from "../../diagram/sequence/draw-arrow.ts";
import type { DrawnView } from "../../diagram/sequence/draw-view.ts";
import type { SequenceLayout } from "../../diagram/sequence/layout.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import { BlockOfArrows, BlockOfWords, RowGrounds, whenIs } from "./DrawnBlocks.tsx";
import type { Layer } from "./layer.ts";
import { nowWithin, rowBlocks } from "./row-blocks.ts";
import { Tail } from "./Tail.tsx";
import type { ScrollWindow } from "./use-scroll-window.ts";

interface SequenceDrawingProps {
  readonly layout: SequenceLayout;
  readonly view: ScrollWindow;
  readonly drawn: DrawnView;
  readonly position: Position;
  readonly timeAt: (position: Position) => string;
  readonly marked: readonly Position[] | null;
  readonly layers: readonly Layer[];
  readonly onPosition: (position: Position) => void;
  /** What stands above all of it. */
  readonly children: ReactNode;
}

/** Lifelines, arrows and words of the rows in view. */
export function SequenceDrawing(props: SequenceDrawingProps) {
  const { layout, view, drawn, position, timeAt, marked, layers, onPosition } = props;
  const { metrics, analysis } = layout;
  const { clientX, serverX, width } = metrics;
  const height = view.bottom - view.top;
  const top = view.top - drawn.origin;
  const { length } = analysis.segments;
  const rows = useMemo(() => rowBlocks(drawn.rows, drawn.first, positionOf), [drawn]);
  const arrows = useMemo(
    () =>
      rowBlocks(drawn.arrows, drawn.first, positionOf).map(({ key, rows: block }) => ({
        key,
        rows: block,
        until: lastArrival(analysis, block),
      })),
    [drawn, analysis],
  );
  return (
    <svg
      className="sequence-drawing"
      aria-hidden="true"
      focusable="false"
      width={width}
      height={height}
      viewBox={`0 ${top} ${width} ${height}`}
      style={{ top: view.top + view.shift }}
    >
      <RowGrounds rows={drawn.rows} width={width} marked={marked} onPosition={onPosition} />
      <path className="lifeline client" d={`M${clientX} ${top}v${height}`} />
      <path className="lifeline server" d={`M${serverX} ${top}v${height}`} />
      {drawn.listen && (
        <text className="call" data-side="server" x={drawn.listen.x} y={drawn.listen.y}>
          {drawn.listen.text}
        </text>
      )}
      {drawn.brackets.map(({ bracket, path }) => (
        <path
          key={`${bracket.from} ${bracket.to}`}
          className="bracket"
          data-when={whenIs(bracket.to, position)}
          d={path}
        />
      ))}
      {arrows.map(({ key, rows: block, until }) => (
        <BlockOfArrows
          key={key}
          layout={layout}
          rows={block}
          now={nowWithin(position, firstOf(block), until)}
          layers={layers}
        />
      ))}
      {rows.map(({ key, rows: block }) => (
        <BlockOfWords
          key={key}
          layout={layout}
          rows={block}
          now={nowWithin(position, firstOf(block), firstOf(block) + block.length - 1)}
          layers={layers}
          timeAt={timeAt}
        />
      ))}
      <Tail events={drawn.tail} when={position < length ? "future" : "past"} />
      {props.children}
    </svg>
  );
}

interface Placed {
  readonly position: Position;
}

function positionOf({ position }: Placed): Position {
  return position;
}

function firstOf(rows: readonly Placed[]): Position {
  return rows.reduce((first, { position }) => Math.min(first, position), Number.POSITIVE_INFINITY);
}

/** The last position at which one of the arrows is under way or just sent. */
function lastArrival({ arrivesAt }: ConnectionAnalysis, arrows: readonly DrawnArrow[]): Position {
  return arrows.reduce((last, { position }) => Math.max(last, position, arrivesAt[position - 1] ?? 0), 0);
}
