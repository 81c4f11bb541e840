import "./sequence-diagram.css";
import { useLayoutEffect, useMemo, useRef } from "react";
import { bandsOf } from "../../diagram/sequence/bands.ts";
import { drawView, extentOf } from "../../diagram/sequence/draw-view.ts";
import { layOut, type SequenceLayout } from "../../diagram/sequence/layout.ts";
import { metricsFor } from "../../diagram/sequence/metrics.ts";
import type { TimeScale } from "../../diagram/sequence/time-scale.ts";
import type { NumberForm } from "../../store/synfin-store.ts";
import type { ConnectionAnalysis, Position } from "../../tcp/analysis.ts";
import { segmentColourClass } from "../segment-colour.ts";
import { useMessages } from "../use-messages.ts";
import { decimalsFor, formatSeconds } from "./format-seconds.ts";
import { Legend } from "./Legend.tsx";
import { RowWords } from "./RowWords.tsx";
import { SegmentArrow } from "./SegmentArrow.tsx";
import { SegmentTableInWords } from "./SegmentTableInWords.tsx";
import { sequenceWords } from "./sequence-words.ts";
import { SequenceHead } from "./SequenceHead.tsx";
import { StateBand } from "./StateBand.tsx";
import { Tail } from "./Tail.tsx";
import { useElementWidth } from "./use-element-width.ts";
import { reveal, type ScrollWindow, useScrollWindow } from "./use-scroll-window.ts";

interface SequenceDiagramProps {
  readonly analysis: ConnectionAnalysis;
  readonly position: Position;
  readonly numbers: NumberForm;
  readonly scale?: TimeScale;
  readonly onPosition: (position: Position) => void;
}

/** Height of the names above the lifelines, which stay in sight. */
const HEAD_HEIGHT = 44;

/** Both lifelines with their states, and every segment between them. */
export function SequenceDiagram(props: SequenceDiagramProps) {
  const { analysis, numbers, scale = "compressed", position } = props;
  const messages = useMessages();
  const scroller = useRef<HTMLDivElement>(null);
  const width = useElementWidth(scroller);
  const layout = useMemo(
    () => layOut(analysis, sequenceWords(analysis, messages, numbers), metricsFor(width), scale),
    [analysis, messages, numbers, width, scale],
  );
  const view = useScrollWindow(scroller, layout.height);
  const { ratio } = view;

  useLayoutEffect(() => {
    const { top, bottom } = extentOf(layout, position);
    if (scroller.current) reveal(scroller.current, { ratio, head: HEAD_HEIGHT }, top, bottom);
  }, [layout, position, ratio]);

  return (
    <div className="sequence-diagram" data-size={layout.metrics.size} data-at-start={position === 0}>
      <div className="sequence-scroller" ref={scroller} tabIndex={0}>
        <SequenceHead analysis={analysis} metrics={layout.metrics} />
        <div className="sequence-canvas" style={{ height: view.spacer }}>
          {width > 0 && <Drawing layout={layout} view={view} {...props} />}
        </div>
      </div>
      <Legend analysis={analysis} />
    </div>
  );
}

interface DrawingProps extends SequenceDiagramProps {
  readonly layout: SequenceLayout;
  readonly view: ScrollWindow;
}

function Drawing({ layout, view, position, onPosition }: DrawingProps) {
  const { analysis, metrics } = layout;
  const { top, bottom, shift } = view;
  const bands = useMemo(() => [...bandsOf(layout, "client"), ...bandsOf(layout, "server")], [layout]);
  const drawn = useMemo(() => drawView(layout, top, bottom), [layout, top, bottom]);
  const isAtEnd = position >= analysis.segments.length;
  const futureTop = isAtEnd ? layout.height : Math.max(top, layout.tops[position] ?? 0);
  const nowTop = (layout.tops[position - 1] ?? 0) + (layout.gaps[position - 1] ?? 0);
  const nowBottom = layout.tops[position] ?? 0;
  const { clientX, serverX, band, width } = metrics;
  const timeAt = timesOf(layout);
  const whenOf = (at: Position) => (at === position ? "now" : at < position ? "past" : "future");
  const colourOf = (at: Position): string =>
    segmentColourClass(
      analysis.segments.flags[at - 1] ?? 0,
      (analysis.segments.payloadLength[at - 1] ?? 0) > 0,
    );
  return (
    <>
      {position > 0 && (
        <div className="row-now" style={{ top: nowTop + shift, height: nowBottom - nowTop, width }} />
      )}
      {bands
        .filter((each) => each.bottom > top && each.top < bottom)
        .map((each) => (
          <StateBand
            key={`${each.side} ${each.top}`}
            band={each}
            metrics={metrics}
            top={top}
            bottom={bottom}
            shift={shift}
            isFuture={each.top >= futureTop}
          />
        ))}
      {futureTop < bottom &&
        [clientX - band, serverX].map((left) => (
          <div
            key={left}
            className="band-future"
            style={{ top: futureTop + shift, height: bottom - futureTop, left, width: band }}
          />
        ))}
      <svg
        className="sequence-drawing"
        aria-hidden="true"
        focusable="false"
        width={width}
        height={bottom - top}
        viewBox={`0 0 ${width} ${bottom - top}`}
        style={{ top: top + shift }}
      >
        {drawn.rows.map((row) => (
          <rect
            key={row.position}
            className="row-ground"
            x={0}
            y={row.top + (layout.gaps[row.position - 1] ?? 0)}
            width={width}
            height={row.bottom - row.top - (layout.gaps[row.position - 1] ?? 0)}
            onClick={() => onPosition(row.position)}
          />
        ))}
        <path className="lifeline client" d={`M${clientX} 0V${bottom - top}`} />
        <path className="lifeline server" d={`M${serverX} 0V${bottom - top}`} />
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
            colourClass={colourOf(arrow.position)}
            when={whenOf(arrow.position)}
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
          />
        ))}
        <Tail events={drawn.tail} when={isAtEnd ? "past" : "future"} />
      </svg>
      <SegmentTableInWords
        layout={layout}
        first={drawn.first}
        last={drawn.last}
        position={position}
        timeAt={timeAt}
      />
    </>
  );
}

/** Seconds since the first segment, all with the same number of decimals. */
function timesOf({ analysis, metrics }: SequenceLayout): (position: Position) => string {
  const { time, length } = analysis.segments;
  const start = time[0] ?? NaN;
  const decimals = decimalsFor((time[length - 1] ?? NaN) - start, metrics.timeCharacters);
  return (position) => formatSeconds((time[position - 1] ?? NaN) - start, decimals);
}
