import type { Coverage } from "../../diagram/state-graph/coverage.ts";
import { type Arrow, arrow } from "../../tcp/arrows.ts";
import { ColumnHeads } from "../ColumnHeads.tsx";
import { useWords } from "../use-words.ts";
import { coverageWords } from "./coverage.words.ts";

/** The arrows of the transition table, and whether they were taken. */
export function ArrowTable({ coverage }: { readonly coverage: Coverage }) {
  const words = useWords(coverageWords);
  const { columns } = words;
  return (
    <details className="arrow-table">
      <summary>{words.list}</summary>
      <table>
        <thead>
          <tr>
            <ColumnHeads of={columns} />
          </tr>
        </thead>
        <tbody>
          {coverage.arrows.map(({ arrow: id, isTaken, unseen }) => {
            const { from, to, event, action, clause }: Arrow = arrow(id);
            return (
              <tr key={id} data-taken={isTaken}>
                <td>{from.map((state) => state ?? words.unknown).join(", ")}</td>
                <td>{action === null ? event : `${event} / ${action}`}</td>
                <td>{words.states(to)}</td>
                <td>{clause}</td>
                <td>{isTaken ? words.yes : unseen === null ? words.no : words.unseen[unseen]}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
