import { applyEdits, type ListedEdit } from "../../lab/edit/edits.ts";
import { printPattern, printStatement } from "../../lab/script/print-script.ts";
import type { Call, Statement } from "../../lab/script/script.ts";
import type { OpenedRun } from "../../store/opened-capture.ts";
import { useWords } from "../use-words.ts";
import { editWords } from "./edit.words.ts";
import { linesOf } from "./read-text.ts";

/** Words an edit of the run's list, by its index. */
export function useEditWords({ wish: { text, edits } }: OpenedRun): (index: number) => string {
  const words = useWords(editWords);
  return (index) => {
    const edit = edits[index]?.edit;
    if (edit === undefined) return "";
    switch (edit.kind) {
      case "lose":
        return words.lost(nameWithout(edit.segment), edit.segment.copy === "every");
      case "deliver":
        return words.delivered(printPattern(edit.segment));
      case "twice":
        return words.doubled(printPattern(edit.segment));
      case "icmp":
        return words.refused(printPattern(edit.segment));
      case "delay":
        return words.delayed(printPattern(edit.segment), edit.by);
      case "move-call":
        return wordMoved(lineBefore(text, edits, index, edit.statement), edit.to);
      case "add-call":
        return words.addedCall(edit.call.end, verbOf(edit.call));
      case "remove-call":
        return words.removedCall(printStatement(lineBefore(text, edits, index, edit.statement)));
      case "inject":
        return words.injected(printStatement(edit));
      case "close-first":
        return words.closesFirst(edit.end);
      case "wire-delay":
        return words.wireDelay(edit.there, edit.back);
      case "loss":
        return words.loss(String(edit.millionths / 10_000));
      default:
        return words.timersOf(edit.profile);
    }
  };

  function wordMoved(line: Statement, to: number): string {
    if (line.kind !== "call") return "";
    const say = line.when.kind === "at" ? words.pinnedCall : words.movedCall;
    return say(line.end, verbOf(line), to);
  }
}

/** The name of a segment, without `*` where every copy is meant. */
function nameWithout(segment: Parameters<typeof printPattern>[0]): string {
  return printPattern(segment.copy === "every" ? { ...segment, copy: 1 } : segment);
}

/** What a call asks for, without its end and its time: `send 29`. */
function verbOf(call: Call): string {
  const now = { ...call, when: { kind: "after", cause: null, pause: 0 } } as const;
  return printStatement(now).slice("c: ".length);
}

/** The line that an edit changes, as it was. */
function lineBefore(text: string, edits: readonly ListedEdit[], index: number, statement: number): Statement {
  return applyEdits(linesOf(text), edits.slice(0, index))[statement] ?? { kind: "blank" };
}
