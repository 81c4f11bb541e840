import { useMemo } from "react";
import { placeOf } from "../../store/find-line.ts";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { connectionsWords } from "./connections.words.ts";

/** Says that the filter hides the connection on screen, and leads to one that it does not hide. */
export function NotListed() {
  const words = useWords(connectionsWords);
  const listed = useSynfin((state) => state.listed);
  const shown = useSynfin((state) => state.selection?.connection);
  const select = useSynfin((state) => state.selectConnection);
  const filterBy = useSynfin((state) => state.filterBy);
  const isListed = useMemo(() => shown === undefined || placeOf(listed, shown) >= 0, [listed, shown]);
  if (isListed) return null;
  const first = listed.at(0);
  return (
    <p className="filter-hint">
      {words.notListed}{" "}
      {first && (
        <>
          <button type="button" className="outcome-filter" onClick={() => select(first.id)}>
            {words.openFirst}
          </button>
          {" · "}
        </>
      )}
      <button type="button" className="outcome-filter" onClick={() => filterBy("")}>
        {words.all}
      </button>
    </p>
  );
}
