import { type ReactNode, useMemo } from "react";
import type { DrawnView } from "../../diagram/sequence/draw-view.ts";
import { looksAt } from "../../diagram/sequence/layer.ts";
import type { SequenceLayout } from "../../diagram/sequence/layout.ts";
import { segmentColourClass } from "../../diagram/sequence/segment-colour.ts";
import type { Position } from "../../tcp/position.ts";
import type { Layer } from "./layer.ts";
import { RowGround } from "./RowGround.tsx";
import { RowWords } from "./RowWords.tsx";
import { SegmentArrow } from "./SegmentArrow.tsx";
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
  const marks = useMemo(() => new Set(marked), [marked]);
  const { metrics, analysis } = layout;
  const { clientX, serverX, width } = metrics;
  const height = view.bottom - view.top;
  const top = view.top - drawn.origin;
  const { flags, payloadLength, length } = analysis.segments;
  const whenOf = (at: Position) => (at === position ? "now" : at < position ? "past" : "future");
  const colourOf = (at: Position): string =>
    segmentColourClass(flags[at - 1] ?? 0, (payloadLength[at - 1] ?? 0) > 0);
  const isUnderWay = (at: Position): boolean =>
    at <= position && (analysis.arrivesAt[at - 1] ?? 0) > position;
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
      {drawn.rows.map((row) => (
        <RowGround
          key={row.position}
          row={row}
          width={width}
          isMarked={marks.has(row.position)}
          onPosition={onPosition}
        />
      ))}
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
          data-when={whenOf(bracket.to)}
          d={path}
        />
      ))}
      {drawn.arrows.map((arrow) => (
        <SegmentArrow
          key={arrow.position}
          arrow={arrow}
          receiver={analysis.fromClient[arrow.position - 1] ? "server" : "client"}
          colourClass={colourOf(arrow.position)}
          when={whenOf(arrow.position)}
          isUnderWay={isUnderWay(arrow.position)}
          look={looksAt(layers, arrow.position)}
        />
      ))}
      {drawn.rows.map((row) => (
        <RowWords
          key={row.position}
          row={row}
          metrics={metrics}
          time={timeAt(row.position)}
          colourClass={colourOf(row.position)}
          when={whenOf(row.position)}
          look={looksAt(layers, row.position)}
        />
      ))}
      <Tail events={drawn.tail} when={position < length ? "future" : "past"} />
      {props.children}
    </svg>
  );
}
