import { Mark } from "../segments/segment-table.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import { valueOf } from "./loadable.ts";
import type { OpenedCapture } from "./opened-capture.ts";
import { shownAnalysisOf } from "./selection.ts";
import { NUMBER_FORMS, type NumberForm, type SynfinState } from "./synfin-state.ts";

export type Phase = SynfinState["capture"]["kind"] | "judging";

/** The phase of the page; `ready` once the connection on screen is analysed and all connections are judged. */
export function phaseOf({ capture, selection }: SynfinState): Phase {
  if (capture.kind !== "ready") return capture.kind;
  if (selection?.analysis.kind === "loading") return "loading";
  return capture.value.judged < capture.value.connections.length ? "judging" : "ready";
}

export function captureOf({ capture }: SynfinState): OpenedCapture | null {
  return valueOf(capture);
}

export function analysisOf({ selection }: SynfinState): ConnectionAnalysis | null {
  return selection && valueOf(selection.analysis);
}

const RELATIVE_ONLY = Mark.SequenceRelative | Mark.AcknowledgmentRelative;
const wireNumbersTold = new WeakMap<ConnectionAnalysis, boolean>();

/** Whether the capture has the wire numbers of the connection on screen; a text may have relative ones only. */
export function tellsWireNumbers({ selection }: SynfinState): boolean {
  const analysis = shownAnalysisOf(selection);
  if (!analysis) return true;
  let isTold = wireNumbersTold.get(analysis);
  if (isTold === undefined) {
    const { marks, length } = analysis.segments;
    isTold = !marks.subarray(0, length).some((mark) => (mark & RELATIVE_ONLY) !== 0);
    wireNumbersTold.set(analysis, isTold);
  }
  return isTold;
}

/** The form in which numbers are shown: the chosen one, if the capture allows it. */
export function numbersShownOf(state: SynfinState): NumberForm {
  return tellsWireNumbers(state) ? state.numbers : "relative";
}

/** The next form of numbers among those that the capture allows. */
export function nextNumbersOf(state: SynfinState): NumberForm {
  if (!tellsWireNumbers(state)) return "relative";
  return NUMBER_FORMS[(NUMBER_FORMS.indexOf(state.numbers) + 1) % NUMBER_FORMS.length] ?? "relative";
}

/** Whether a lesson that is a capture without a tour was seen to its last segment. */
export function isLessonSeen(state: SynfinState): boolean {
  const { course, offered, mode, position } = state;
  if (course === null || offered !== null || mode.kind !== "exploring") return false;
  return position > 0 && position === analysisOf(state)?.segments.length;
}
