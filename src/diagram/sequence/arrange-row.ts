import type { Side } from "../../tcp/state.ts";
import { CHIP_PAD, GAP, LABEL_GAP, type Metrics, NOTE_GAP, ROW_PAD } from "./metrics.ts";
import type { RowNotes } from "./row-notes.ts";
import { type EndNote, linesOf, noteWidth, type StackedNote, stackNotes } from "./stack-notes.ts";

/** Room for words between the lifelines. */
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
  /** Clocks, calls and times on lines of their own, above everything. */
  readonly above: readonly StackedNote[];
  /** Chips on lines of their own, above the label. */
  readonly chipLines: readonly (readonly Chip[])[];
  /** Chips behind the label. */
  readonly chips: readonly Chip[];
  /** Beside the label at the sender's lifeline: the call that sent it, or the time since the copy before. */
  readonly edge: EndNote | null;
  /** Calls that return, below the landing. */
  readonly below: readonly StackedNote[];
  /** Chips on lines of their own, below everything. */
  readonly chipLinesBelow: readonly (readonly Chip[])[];
}

export interface RowContent {
  readonly notes: RowNotes;
  readonly sender: Side;
  /** Characters of the whole label. */
  readonly labelLength: number;
  /** An arrow from an earlier row crosses it, so each kind of words stands on a line of its own. */
  readonly isCrossed: boolean;
}

/** The least share of the room that a crossing arrow leaves free on one side, above the label. */
const LEAST_FREE = 0.45;

/** Decides which words share a line. */
export function arrangeRow(content: RowContent, metrics: Metrics, room: Room): RowArrangement {
  const { notes, sender, isCrossed } = content;
  const label = content.labelLength * metrics.labelCharacter;
  const width = room.right - room.left;
  const edge = isCrossed ? null : shareable(notes.before, sender, metrics, width - label);
  const edgeWidth = edge === null ? 0 : noteWidth(edge.text, metrics) + NOTE_GAP;
  const chips = notes.chips.map((text) => ({ text, width: noteWidth(text, metrics) + CHIP_PAD }));
  const chipsWidth = chips.reduce((sum, chip) => sum + chip.width + GAP, 0);
  const areInline = !isCrossed && label + edgeWidth + chipsWidth <= width;
  const chipLines = areInline ? [] : breakLines(chips, width);
  const areBelow = isCrossed && chipsWidth > width * LEAST_FREE;
  return {
    above: stackNotes(
      notes.before.filter((note) => note !== edge),
      metrics,
      width,
    ),
    chipLines: areBelow ? [] : chipLines,
    chips: areInline ? chips : [],
    edge,
    below: stackNotes(notes.after, metrics, width),
    chipLinesBelow: areBelow ? chipLines : [],
  };
}

/** The note that may stand beside the label: a single one at the sender's lifeline, if there is room for both. */
function shareable(notes: readonly EndNote[], sender: Side, metrics: Metrics, free: number): EndNote | null {
  const [note, ...others] = notes;
  if (note === undefined || others.length > 0 || note.side !== sender || note.kind === "timer") return null;
  const fits = noteWidth(note.text, metrics) + NOTE_GAP <= free;
  return fits || note.kind === "interval" ? note : null;
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

/** Height from the top of the words to where the arrow leaves. */
export function heightAboveArrow(
  { above, chipLines }: RowArrangement,
  { callLine, chipLine, labelLine }: Metrics,
): number {
  return ROW_PAD + linesOf(above) * callLine + chipLines.length * chipLine + labelLine + LABEL_GAP;
}

/** Height from the lowest landing to the end of the row. */
export function heightBelowArrow(
  { below, chipLinesBelow }: RowArrangement,
  { callLine, chipLine }: Metrics,
): number {
  return ROW_PAD + linesOf(below) * callLine + chipLinesBelow.length * chipLine;
}
