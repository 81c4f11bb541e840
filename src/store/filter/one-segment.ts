import type { AnnotationKind } from "../../tcp/annotation.ts";
import { type FlagPattern, writeFlagPattern } from "./flag-pattern.ts";

/** What an expression of another program asks of one segment: its control bits, or one of these notes. */
export type SegmentQuestion =
  | ({ readonly kind: "bits" } & FlagPattern)
  | { readonly kind: "notes"; readonly notes: readonly AnnotationKind[] };

/** A question of a conjunction, asked or denied. */
export interface Asked {
  readonly question: SegmentQuestion;
  readonly isDenied: boolean;
}

/**
 * What several questions ask that one segment must meet together, in the words of our filter:
 * `tcp.flags.syn == 1 && tcp.flags.ack == 0` is `flag:syn+!ack`, not a segment with SYN and another without ACK.
 * null: they cannot be asked together.
 */
export function askedTogether(asked: readonly Asked[]): string | null {
  const kind = asked[0]?.question.kind;
  if (asked.some(({ question }) => question.kind !== kind) || asked.every(({ isDenied }) => isDenied))
    return null;
  return kind === "bits" ? bitsTogether(asked) : notesTogether(asked);
}

function bitsTogether(asked: readonly Asked[]): string | null {
  let [set, clear] = [0, 0];
  for (const { question, isDenied } of asked) {
    if (question.kind !== "bits") return null;
    // Without one of several bits is more than one pattern.
    if (isDenied && !isOneBit(question.set + question.clear)) return null;
    set |= isDenied ? question.clear : question.set;
    clear |= isDenied ? question.set : question.clear;
  }
  return `flag:${writeFlagPattern({ set, clear })}`;
}

function isOneBit(bits: number): boolean {
  return bits !== 0 && (bits & (bits - 1)) === 0;
}

function notesTogether(asked: readonly Asked[]): string | null {
  let left: AnnotationKind[] | null = null;
  const denied = new Set<AnnotationKind>();
  for (const { question, isDenied } of asked) {
    if (question.kind !== "notes") return null;
    if (isDenied) for (const note of question.notes) denied.add(note);
    else left = left === null ? [...question.notes] : left.filter((note) => question.notes.includes(note));
  }
  const notes = left?.filter((note) => !denied.has(note)) ?? [];
  return notes.length === 0 ? null : `note:${notes.join(",")}`;
}
