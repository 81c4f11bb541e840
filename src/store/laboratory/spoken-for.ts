import type { Edit } from "../../lab/edit/edits.ts";
import { printPattern } from "../../lab/script/print-script.ts";
import type { OpenedRun } from "../opened-capture.ts";

/** Whether the laboratory can speak for what follows a moment: the hosts of a capture may differ from its own. */
export function speaksAt({ wish: { fidelity } }: Pick<OpenedRun, "wish">, time: number): boolean {
  return fidelity === null || (fidelity.replays > 0 && time <= fidelity.speaksUntil);
}

/** Whether an edit changes nothing behind the point where the hosts differ. */
export function isSpokenFor(run: OpenedRun, edit: Edit): boolean {
  return speaksAt(run, timeOf(run, edit));
}

/** When what an edit changes happens, in nanoseconds since the script began; what changes all of it begins at 0. */
function timeOf(run: OpenedRun, edit: Edit): number {
  switch (edit.kind) {
    case "lose":
    case "twice":
    case "icmp":
    case "deliver":
    case "delay": {
      const name = printPattern({
        ...edit.segment,
        copy: edit.segment.copy === "every" ? 1 : edit.segment.copy,
      });
      const found = run.segments.flat().find((one) => printPattern(one.name) === name);
      return found?.sentAt ?? 0;
    }
    case "move-call":
    case "remove-call":
      return run.facts.calls.find(({ statement }) => statement === edit.statement)?.madeAt ?? 0;
    case "add-call":
      return edit.call.when.kind === "at" ? edit.call.when.time : 0;
    case "inject":
      return edit.time;
    default:
      return 0;
  }
}
