import type { Side } from "../../tcp/state.ts";
import {
  CALL_LINE,
  CHIP_LINE,
  CHIP_PAD,
  GAP,
  LABEL_GAP,
  LABEL_LINE,
  type Metrics,
  NOTE_GAP,
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

/** The call that sent a segment, or the time since the copy before it. */
export interface EdgeNote extends EndNote {
  readonly isInterval: boolean;
}

/** Which words stand on which line of a row; the heights follow from it. */
export interface RowArrangement {
  readonly timers: readonly EndNote[];
  /** Calls and times on lines of their own, above everything. */
  readonly above: readonly EdgeNote[];
  /** Chips on lines of their own, above the label. */
  readonly chipLines: readonly (readonly Chip[])[];
  /** Chips behind the label. */
  readonly chips: readonly Chip[];
  /** Beside the label at the sender's lifeline: the call that sent it, or the time since the copy before. */
  readonly edge: EdgeNote | null;
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
  const { interval, callsBefore } = notes;
  const time = interval === null ? [] : [{ side: sender, text: interval, isInterval: true }];
  const edgeNotes = [...callsBefore.map(({ side, text }) => ({ side, text, isInterval: false })), ...time];
  const edge = isCrossed ? null : shareable(edgeNotes, sender, metrics, width - label);
  const edgeWidth = edge === null ? 0 : noteWidth(edge.text, metrics) + NOTE_GAP;
  const chips = notes.chips.map((text) => ({ text, width: noteWidth(text, metrics) + CHIP_PAD }));
  const chipsWidth = chips.reduce((sum, chip) => sum + chip.width + GAP, 0);
  const areInline = !isCrossed && label + edgeWidth + chipsWidth <= width;
  return {
    timers: notes.timers,
    above: edgeNotes.filter((note) => note !== edge),
    chipLines: areInline ? [] : breakLines(chips, width),
    chips: areInline ? chips : [],
    edge,
    callsAfter: notes.callsAfter,
  };
}

/** The note that may stand beside the label: the only one, at the sender's lifeline, if there is room for both. */
function shareable(
  notes: readonly EdgeNote[],
  sender: Side,
  metrics: Metrics,
  free: number,
): EdgeNote | null {
  const [note, ...others] = notes;
  if (note === undefined || others.length > 0 || note.side !== sender) return null;
  const fits = noteWidth(note.text, metrics) + NOTE_GAP <= free;
  return fits || note.isInterval ? note : null;
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
  const { timers, above, chipLines } = arrangement;
  return (
    ROW_PAD +
    (timers.length + linesOf(above)) * CALL_LINE +
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
