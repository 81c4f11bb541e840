import type { Side } from "../../tcp/state.ts";
import { GAP, type Metrics } from "./metrics.ts";

/** A socket call, a clock that ran out, or the time since the copy before. */
export interface EndNote {
  readonly side: Side;
  readonly kind: "call" | "timer" | "interval";
  readonly text: string;
}

export interface StackedNote extends EndNote {
  /** 0 is the uppermost. */
  readonly line: number;
}

/** Hangul, Han and their punctuation. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/gu;
/** How much wider they are than a Latin letter, in Latin letters. */
const WIDE_EXTRA = 0.9;

/** Estimated width of a call, an interval or the text of a chip. */
export function noteWidth(text: string, { noteCharacter }: Metrics): number {
  const wide = text.match(WIDE)?.length ?? 0;
  return (text.length + wide * WIDE_EXTRA) * noteCharacter;
}

/** Puts every note on the first line with room for it. `width` is the room between both ends. */
export function stackNotes(notes: readonly EndNote[], metrics: Metrics, width: number): StackedNote[] {
  const lines: Partial<Record<Side, number>>[] = [];
  return notes.map(({ side, kind, text }) => {
    const own = noteWidth(text, metrics);
    const other = side === "client" ? "server" : "client";
    // Notes of one end are in order of time: none stands above an earlier one.
    const first = lines.findLastIndex((taken) => taken[side] !== undefined) + 1;
    let line = first;
    while ((lines[line]?.[other] ?? -GAP) + GAP + own > width && lines[line] !== undefined) line++;
    lines[line] = { ...lines[line], [side]: own };
    return { side, kind, text, line };
  });
}

/** How many lines the notes take. */
export function linesOf(notes: readonly StackedNote[]): number {
  return notes.reduce((most, { line }) => Math.max(most, line + 1), 0);
}
