import { beforeEach, describe, expect, test } from "vitest";
import type { Note } from "../../segments/note.ts";
import { compactAnalyser } from "../../testing/compact-analyser.ts";
import { settle } from "../../testing/settle.ts";
import { analysisOf, captureOf } from "../selectors.ts";
import { createSynfinStore, type SynfinStore } from "../synfin-store.ts";
import { charactersLeft, inOrder, placeBeside, undone, withNotes } from "./arrange-notes.ts";
import { lessonOfNotes } from "./notes-lesson.ts";
import { notesOf } from "./notes.ts";

const at = (position: number, text: string): Note => ({
  at: { kind: "segment", position },
  text,
  question: null,
});
const WHOLE: Note = { at: { kind: "connection" }, text: "all of it", question: null };
const ASKS: Note = {
  at: { kind: "state", end: 1, position: 1 },
  text: "What does the server answer?",
  question: { answers: ["SYN,ACK", "RST"], right: 0 },
};

describe("notes of an open capture", () => {
  let store: SynfinStore;
  const read = (): readonly string[] => {
    const analysis = analysisOf(store.getState());
    return analysis === null
      ? []
      : notesOf(store.getState(), captureOf(store.getState()), analysis).map(({ text }) => text);
  };

  const write = (notes: readonly Note[]): void =>
    store.getState().keepNotes(withNotes(store.getState().noteBook, 0, notes));
  const undo = (): void => store.getState().keepNotes(undone(store.getState().noteBook));

  beforeEach(async () => {
    store = createSynfinStore(compactAnalyser("cS sS. c. cF. sF. c. ports=40001,80 cS sR."));
    store.getState().openText("t", "t");
    await settle();
  });

  test("belong to one connection, and every change is undone by itself", async () => {
    write([at(1, "one")]);
    write([at(1, "one"), at(2, "two")]);
    expect(read()).toEqual(["one", "two"]);
    store.getState().selectConnection(1);
    await settle();
    expect(read()).toEqual([]);
    store.getState().selectConnection(0);
    await settle();
    undo();
    expect(read()).toEqual(["one"]);
    undo();
    undo();
    expect(read()).toEqual([]);
  });

  test("are gone with the capture", async () => {
    write([at(1, "one")]);
    store.getState().openText("t", "t");
    await settle();
    expect(read()).toEqual([]);
  });

  test("begin as the comments of the capture", () => {
    const analysis = analysisOf(store.getState());
    if (analysis === null) throw new Error("not analysed");
    const segments = { ...analysis.segments, comments: new Map([[2, "look here"]]) };
    const commented = { ...analysis, segments };
    expect(notesOf(store.getState(), captureOf(store.getState()), commented)).toEqual([at(3, "look here")]);
    expect(notesOf(store.getState(), null, commented)).toBe(notesOf(store.getState(), null, commented));
  });
});

describe("a lesson of notes", () => {
  test("has one step a note, the whole connection first, in the order of the segments", () => {
    const { steps } = lessonOfNotes([at(3, "c"), at(1, "a"), WHOLE], 0, 6);
    expect(steps.map(({ position, note }) => [position, note[0]?.text])).toEqual([
      [0, "all of it"],
      [1, "a"],
      [3, "c"],
    ]);
  });

  test("asks before the segment that follows the note", () => {
    const [step] = lessonOfNotes([ASKS], 0, 6).steps;
    expect(step).toMatchObject({
      position: 2,
      note: [],
      question: { kind: "choice", ask: ASKS.text, options: ["SYN,ACK", "RST"], right: 0 },
    });
  });

  test("asks behind the last segment at that segment", () => {
    expect(lessonOfNotes([{ ...ASKS, at: { kind: "segment", position: 6 } }], 0, 6).steps[0]?.position).toBe(
      6,
    );
  });
});

test("a note is moved within its connection, and one about all of it is not", () => {
  expect(placeBeside({ kind: "segment", position: 1 }, -1, 6)).toBeNull();
  expect(placeBeside({ kind: "segment", position: 5 }, 1, 6)).toEqual({ kind: "segment", position: 6 });
  expect(placeBeside({ kind: "state", end: 0, position: 1 }, -1, 6)).toEqual({
    kind: "state",
    end: 0,
    position: 0,
  });
  expect(placeBeside({ kind: "connection" }, 1, 6)).toBeNull();
});

test("all notes together take at most 2,000 characters", () => {
  expect(charactersLeft([at(1, "x".repeat(1990)), at(2, "yyyy")], null)).toBe(6);
  const edited = at(1, "x".repeat(1990));
  expect(charactersLeft([edited, at(2, "yyyy")], edited)).toBe(1996);
  expect(inOrder([at(2, "b"), at(1, "a")]).map(({ text }) => text)).toEqual(["a", "b"]);
});
