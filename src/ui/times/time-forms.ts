import type { OpenedCapture } from "../../store/opened-capture.ts";
import { TIME_FORMS, type TimeForm } from "../../store/time-form.ts";

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
