import { useMemo, useRef } from "react";
import { binLines } from "../../../diagram/overview/bin-lines.ts";
import { layLanes } from "../../../diagram/overview/lanes.ts";
import type { Lifetimes } from "../../../diagram/overview/lifetimes.ts";
import { lineAt, type OverviewView, placeOfLine } from "../../../diagram/overview/line-places.ts";
import type { TimeRange } from "../../../store/filter/time-range.ts";
import type { ConnectionLines } from "../../../store/opened-capture.ts";
import { formatCount } from "../../figures.ts";
import { useSynfin } from "../../use-synfin.ts";
import { useWords } from "../../use-words.ts";
import { formatMoment } from "./format-moment.ts";
import { overTimeWords } from "./over-time.words.ts";
import { useBrush } from "./use-brush.ts";
import { useCells } from "./use-cells.ts";

const NANOSECONDS = 1e9;
/** Heights in CSS pixels; over-time.css says the same. */
const HEIGHT = 104;
const LEAST_LANE = 16;
const LANE_GAP = 4;
/** How far beside a line a click still counts for it; pixels. */
const REACH = 4;

interface LineFieldProps {
  readonly lifetimes: Lifetimes;
  /** The connections that pass the filter. */
  readonly listed: ConnectionLines;
  readonly captureStart: number;
  /** What is in view, in seconds since the start of the capture. */
  readonly range: TimeRange;
  readonly onPick: (range: TimeRange | null) => void;
  /** A moment by the clock, or else in seconds of the capture; and which connection a line is. */
  readonly momentText: (seconds: number) => string;
  readonly lineText: (connection: number) => string;
}

/** The lanes with their names and lines. Dragging picks a range of time, a click picks the connection beneath. */
export function LineField({
  lifetimes,
  listed,
  captureStart,
  range,
  onPick,
  momentText,
  lineText,
}: LineFieldProps) {
  const words = useWords(overTimeWords);
  const selected = useSynfin((state) => state.selection?.connection ?? null);
  const select = useSynfin((state) => state.selectConnection);
  const theme = useSynfin((state) => state.theme);
  const canvas = useRef<HTMLCanvasElement>(null);
  const names = useRef<HTMLUListElement>(null);
  const lanes = useMemo(() => layLanes(lifetimes.counts, HEIGHT, LEAST_LANE, LANE_GAP), [lifetimes]);
  const passes = useMemo(() => passingOf(listed, lifetimes.length), [listed, lifetimes]);
  const from = captureStart + range.from * NANOSECONDS;
  const to = captureStart + range.to * NANOSECONDS;
  const viewOn = (width: number, scale: number): OverviewView => ({
    from,
    to,
    width,
    height: HEIGHT * scale,
    lanes: scaled(lanes, scale),
  });
  useCells(canvas, names, [lifetimes, passes, from, to, selected, theme], (width, scale) => {
    const view = viewOn(width, scale);
    return {
      view,
      cells: binLines(lifetimes, passes, view),
      selected: selected === null ? null : placeOfLine(lifetimes, view, selected),
    };
  });
  /** The connection beneath a place of the canvas; null: none. */
  const beneath = (across: number, down: number): number | null => {
    const view = viewOn(canvas.current?.clientWidth ?? 1, 1);
    return lineAt(lifetimes, view, Math.floor(across * view.width), Math.floor(down * view.height), REACH);
  };
  const secondsAt = (share: number): number => range.from + share * (range.to - range.from);
  const brush = useBrush({
    onPick: (start, end) => onPick({ from: secondsAt(start), to: secondsAt(end) }),
    onClick: (across, down) => {
      const found = beneath(across, down);
      if (found !== null) select(found);
    },
    hintAt: (across, down) => {
      const found = beneath(across, down);
      const moment = momentText(secondsAt(across));
      return `${moment} · ${found === null ? words.fieldHint : lineText(found)}`;
    },
  });
  return (
    <div className="over-time-field">
      <ul className="lane-names" ref={names}>
        {lanes.map(({ tone, count, top, height }) => (
          <li key={tone} className={`lane-${tone}`} style={{ top, height }} title={words.toneHints[tone]}>
            <span>{words.tones[tone]}</span> {formatCount(count)}
          </li>
        ))}
      </ul>
      <div className="line-field" {...brush.events}>
        <canvas ref={canvas} role="img" aria-label={words.picture(lifetimes.length - lifetimes.untimed)} />
        {brush.drawn && (
          <div
            className="brush"
            style={{
              left: `${100 * brush.drawn.start}%`,
              width: `${100 * (brush.drawn.end - brush.drawn.start)}%`,
            }}
          >
            <span>
              {formatMoment(secondsAt(brush.drawn.start), range.to - range.from)}–
              {formatMoment(secondsAt(brush.drawn.end), range.to - range.from)}
            </span>
          </div>
        )}
      </div>
    </div>
  );
}

/** 1 for each connection that is listed, by its id; null when all are. */
function passingOf(listed: ConnectionLines, length: number): Uint8Array | null {
  if (listed.length === length) return null;
  const passes = new Uint8Array(length);
  for (const { id } of listed) passes[id] = 1;
  return passes;
}

function scaled(lanes: OverviewView["lanes"], scale: number): OverviewView["lanes"] {
  return lanes.map(({ top, height, ...lane }) => ({ ...lane, top: top * scale, height: height * scale }));
}
