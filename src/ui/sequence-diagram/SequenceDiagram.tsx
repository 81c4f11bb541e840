import "./sequence-diagram.css";
import "./state-bands.css";
import "./sequence-drawing.css";
// Imported after the bands, whose look it overrides.
import "./legend.css";
import { useCallback, useId, useMemo, useRef } from "react";
import { viewDrawer } from "../../diagram/sequence/draw-view.ts";
import { railsOf, roomOfLayers } from "../../diagram/sequence/layer.ts";
import { layOut, positionAt, type SequenceLayout } from "../../diagram/sequence/layout.ts";
import { type Metrics, metricsFor } from "../../diagram/sequence/metrics.ts";
import { leastRowHeight, zoomAt, zoomMetrics } from "../../diagram/sequence/zoom.ts";
import type { Position } from "../../tcp/position.ts";
import { laterPart } from "../parts/later-part.tsx";
import { isClock } from "../times/time-forms.ts";
import { usePrinting } from "../use-printing.ts";
import { useLanguage, useWords } from "../use-words.ts";
import { diagramWords } from "./diagram.words.ts";
import type { Layer } from "./layer.ts";
import { Legend } from "./Legend.tsx";
import type { Scene, Zooming } from "./scene.ts";
import { SegmentTableInWords } from "./SegmentTableInWords.tsx";
import { sequenceWords } from "./sequence-words.ts";
import { SequenceDrawing } from "./SequenceDrawing.tsx";
import { SequenceHead } from "./SequenceHead.tsx";
import { StateBands } from "./StateBands.tsx";
import { useElementSize } from "./use-element-size.ts";
import { useLayout } from "./use-layout.ts";
import { usePlaceInSight } from "./use-place-in-sight.ts";
import { type ScrollWindow, useScrollWindow } from "./use-scroll-window.ts";
import { useFittingZoom, useWheelZoom } from "./use-zoom.ts";

interface SequenceDiagramProps {
  readonly scene: Scene;
  /** What is drawn over it; the same list as long as nothing of it changes. */
  readonly layers?: readonly Layer[];
  readonly onPosition: (position: Position) => void;
  /**
   * If it can be zoomed; then it also shows a strip of the whole connection if that is longer than the view.
   */
  readonly zooming?: Zooming | null;
  /** Size of the letters of state names; absent: the usual one. CSS pixels. */
  readonly nameSize?: number | null;
}

const NO_LAYERS: readonly Layer[] = [];

const LayerMarks = laterPart(async () => (await import("./LayerMarks.tsx")).LayerMarks);
const LayersOver = laterPart(async () => (await import("./LayerMarks.tsx")).LayersOver);
const ConnectionStrip = laterPart(async () => (await import("./strip/ConnectionStrip.tsx")).ConnectionStrip);

/** The width that fits between the margins of A4 and of Letter; CSS pixels. */
const PAPER_WIDTH = 680;

/** Height of the names above the lifelines, which stay in sight. */
const HEAD_HEIGHT = 44;

