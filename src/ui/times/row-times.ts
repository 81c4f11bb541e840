import { captureSpanOf } from "../../store/filter/time-range.ts";
import type { OpenedCapture } from "../../store/opened-capture.ts";
import { TIME_FORMS, type TimeForm } from "../../store/time-form.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import { decimalsFor, formatSeconds } from "../sequence-diagram/format-seconds.ts";
import { timeOfDay } from "./clock-text.ts";

/** Whether a form shows a time of day. */
export function isClock(form: TimeForm): boolean {
  return form === "utc" || form === "local";
}

/** The forms that a capture allows: a text without dates has no zones, a link or text without times no clock at all. */
export function formsOf({ timeBase: { kind } }: Pick<OpenedCapture, "timeBase">): readonly TimeForm[] {
  if (kind === "epoch") return TIME_FORMS;
  return TIME_FORMS.filter((form) => !isClock(form) || (kind === "time-of-day" && form === "utc"));
}

/** The chosen form, if the capture allows it. */
export function formShown(chosen: TimeForm, capture: Pick<OpenedCapture, "timeBase">): TimeForm {
  const forms = formsOf(capture);
  if (forms.includes(chosen)) return chosen;
  return isClock(chosen) && forms.includes("utc") ? "utc" : "connection";
}

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
