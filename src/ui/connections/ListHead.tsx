import type { ListColumn } from "../../store/sort-order.ts";
import { Icon } from "../parts/Icon.tsx";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { connectionsWords } from "./connections.words.ts";

const ENDS: readonly ListColumn[] = ["client", "server"];
const SECOND_LINE: readonly ListColumn[] = [
  "start",
  "segments",
  "payload",
  "duration",
  "handshakeRoundTrip",
  "openingTime",
];

/** Names of the columns; each sorts the list, and pressed again reverses the order. */
export function ListHead() {
  return (
    <div className="list-head" role="rowgroup">
      <div className="list-head-row" role="row" aria-rowindex={1}>
        <div className="cell-ends" role="presentation">
          <div className="head-ends" role="presentation">
            {ENDS.map((column) => (
              <ColumnHead key={column} column={column} />
            ))}
          </div>
          <ColumnHead column="outcome" />
        </div>
        {SECOND_LINE.map((column) => (
          <ColumnHead key={column} column={column} />
        ))}
      </div>
    </div>
  );
}

function ColumnHead({ column }: { readonly column: ListColumn }) {
  const words = useWords(connectionsWords);
  const { column: sorted, isDescending } = useSynfin((state) => state.order);
  const sortBy = useSynfin((state) => state.sortBy);
  return (
    <div
      className={`cell ${column}`}
      role="columnheader"
      aria-sort={column !== sorted ? "none" : isDescending ? "descending" : "ascending"}
    >
      <button type="button" title={words.columnHints[column]} onClick={() => sortBy(column)}>
        {words.columns[column]}
        {column === sorted && <Icon name={isDescending ? "down" : "up"} />}
      </button>
    </div>
  );
}
