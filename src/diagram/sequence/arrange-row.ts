import type { Side } from "../../tcp/state.ts";
import {
  CALL_LINE,
  CHIP_LINE,
  CHIP_PAD,
  GAP,
  LABEL_GAP,
  LABEL_LINE,
  type Metrics,
  ROW_PAD,
} from "./metrics.ts";
import type { EndNote, RowNotes } from "./row-notes.ts";

/** The room between the lifelines that words may take. */
export interface Room {
  readonly left: number;
  readonly right: number;
}

export interface Chip {
  readonly text: string;
  readonly width: number;
}

/** Which words stand on which line of a row; the heights follow from it. */
export interface RowArrangement {
  readonly timers: readonly EndNote[];
  /** Socket calls on lines of their own, above everything. */
  readonly calls: readonly EndNote[];
  /** Chips on lines of their own, above the label. */
  readonly chipLines: readonly (readonly Chip[])[];
  /** Chips behind the label. */
  readonly chips: readonly Chip[];
  /** Beside the label at the sender's lifeline: the call that sent it, or the time since the copy before. */
  readonly edge: (EndNote & { readonly isInterval: boolean }) | null;
  readonly callsAfter: readonly EndNote[];
}

export interface RowContent {
  readonly notes: RowNotes;
  readonly sender: Side;
  /** Characters of the whole label. */
  readonly labelLength: number;
  /** An arrow from an earlier row goes through: then every kind of words keeps to a line of its own. */
  readonly isCrossed: boolean;
}

/** Decides which words share a line. */
export function arrangeRow(content: RowContent, metrics: Metrics, room: Room): RowArrangement {
  const { notes, sender, isCrossed } = content;
  const label = content.labelLength * metrics.labelCharacter;
  const width = room.right - room.left;
  const { interval } = notes;
  const shared = interval === null && !isCrossed ? shareableCall(content, metrics, width - label) : null;
  const edge =
    interval === null
      ? shared && { ...shared, isInterval: false }
      : { side: sender, text: interval, isInterval: true };
  const edgeWidth = edge === null ? 0 : noteWidth(edge.text, metrics) + GAP;
  const chips = notes.chips.map((text) => ({ text, width: noteWidth(text, metrics) + CHIP_PAD }));
  const chipsWidth = chips.reduce((sum, chip) => sum + chip.width + GAP, 0);
  const areInline = !isCrossed && label + edgeWidth + chipsWidth <= width;
  return {
    timers: notes.timers,
    calls: notes.callsBefore.filter((call) => call !== shared),
    chipLines: areInline ? [] : breakLines(chips, width),
    chips: areInline ? chips : [],
    edge,
    callsAfter: notes.callsAfter,
  };
}

function shareableCall({ notes, sender }: RowContent, metrics: Metrics, free: number): EndNote | null {
  const [call, ...others] = notes.callsBefore;
  if (call === undefined || others.length > 0 || call.side !== sender) return null;
  return noteWidth(call.text, metrics) + GAP <= free ? call : null;
}

function breakLines(chips: readonly Chip[], width: number): Chip[][] {
  const lines: Chip[][] = [];
  let taken = Infinity;
  for (const chip of chips) {
    if (taken + GAP + chip.width > width) {
      lines.push([chip]);
      taken = chip.width;
    } else {
      lines.at(-1)?.push(chip);
      taken += GAP + chip.width;
    }
  }
  return lines;
}

/** Estimated width of a call, an interval or the text of a chip. */
export function noteWidth(text: string, { noteCharacter }: Metrics): number {
  return text.length * noteCharacter;
}

/** From the top of the words to the place where the arrow leaves. */
export function heightAboveArrow(arrangement: RowArrangement): number {
  const { timers, calls, chipLines } = arrangement;
  return (
    ROW_PAD +
    (timers.length + linesOf(calls)) * CALL_LINE +
    chipLines.length * CHIP_LINE +
    LABEL_LINE +
    LABEL_GAP
  );
}

/** From the lowest landing to the end of the row. */
export function heightBelowArrow({ callsAfter }: Pick<RowArrangement, "callsAfter">): number {
  return ROW_PAD + linesOf(callsAfter) * CALL_LINE;
}

/** Calls at different ends share a line. */
function linesOf(notes: readonly EndNote[]): number {
  const client = notes.filter(({ side }) => side === "client").length;
  return Math.max(client, notes.length - client);
}
