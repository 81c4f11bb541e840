import type { Move } from "../../tcp/analysis.ts";
import { arrow } from "../../tcp/arrows.ts";
import type { SequenceLayout } from "./layout.ts";
import { type Metrics, TAIL_LINE, TAIL_ROW } from "./metrics.ts";
import { noteWidth } from "./stack-notes.ts";

/** An event after the last segment: a clock, an ICMP error, the next connection of the pair. */
export interface TailEvent {
  readonly y: number;
  readonly move: Move;
  /** Nanoseconds after the last segment; null if not known. */
  readonly wait: number | null;
}

export interface DrawnTailEvent extends TailEvent {
  /** Starting at the client's lifeline, ending at the server's. */
  readonly lines: readonly { readonly text: string; readonly x: number; readonly y: number }[];
}

/** What happens after the last segment, in order of time; what has no time comes last. */
export function tailEvents({ analysis, tailTop, origin }: SequenceLayout): TailEvent[] {
  const last = analysis.segments.time[analysis.segments.length - 1] ?? NaN;
  return analysis.epilogue
    .map((move) => ({ move, wait: move.time === null || Number.isNaN(last) ? null : move.time - last }))
    .toSorted(({ wait: a }, { wait: b }) => (a === b ? 0 : (a ?? Infinity) - (b ?? Infinity)))
    .map(({ move, wait }, index) => ({ move, wait, y: tailTop - origin + index * TAIL_ROW + TAIL_LINE }));
}

/**
 * Places the words of each event: what happens above the height at which the band changes, when and what it makes a call
 * return below it.
 */
export function drawTail(layout: SequenceLayout): DrawnTailEvent[] {
  return tailEvents(layout).map(({ y, move, wait }) => {
    const x = layout.room[move.side === "client" ? "left" : "right"];
    return {
      y,
      move,
      wait,
      lines: textsOf(layout, move, wait).map((text, index) => ({
        text,
        x,
        y: y - 5 + index * layout.metrics.callLine,
      })),
    };
  });
}

function textsOf({ words, metrics, room }: SequenceLayout, move: Move, wait: number | null): string[] {
  const event = words.event(move);
  const when = wait === null ? null : words.wait(wait);
  const { call } = arrow(move.arrow);
  const returns = call && words.call(call);
  const both = when === null ? event : `${event}, ${when}`;
  const width = room.right - room.left;
  const fits = noteWidth(both, metrics) <= width;
  const parts = (fits ? [both, returns] : [event, when, returns]).filter((text) => text !== null);
  return parts.flatMap((text) => linesWithin(text, width, metrics));
}

/** Breaks the text into lines that fit, after a blank or after Chinese punctuation. */
function linesWithin(text: string, width: number, metrics: Metrics): string[] {
  const lines: string[] = [];
  for (const word of text.split(/(?<=[ ：])/u)) {
    const line = `${lines.at(-1) ?? ""}${word}`;
    if (lines.length > 0 && noteWidth(line.trimEnd(), metrics) <= width) lines[lines.length - 1] = line;
    else lines.push(word);
  }
  return lines.map((line) => line.trimEnd());
}
