import { useId, useMemo, useRef } from "react";
import { completions } from "../../store/connection-filter.ts";
import { listedConnectionsOf } from "../../store/listed-connections.ts";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";

/** Where the key `/` puts the focus. */
export const FILTER_BOX_ID = "connection-filter";

/** One line in which connections are sought, with completion; says how many it lets through. */
export function FilterBox({ all }: { readonly all: number }) {
  const { connections: words } = useMessages();
  const filter = useSynfin((state) => state.filter);
  const filterBy = useSynfin((state) => state.filterBy);
  const shown = useSynfin((state) => listedConnectionsOf(state).length);
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const offers = useMemo(() => {
    const head = filter.slice(0, filter.search(/\S*$/u));
    return completions(filter).map((word) => head + word);
  }, [filter]);
  return (
    <div className="filter-box">
      <input
        id={FILTER_BOX_ID}
        ref={input}
        type="search"
        spellCheck={false}
        autoComplete="off"
        list={listId}
        aria-label={words.filterLabel}
        placeholder={words.filterPlaceholder}
        title={words.filterSyntax}
        value={filter}
        onChange={({ target }) => filterBy(target.value)}
        onKeyDown={({ key }) => {
          if (key === "Escape" && filter === "") input.current?.blur();
          else if (key === "Escape") filterBy("");
        }}
      />
      <datalist id={listId}>
        {offers.map((offer) => (
          <option key={offer} value={offer}>
            {offer}
          </option>
        ))}
      </datalist>
      {filter.trim() !== "" && <output className="filter-count">{words.shownOf(shown, all)}</output>}
    </div>
  );
}
