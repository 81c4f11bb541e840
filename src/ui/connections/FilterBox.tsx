import "./filter-box.css";
import { type KeyboardEvent, useId, useRef } from "react";
import type { OpenedCapture } from "../../store/opened-capture.ts";
import { FILTER_BOX_ID } from "../keys/moves.ts";
import { Icon } from "../parts/Icon.tsx";
import { laterPart } from "../parts/later-part.tsx";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";
import { useCompletion } from "./use-completion.ts";

const FilterOffers = laterPart(async () => (await import("./filter-parts.ts")).FilterOffers);
const FilterHint = laterPart(async () => (await import("./filter-parts.ts")).FilterHint);
const NotListed = laterPart(async () => (await import("./filter-parts.ts")).NotListed);

/** The filter, with completion. It says how many connections pass, and which words it does not know. */
export function FilterBox({ capture }: { readonly capture: OpenedCapture }) {
  const { connections: words } = useMessages();
  const filter = useSynfin((state) => state.filter);
  const filterBy = useSynfin((state) => state.filterBy);
  const shown = useSynfin((state) => state.listed.length);
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const completion = useCompletion(filter, capture, (text) => {
    filterBy(text);
    input.current?.focus();
  });
  const { isOpen, offers, active } = completion;
  const isFiltered = filter.trim() !== "";
  const isJudged = capture.judged === capture.connections.length;
  const clear = (): void => {
    filterBy("");
    input.current?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    if (completion.press(event)) return;
    if (event.key !== "Escape") return;
    if (filter === "") input.current?.blur();
    else filterBy("");
  };
  return (
    <>
      <div className="filter-box">
        <input
          id={FILTER_BOX_ID}
          ref={input}
          type="text"
          enterKeyHint="search"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          aria-activedescendant={isOpen && active >= 0 ? `${listId}-${active}` : undefined}
          aria-label={words.filterLabel}
          placeholder={words.filterPlaceholder}
          title={words.filterSyntax}
          value={filter}
          onChange={({ target }) => {
            filterBy(target.value);
            completion.type();
          }}
          onFocus={completion.prepare}
          onBlur={completion.close}
          onKeyDown={press}
        />
        {isFiltered && (
          <>
            <button
              type="button"
              className="button round"
              aria-label={words.all}
              title={words.all}
              onClick={clear}
            >
              <Icon name="close" />
            </button>
            <output className="filter-count" aria-live={isJudged ? "polite" : "off"}>
              {words.shownOf(shown, capture.connections.length)}
            </output>
          </>
        )}
        {isOpen && <FilterOffers id={listId} offers={offers} active={active} onTake={completion.take} />}
      </div>
      <div role="status">
        {isFiltered && !isOpen && (
          <>
            <FilterHint findsNothing={shown === 0} />
            <NotListed />
          </>
        )}
      </div>
    </>
  );
}
