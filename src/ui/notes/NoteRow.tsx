import type { Note } from "../../segments/note.ts";
import { placeBeside } from "../../store/notes/arrange-notes.ts";
import { IconButton } from "../parts/IconButton.tsx";
import { useWords } from "../use-words.ts";
import { notesWords } from "./notes.words.ts";
import { wordPlace } from "./word-place.ts";

interface NoteRowProps {
  readonly note: Note;
  /** Segments of the connection. */
  readonly length: number;
  readonly onEdit: () => void;
  /** null: the note is deleted. */
  readonly onChange: (note: Note | null) => void;
}

/** A note that was written, and what can be done with it. */
export function NoteRow({ note, length, onEdit, onChange }: NoteRowProps) {
  const words = useWords(notesWords);
  const place = wordPlace(note.at, words);
  const move = (label: string, sign: string, by: 1 | -1) => {
    const at = placeBeside(note.at, by, length);
    return (
      <button
        type="button"
        className="button round"
        aria-label={label}
        disabled={at === null}
        onClick={() => at && onChange({ ...note, at })}
      >
        {sign}
      </button>
    );
  };
  return (
    <li>
      <p>
        <strong>{place}</strong> {note.text}
      </p>
      <button type="button" className="button round" aria-label={words.edit(place)} onClick={onEdit}>
        ✎
      </button>
      {move(words.earlier(place), "↑", -1)}
      {move(words.later(place), "↓", 1)}
      <IconButton
        icon="close"
        label={words.remove(place)}
        className="button round"
        onClick={() => onChange(null)}
      />
    </li>
  );
}
