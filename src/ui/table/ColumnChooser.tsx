import type { OpenedCapture } from "../../store/opened-capture.ts";
import type { SortColumn } from "../../store/sort-order.ts";
import { useWords } from "../use-words.ts";
import { COLUMNS } from "./columns.ts";
import { insideWords } from "./table.words.ts";
import { useColumnNames } from "./use-column-names.ts";

interface ColumnChooserProps {
  readonly capture: OpenedCapture;
  readonly chosen: readonly SortColumn[];
  readonly onChoose: (chosen: readonly SortColumn[]) => void;
}

/** Which columns the table has. */
export function ColumnChooser({ capture, chosen, onChoose }: ColumnChooserProps) {
  const words = useWords(insideWords);
  const { nameOf } = useColumnNames();
  const offered = COLUMNS.filter(({ id }) => id !== "name" || capture.names);
  const toggle = (id: SortColumn): void =>
    onChoose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <details className="column-chooser">
      <summary className="button">{words.columns}</summary>
      <div className="column-choices" role="group" aria-label={words.columns}>
        {offered.map(({ id }) => (
          <label key={id}>
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
            {nameOf(id)}
          </label>
        ))}
      </div>
    </details>
  );
}
