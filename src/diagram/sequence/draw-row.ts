import type { Position } from "../../tcp/position.ts";
import { type Chip, type Room, type RowArrangement } from "./arrange-row.ts";
import { fitLabel } from "./fit-label.ts";
import { freeRoom } from "./free-room.ts";
import { arrangementAt, type SequenceLayout } from "./layout.ts";
import { GAP, LABEL_GAP, type Metrics, NOTE_GAP, ROW_PAD } from "./metrics.ts";
import { departureOf, fallOf, topOf } from "./placed-rows.ts";
import { type EndNote, linesOf, noteWidth, type StackedNote } from "./stack-notes.ts";
import { SILENCE } from "./time-scale.ts";
import { rowsPerTime } from "./zoom.ts";

/** Words whose baseline starts, is centred or ends at (x, y). */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

type PlacedNote = PlacedText & EndNote;

interface PlacedChip extends Chip {
  /** Left end and middle. */
  readonly x: number;
  readonly y: number;
}

/** All words of one row. */
export interface DrawnRow {
  readonly position: Position;
  readonly top: number;
  readonly bottom: number;
  /** Height of the silence at the top. */
  readonly gap: number;
  readonly departure: number;
  /** Whether there is room for its time. */
  readonly hasTime: boolean;
  /** Centred; null in a bare diagram. */
  readonly label: PlacedText | null;
  readonly chips: readonly PlacedChip[];
  /** Starting at the client's lifeline, ending at the server's. */
  readonly notes: readonly PlacedNote[];
  /** The label of a silence that is drawn shorter than its time, centred. */
  readonly silence: (PlacedText & { readonly height: number }) | null;
}

const BASELINE = 4;

/** Places the words of the row of `position`. */
export function drawRow(layout: SequenceLayout, position: Position): DrawnRow {
  if (layout.zoom.isBare) return bareRow(layout, position);
  const arrangement = arrangementAt(layout, position);
  const top = topOf(layout, position);
  const departure = departureOf(layout, position);
  const { callLine, chipLine } = layout.metrics;
  const labelTop = departure - LABEL_GAP - layout.metrics.labelLine;
  const free = freeRoom(layout, position, labelTop, departure);
  const edgeNote = arrangement.edge && placeEdge(layout, arrangement.edge, departure);
  const room = withoutEdge(layout, free, arrangement);
  const label = placeLabel(layout, position, room, arrangement, departure);
  const { above, below, chipLines, chipLinesBelow } = arrangement;
  const landed = departure + fallOf(layout, position) + (layout.landings.spread[position - 1] ?? 0) + 1;
  return {
    position,
    top,
    bottom: topOf(layout, position + 1),
    gap: layout.gaps[position - 1] ?? 0,
    departure,
    hasTime: layout.metrics.timeEnd > 0,
    label: label.text,
    chips: [
      ...label.chips,
      ...placeChipLines(layout, position, chipLines, labelTop - chipLines.length * chipLine),
      ...placeChipLines(layout, position, chipLinesBelow, landed + linesOf(below) * callLine),
    ],
    notes: [
      ...(edgeNote ? [edgeNote] : []),
      ...placeNotes(layout, above, top + (layout.gaps[position - 1] ?? 0) + ROW_PAD),
      ...placeNotes(layout, below, landed),
    ],
    silence: silenceAbove(layout, position, top),
  };
}

/** A row without words of its own. */
function bareRow(layout: SequenceLayout, position: Position): DrawnRow {
  const top = topOf(layout, position);
  return {
    position,
    top,
    bottom: topOf(layout, position + 1),
    gap: layout.gaps[position - 1] ?? 0,
    departure: departureOf(layout, position),
    hasTime: layout.metrics.timeEnd > 0 && (position - 1) % rowsPerTime(layout.zoom) === 0,
    label: null,
    chips: [],
    notes: [],
    silence: silenceAbove(layout, position, top),
  };
}

