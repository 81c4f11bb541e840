import "./notes.css";
import { useState } from "react";
import type { Note } from "../../segments/note.ts";
import { charactersLeft, inOrder, undone, withNotes } from "../../store/notes/arrange-notes.ts";
import { notesOf } from "../../store/notes/notes.ts";
import { analysisOf, captureOf } from "../../store/selectors.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { NoteForm } from "./NoteForm.tsx";
import { NoteRow } from "./NoteRow.tsx";
import { notesWords } from "./notes.words.ts";

/** A note to be written at the present segment, and all that were written of the connection. */
export function NotesSheet({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(notesWords);
  const analysis = useSynfin(analysisOf);
  return (
    <Dialog className="notes" title={words.title} close={words.close} onClose={onClose}>
      {analysis && <Notes analysis={analysis} onClose={onClose} />}
    </Dialog>
  );
}

interface NotesProps {
  readonly analysis: ConnectionAnalysis;
  readonly onClose: () => void;
}

function Notes({ analysis, onClose }: NotesProps) {
  const words = useWords(notesWords);
  const capture = useSynfin(captureOf);
  const notes = useSynfin((state) => notesOf(state, capture, analysis));
  const book = useSynfin((state) => state.noteBook);
  const keep = useSynfin((state) => state.keepNotes);
  const [edited, setEdited] = useState<Note | null>(null);
  const write = (written: readonly Note[]): void =>
    keep(withNotes(book, analysis.connection.id, inOrder(written)));
  const save = (note: Note): void => {
    const kept = notes.filter((one) => one !== edited);
    write([...kept, note]);
    if (edited === null) onClose();
    setEdited(null);
  };
  return (
    <>
      <NoteForm
        key={notes.indexOf(edited as Note)}
        note={edited}
        analysis={analysis}
        charactersLeft={charactersLeft(notes, edited)}
        onSave={save}
      />
      {notes.length > 0 && <h3>{words.list}</h3>}
      <ul className="notes-list">
        {notes.map((note) => (
          <NoteRow
            key={`${JSON.stringify(note.at)} ${note.text}`}
            note={note}
            length={analysis.segments.length}
            onEdit={() => setEdited(note)}
            onChange={(changed) =>
              write(notes.flatMap((one) => (one === note ? (changed === null ? [] : [changed]) : [one])))
            }
          />
        ))}
      </ul>
      <p className="notes-actions">
        <button
          type="button"
          className="button"
          disabled={book.before.length === 0}
          onClick={() => keep(undone(book))}
        >
          {words.undo}
        </button>
        {words.shared}
      </p>
    </>
  );
}
