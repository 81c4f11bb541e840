import "./sequence-diagram.css";
import { lazy, Suspense, useId, useLayoutEffect, useMemo, useRef } from "react";
import { drawView, extentOf } from "../../diagram/sequence/draw-view.ts";
import { layOut, type SequenceLayout } from "../../diagram/sequence/layout.ts";
import { metricsFor } from "../../diagram/sequence/metrics.ts";
import type { TimeScale } from "../../diagram/sequence/time-scale.ts";
import type { NumberForm } from "../../store/synfin-store.ts";
import type { ConnectionAnalysis, Position } from "../../tcp/analysis.ts";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";
import { decimalsFor, formatSeconds } from "./format-seconds.ts";
import { Legend } from "./Legend.tsx";
import { SegmentTableInWords } from "./SegmentTableInWords.tsx";
import { sequenceWords } from "./sequence-words.ts";
import { SequenceDrawing } from "./SequenceDrawing.tsx";
import { SequenceHead } from "./SequenceHead.tsx";
import { StateBands } from "./StateBands.tsx";
import { useElementWidth } from "./use-element-width.ts";
import { reveal, type ScrollWindow, useScrollWindow } from "./use-scroll-window.ts";

interface SequenceDiagramProps {
  readonly analysis: ConnectionAnalysis;
  readonly position: Position;
  readonly numbers: NumberForm;
  readonly scale?: TimeScale;
  readonly onPosition: (position: Position) => void;
  /** Whether the whole connection stands beside its diagram where that is longer than the view. */
  readonly hasStrip?: boolean;
}

const ConnectionStrip = lazy(async () => ({
  default: (await import("./strip/ConnectionStrip.tsx")).ConnectionStrip,
}));

/** Height of the names above the lifelines, which stay in sight. */
const HEAD_HEIGHT = 44;

/** Both lifelines with their states, and every segment between them. */
export function SequenceDiagram(props: SequenceDiagramProps) {
  const { analysis, numbers, scale = "compressed", position, hasStrip = false } = props;
  const messages = useMessages();
  const scrollerId = useId();
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
      <div className="sequence-body">
        <div className="sequence-scroller" id={scrollerId} ref={scroller} tabIndex={0}>
          <SequenceHead analysis={analysis} metrics={layout.metrics} />
          <div className="sequence-canvas" style={{ height: view.spacer }}>
            {width > 0 && <Drawing layout={layout} view={view} {...props} />}
          </div>
        </div>
        {hasStrip && isLongerThan(analysis, view.visible) && (
          <div className="strip-place">
            <Suspense fallback={null}>
              <ConnectionStrip
                layout={layout}
                position={position}
                scroller={scroller}
                controls={scrollerId}
                ratio={ratio}
                head={HEAD_HEIGHT}
              />
            </Suspense>
          </div>
        )}
      </div>
      <Legend analysis={analysis} />
    </div>
  );
}

/** No row is lower, however wide the diagram is: the strip must not come and go with the width that it takes itself. */
const LEAST_ROW = 51;

function isLongerThan({ segments }: ConnectionAnalysis, visible: number): boolean {
  return visible > 0 && segments.length * LEAST_ROW > visible;
}

interface DrawingProps extends SequenceDiagramProps {
  readonly layout: SequenceLayout;
  readonly view: ScrollWindow;
}

function Drawing({ layout, view, position, onPosition }: DrawingProps) {
  const { top, bottom } = view;
  const drawn = useMemo(() => drawView(layout, top, bottom), [layout, top, bottom]);
  const isTouring = useSynfin(({ tour }) => tour !== null);
  const timeAt = timesOf(layout);
  const { first, last } = drawn;
  return (
    <>
      <StateBands layout={layout} view={view} position={position} />
      <SequenceDrawing
        layout={layout}
        view={view}
        drawn={drawn}
        position={position}
        timeAt={timeAt}
        onPosition={onPosition}
      />
      <SegmentTableInWords
        layout={layout}
        first={first}
        last={isTouring ? Math.min(last, position) : last}
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