function placeLabel(
  { words, metrics }: SequenceLayout,
  position: Position,
  room: Room,
  { chips }: RowArrangement,
  departure: number,
): { readonly text: PlacedText; readonly chips: readonly PlacedChip[] } {
  const chipsWidth = chips.reduce((sum, { width }) => sum + GAP + width, 0);
  const characters = Math.floor((room.right - room.left - chipsWidth) / metrics.labelCharacter);
  const parts = words.label(position);
  // On a phone a window is noise.
  const text = fitLabel(metrics.size === "small" ? { ...parts, window: null } : parts, characters);
  const width = text.length * metrics.labelCharacter;
  const left = leftOf(metrics, room, width, width + chipsWidth);
  const y = departure - LABEL_GAP - BASELINE;
  let x = left + width + GAP;
  const placed = chips.map((chip) => {
    const here = { ...chip, x, y: y - BASELINE };
    x += chip.width + GAP;
    return here;
  });
  return { text: { text, x: left + width / 2, y }, chips: placed };
}

/** Where a label of `width` starts, so that `all` behind it fits too: in the middle if that leaves enough room. */
function leftOf({ clientX, serverX }: Metrics, room: Room, width: number, all: number): number {
  const centred = (clientX + serverX - width) / 2;
  const fits = centred >= room.left && centred + all <= room.right;
  const between = (clientX + serverX - all) / 2;
  return fits ? centred : Math.min(Math.max(between, room.left), Math.max(room.left, room.right - all));
}

/** The room that is left beside a note at the sender's lifeline. */
function withoutEdge({ metrics, room }: SequenceLayout, free: Room, { edge }: RowArrangement): Room {
  if (edge === null) return free;
  const width = noteWidth(edge.text, metrics) + NOTE_GAP;
  return edge.side === "client"
    ? { left: Math.max(free.left, room.left + width), right: free.right }
    : { left: free.left, right: Math.min(free.right, room.right - width) };
}

function placeEdge({ room }: SequenceLayout, { side, kind, text }: EndNote, departure: number): PlacedNote {
  const x = side === "client" ? room.left : room.right;
  return { side, kind, text, x, y: departure - LABEL_GAP - BASELINE };
}

function placeChipLines(
  layout: SequenceLayout,
  position: Position,
  lines: readonly (readonly Chip[])[],
  start: number,
): PlacedChip[] {
  const { clientX, serverX, chipLine } = layout.metrics;
  return lines.flatMap((chips, index) => {
    const top = start + index * chipLine;
    const room = freeRoom(layout, position, top, top + chipLine);
    const width = chips.reduce((sum, chip) => sum + chip.width + GAP, -GAP);
    const centred = (clientX + serverX - width) / 2;
    let x = Math.max(room.left, Math.min(centred, room.right - width));
    return chips.map((chip) => {
      const placed = { ...chip, x, y: top + chipLine / 2 };
      x += chip.width + GAP;
      return placed;
    });
  });
}

function placeNotes(
  { room, metrics }: SequenceLayout,
  notes: readonly StackedNote[],
  top: number,
): PlacedNote[] {
  return notes.map(({ side, kind, text, line }) => ({
    side,
    kind,
    text,
    x: side === "client" ? room.left : room.right,
    y: top + (line + 1) * metrics.callLine - BASELINE,
  }));
}

function silenceAbove(layout: SequenceLayout, position: Position, top: number): DrawnRow["silence"] {
  const height = (layout.gaps[position - 1] ?? 0) - (layout.rooms?.above[position - 1] ?? 0);
  const { segments } = layout.analysis;
  const time = (segments.time[position - 1] ?? NaN) - (segments.time[position - 2] ?? NaN);
  if (layout.scale !== "compressed" || height === 0 || !(time >= SILENCE)) return null;
  const { clientX, serverX, callLine } = layout.metrics;
  const text = layout.words.duration(time);
  // Three signs on each side.
  const half = (noteWidth(text, layout.metrics) + 6 * layout.metrics.noteCharacter) / 2;
  const y = top + height / 2;
  const room = freeRoom(layout, position, y - callLine / 2, y + callLine / 2);
  const x = Math.max(room.left + half, Math.min((clientX + serverX) / 2, room.right - half));
  return { text, x, y, height };
}
