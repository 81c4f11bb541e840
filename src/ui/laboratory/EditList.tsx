import type { Laboratory } from "../../store/laboratory/laboratory.ts";
import type { OpenedRun } from "../../store/opened-capture.ts";
import { IconButton } from "../parts/IconButton.tsx";
import { useWords } from "../use-words.ts";
import { editWords } from "./edit.words.ts";
import { useEditWords } from "./word-edit.ts";

export interface BenchProps {
  readonly run: OpenedRun;
  readonly laboratory: Laboratory;
}

/** The edits in words, each with a switch, in the order in which they were made. */
export function EditList({ run, laboratory }: BenchProps) {
  const words = useWords(editWords);
  const wordEdit = useEditWords(run);
  const { edits } = run.wish;
  return (
    <section className="lab-section" aria-label={words.title}>
      <header>
        <h3>{words.title}</h3>
        <button
          type="button"
          className="button"
          title={`${words.undo} (Ctrl+Z)`}
          aria-keyshortcuts="Control+Z"
          aria-disabled={laboratory.done.length === 0}
          onClick={laboratory.undo}
        >
          {words.undo}
        </button>
        <button
          type="button"
          className="button"
          title={`${words.redo} (Ctrl+Y)`}
          aria-keyshortcuts="Control+Y"
          aria-disabled={laboratory.undone.length === 0}
          onClick={laboratory.redo}
        >
          {words.redo}
        </button>
      </header>
      {edits.length === 0 && <p className="lab-hint">{words.none}</p>}
      <ol className="lab-edits">
        {edits.map(({ isOn }, index) => {
          const said = wordEdit(index);
          const earlier = edits.slice(0, index).filter((_, other) => wordEdit(other) === said).length;
          const isUnmet = run.facts.unmet[index] === true;
          return (
            <li key={`${said} ${earlier}`} data-unmet={isUnmet} data-off={!isOn}>
              <label>
                <input
                  type="checkbox"
                  checked={isOn}
                  aria-label={words.isOn(said)}
                  onChange={() => laboratory.switchEdit(index)}
                />
                <span>
                  {said}
                  {isUnmet && <em> – {words.unmet}</em>}
                </span>
              </label>
              <IconButton
                icon="close"
                label={words.drop(said)}
                className="lab-drop"
                onClick={() => laboratory.dropEdit(index)}
              />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
