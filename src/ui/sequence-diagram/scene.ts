import { useCallback } from "react";
import type { TimeScale } from "../../diagram/sequence/time-scale.ts";
import { captureOf, numbersShownOf } from "../../store/selectors.ts";
import type { NumberForm } from "../../store/synfin-state.ts";
import type { TimeForm } from "../../store/time-form.ts";
import type { ZoomChoice, ZoomingPart } from "../../store/zooming.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import { rowTimes } from "../times/row-times.ts";
import { useTimeForm } from "../times/use-time-form.ts";
import { useSynfin } from "../use-synfin.ts";

/** All that a sequence diagram shows; it reads nothing else. */
export interface Scene {
  readonly analysis: ConnectionAnalysis;
  readonly position: Position;
  readonly numbers: NumberForm;
  readonly scale: TimeScale;
  /** How the times in the first column are told. */
  readonly times: TimeForm;
  /** The time of each row, within so many characters. */
  readonly timesWithin: (characters: number) => (position: Position) => string;
  /** The rows at which an end enters the picked state, or takes the picked arrow; null: nothing is picked. */
  readonly marked: readonly Position[] | null;
}

/** The scene of a connection in the forms that the page has chosen. */
export function useScene(analysis: ConnectionAnalysis, position: Position): Scene {
  const capture = useSynfin(captureOf);
  const times = useTimeForm();
  return {
    analysis,
    position,
    numbers: useSynfin(numbersShownOf),
    scale: useSynfin((state) => state.timeScale),
    times,
    timesWithin: useCallback(
      (characters) => (capture === null ? () => "" : rowTimes(times, analysis, capture, characters)),
      [capture, times, analysis],
    ),
    marked: null,
  };
}

/** The zoom of a diagram that can be zoomed. */
export interface Zooming extends Pick<ZoomingPart, "zoomBy" | "zoomTo"> {
  readonly zoom: ZoomChoice;
}
