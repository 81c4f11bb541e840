import "./notes.css";
import { behindRows } from "../../diagram/sequence/behind-rows.ts";
import type { Mark } from "../../diagram/sequence/layer.ts";
import { type Metrics, NOTE_GAP } from "../../diagram/sequence/metrics.ts";
import type { Note } from "../../segments/note.ts";
import { inOrder, positionOf } from "../../store/notes/arrange-notes.ts";
import { notesOf } from "../../store/notes/notes.ts";
import { captureOf } from "../../store/selectors.ts";
import { layerOf } from "../sequence-diagram/layer.ts";
import { wordsIn } from "../words.ts";
import { noteLines } from "./note-lines.ts";
import { notesWords } from "./notes.words.ts";
import { wrapText } from "./wrap-text.ts";

/** Height of a line of a note in lines of a call, and of the space around a note, in pixels. */
const LINE = 1.1;
const SPACE = 6;
/** Advance of a letter as notes.css sets it, of 12 and of 14 pixels; wide enough for words in capitals. */
const ADVANCE = { small: 7, medium: 7, large: 8.2 } as const;

/** Notes, each below the segment that it is about; those before the first segment stand above it. */
export const notesLayer = layerOf(
  (state, analysis) => {
    const notes = notesOf(state, captureOf(state), analysis);
    return notes.length === 0 ? null : notes;
  },
  (notes, analysis, language) => {
    const { length } = analysis.segments;
    const words = wordsIn(notesWords, language);
    // A lesson or a prediction holds the beginning only.
    const things = inOrder(notes).filter((note) => positionOf(note) <= length);
    return {
      name: "notes",
      ...behindRows({
        things,
        positionOf,
        heightOf,
        marksOf: (note, { layout }, top) => marksOf(note, layout.metrics, top),
        wordsOf: (note) => words.note(noteLines(note).join(" ")),
      }),
    };
  },
);

function wrapped(note: Note, { clientX, serverX, size }: Metrics): readonly string[] {
  const room = (serverX - clientX - 2 * NOTE_GAP - 2 * SPACE) / ADVANCE[size];
  return noteLines(note).flatMap((line) => wrapText(line, Math.floor(room)));
}

function heightOf(note: Note, metrics: Metrics): number {
  return wrapped(note, metrics).length * LINE * metrics.callLine + 3 * SPACE;
}

/** A note about a state begins at the lifeline of its end, any other in the middle. */
function marksOf(note: Note, metrics: Metrics, top: number): Mark[] {
  const { clientX, serverX, callLine } = metrics;
  const [left, right] = [clientX + NOTE_GAP, serverX - NOTE_GAP];
  const bottom = top + heightOf(note, metrics) - SPACE;
  const side = note.at.kind === "state" ? (note.at.end === 0 ? "client" : "server") : "middle";
  const x = side === "client" ? left + SPACE : side === "server" ? right - SPACE : (left + right) / 2;
  const anchor = side === "client" ? "start" : side === "server" ? "end" : "middle";
  const lines = wrapped(note, metrics);
  return [
    { kind: "path", d: `M${left} ${top + 2}H${right}V${bottom}H${left}Z`, look: `paper ${side}` },
    ...lines.map((text, index): Mark => {
      const y = top + SPACE + (index + 0.8) * LINE * callLine;
      return { kind: "text", x, y, text, anchor, look: side };
    }),
  ];
}