/** Both lifelines with their states, every segment between them, and layers over them. */
export function SequenceDiagram(props: SequenceDiagramProps) {
  const { scene, layers = NO_LAYERS, zooming = null, nameSize = null, onPosition } = props;
  const { analysis, numbers, scale, position, times } = scene;
  const language = useLanguage();
  const { notPrinted } = useWords(diagramWords);
  const scrollerId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const isPrinting = usePrinting();
  const shownWidth = useElementSize(scroller, "clientWidth");
  const width = isPrinting && shownWidth > 0 ? PAPER_WIDTH : shownWidth;
  const zoom = zooming === null || zooming.zoom === "fit" ? 0 : zooming.zoom;
  const words = useMemo(() => sequenceWords(analysis, language, numbers), [analysis, language, numbers]);
  const hasClock = isClock(times);
  const metrics = useMemo(
    () => metricsFor(width, { clock: hasClock, nameSize, rails: railsOf(layers) }),
    [width, hasClock, nameSize, layers],
  );
  const room = useMemo(() => roomOfLayers(layers), [layers]);
  const layout = useLayout([analysis, words, metrics, scale, zoomAt(zoom), room], width > 0, isPrinting);
  const zoomed = useMemo(() => zoomMetrics(metrics, zoomAt(zoom)), [metrics, zoom]);
  const view = useScrollWindow(scroller, layout?.height ?? 0, isPrinting);
  const { ratio } = view;

  usePlaceInSight(scroller, position, { layout, view, head: HEAD_HEIGHT });
  useWheelZoom(scroller, zooming);
  useFittingZoom(
    zooming,
    analysis.segments.length,
    Math.max(0, view.visible - HEAD_HEIGHT),
    useCallback(
      (wanted) => layOut(analysis, words, metrics, scale, wanted, room).height,
      [analysis, words, metrics, scale, room],
    ),
  );

  return (
    <div
      className="sequence-diagram"
      data-size={zoomed.size}
      data-at-start={position === 0}
      style={nameStyle(metrics)}
    >
      <div className="sequence-body">
        <div className="sequence-scroller" id={scrollerId} ref={scroller} tabIndex={0}>
          <SequenceHead analysis={analysis} metrics={zoomed} times={times} />
          <div className="sequence-canvas" style={{ height: view.spacer }}>
            {layout && (
              <Drawing layout={layout} view={view} scene={scene} layers={layers} onPosition={onPosition} />
            )}
          </div>
          {isPrinting && layout && view.bottom < layout.height && (
            <p>{notPrinted(positionAt(layout, view.bottom), analysis.segments.length)}</p>
          )}
        </div>
        {zooming !== null && (
          <div className="strip-place">
            {layout && isLongerThan(layout, view.visible) && (
              <ConnectionStrip
                layout={layout}
                position={position}
                scroller={scroller}
                controls={scrollerId}
                ratio={ratio}
                head={HEAD_HEIGHT}
              />
            )}
          </div>
        )}
      </div>
      <Legend analysis={analysis} layers={layers} />
    </div>
  );
}

/** The names of states in the size for which the bands are laid out. */
function nameStyle({ nameSize }: Metrics): Record<`--${string}`, string> | undefined {
  return nameSize === null ? undefined : { "--state-name": `${nameSize}px` };
}

/** It counts rows, not their words: the strip must not come and go with the width that it takes itself. */
function isLongerThan({ analysis, zoom }: SequenceLayout, visible: number): boolean {
  return visible > 0 && analysis.segments.length * leastRowHeight(zoom) > visible;
}

interface DrawingProps extends Pick<SequenceDiagramProps, "scene" | "onPosition"> {
  readonly layers: readonly Layer[];
  readonly layout: SequenceLayout;
  readonly view: ScrollWindow;
}

function Drawing({ layout, view, scene, layers, onPosition }: DrawingProps) {
  const { position, marked, timesWithin } = scene;
  const { top, bottom } = view;
  const draw = useMemo(() => viewDrawer(layout), [layout]);
  const drawn = useMemo(() => draw(top, bottom), [draw, top, bottom]);
  const { timeCharacters } = layout.metrics;
  const timeAt = useMemo(() => timesWithin(timeCharacters), [timesWithin, timeCharacters]);
  const { first, last } = drawn;
  const underWay = useMemo(
    () =>
      drawn.arrows
        .map((arrow) => arrow.position)
        .filter((at) => at < drawn.first)
        .toSorted((a, b) => a - b),
    [drawn],
  );
  return (
    <>
      <StateBands layout={layout} view={view} position={position} />
      <SequenceDrawing
        layout={layout}
        view={view}
        drawn={drawn}
        position={position}
        timeAt={timeAt}
        marked={marked}
        layers={layers}
        onPosition={onPosition}
      >
        {layers.length > 0 && <LayerMarks layers={layers} drawn={drawn} />}
      </SequenceDrawing>
      {layers.length > 0 && (
        <LayersOver layers={layers} drawn={drawn} view={view} position={position} onPosition={onPosition} />
      )}
      <SegmentTableInWords
        layout={layout}
        underWay={underWay}
        first={first}
        last={last}
        position={position}
        timeAt={timeAt}
        marked={marked}
        layers={layers}
      />
    </>
  );
}
