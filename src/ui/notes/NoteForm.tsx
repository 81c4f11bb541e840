import { useEffect, useId, useRef, useState } from "react";
import type { Note, NotePlace, NoteQuestion } from "../../segments/note.ts";
import { noteCharacters } from "../../segments/note.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { Choice } from "../parts/Choice.tsx";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { notesWords } from "./notes.words.ts";
import { answersText, questionIn } from "./question-text.ts";
import { wordPlace } from "./word-place.ts";

interface NoteFormProps {
  /** The note that is edited; null: a new one. */
  readonly note: Note | null;
  readonly analysis: ConnectionAnalysis;
  /** Without this note. */
  readonly charactersLeft: number;
  readonly onSave: (note: Note) => void;
}

/** Writes one note: what it is about, its sentence, and what it asks. */
export function NoteForm({ note, analysis, charactersLeft, onSave }: NoteFormProps) {
  const words = useWords(notesWords);
  const id = useId();
  const present = useSynfin((state) => state.position);
  const position = note === null || note.at.kind === "connection" ? present : note.at.position;
  const places = placesAt(Math.min(position, analysis.segments.length));
  const first = places.findIndex((place) => isSame(place, note?.at ?? places[0]));
  const [place, setPlace] = useState(Math.max(first, 0));
  const [text, setText] = useState(note?.text ?? "");
  const [asks, setAsks] = useState(note !== null && note.question !== null);
  const [answers, setAnswers] = useState(answersText(note?.question ?? null));
  const [isWrong, setWrong] = useState(false);
  const question: NoteQuestion | null = asks ? questionIn(answers) : null;
  const field = useRef<HTMLTextAreaElement>(null);
  // Who pressed Enter on an arrow types at once: the sheet gives the focus to it when it opens.
  useEffect(() => {
    field.current?.toggleAttribute("autofocus", true);
  }, []);
  const left = charactersLeft - noteCharacters([{ text: text.trim(), question }]);
  const save = (): void => {
    const at = places[place];
    const isLacking = asks && question === null;
    setWrong(isLacking);
    if (at !== undefined && text.trim() !== "" && left >= 0 && !isLacking)
      onSave({ at, text: text.trim(), question });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label>
        {words.about}{" "}
        <Choice
          label={words.about}
          options={places.map((at, value) => ({ value, label: wordPlace(at, words) }))}
          chosen={place}
          onChoose={setPlace}
        />
      </label>
      <label htmlFor={id}>{words.text}</label>
      <textarea
        id={id}
        rows={3}
        ref={field}
        value={text}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
        }}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <p>{words.left(Math.max(left, 0))}</p>
      <label>
        <input
          type="checkbox"
          checked={asks}
          onChange={({ currentTarget }) => setAsks(currentTarget.checked)}
        />{" "}
        {words.asks}
      </label>
      {asks && (
        <label>
          {words.answers}
          <textarea
            rows={4}
            aria-invalid={isWrong}
            value={answers}
            onChange={({ currentTarget }) => setAnswers(currentTarget.value)}
          />
        </label>
      )}
      <p role="alert">{isWrong && words.answersWrong}</p>
      <button
        type="submit"
        className="button primary"
        title={words.saveHint}
        disabled={text.trim() === "" || left < 0}
      >
        {words.save}
      </button>
    </form>
  );
}

/** What a note at a position can be about. */
function placesAt(position: number): readonly NotePlace[] {
  return [
    ...(position > 0 ? [{ kind: "segment", position } as const] : []),
    { kind: "state", end: 0, position },
    { kind: "state", end: 1, position },
    { kind: "connection" },
  ];
}

function isSame(one: NotePlace, other: NotePlace | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
