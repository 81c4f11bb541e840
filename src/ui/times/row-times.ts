import { captureSpanOf } from "../../store/filter/time-range.ts";
import type { OpenedCapture } from "../../store/opened-capture.ts";
import type { TimeForm } from "../../store/time-form.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import { decimalsFor, formatSeconds } from "../sequence-diagram/format-seconds.ts";
import { timeOfDay } from "./clock-text.ts";
import { isClock } from "./time-forms.ts";

/** The time of each segment in a form, within so many characters; empty where it is not known. */
export function rowTimes(
  form: TimeForm,
  { segments: { time, length } }: Pick<ConnectionAnalysis, "segments">,
  capture: Pick<OpenedCapture, "timeBase" | "connections">,
  characters: number,
): (position: Position) => string {
  const at = (position: Position): number => time[position - 1] ?? Number.NaN;
  if (isClock(form)) {
    const decimals = Math.max(0, Math.min(6, characters - "00:00:00.".length));
    return (position) => timeOfDay(capture, at(position), form === "local", decimals) ?? "";
  }
  const start = form === "capture" ? (captureSpanOf(capture.connections)?.start ?? Number.NaN) : at(1);
  const decimals = decimalsFor(at(length) - start, characters);
  const since = (position: Position): number =>
    form === "previous" ? (position > 1 ? at(position - 1) : at(1)) : start;
  return (position) => formatSeconds(at(position) - since(position), decimals);
}
