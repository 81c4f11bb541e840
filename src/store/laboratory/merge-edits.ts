import type { Edit, ListedEdit } from "../../lab/edit/edits.ts";
import { printPattern } from "../../lab/script/print-script.ts";

/**
 * The list with one more edit. What a gesture does again takes the place of what it did before: a segment that is moved
 * further is moved once, and a slider stands at one place.
 */
export function withEdit(edits: readonly ListedEdit[], edit: Edit): readonly ListedEdit[] {
  const last = edits.at(-1);
  const isAgain = last?.isOn === true && isSameGesture(last.edit, edit);
  return [...(isAgain ? edits.slice(0, -1) : edits), { edit, isOn: true }];
}

function isSameGesture(one: Edit, other: Edit): boolean {
  if (one.kind === "delay" && other.kind === "delay")
    return printPattern(one.segment) === printPattern(other.segment);
  if (one.kind === "move-call" && other.kind === "move-call") return one.statement === other.statement;
  return one.kind === other.kind && (one.kind === "wire-delay" || one.kind === "loss");
}
