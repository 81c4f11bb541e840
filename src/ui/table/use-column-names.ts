import type { ListColumn, SortColumn } from "../../store/sort-order.ts";
import { connectionsWords } from "../connections/connections.words.ts";
import { useWords } from "../use-words.ts";
import { insideWords } from "./table.words.ts";

interface ColumnNames {
  readonly nameOf: (column: SortColumn) => string;
  readonly hintOf: (column: SortColumn) => string;
}

/** What the columns are called; the start has a clock here, where the list has the order. */
export function useColumnNames(): ColumnNames {
  const { names, hints } = useWords(insideWords);
  const connections = useWords(connectionsWords);
  const said = (
    inside: typeof names,
    ofList: Readonly<Record<ListColumn, string>>,
  ): ((column: SortColumn) => string) => {
    const all: Readonly<Record<SortColumn, string>> = { ...ofList, ...inside, start: inside.clock };
    return (column) => all[column];
  };
  return { nameOf: said(names, connections.columns), hintOf: said(hints, connections.columnHints) };
}
