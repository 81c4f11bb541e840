import "./filter-box.css";
import { useEffect, type KeyboardEvent, useId, useRef } from "react";
import { placeOf } from "../../store/find-line.ts";
import { listIsMade } from "../../store/listed-connections.ts";
import type { OpenedCapture } from "../../store/opened-capture.ts";
import { FILTER_BOX_ID } from "../keys/moves.ts";
import { Icon } from "../parts/Icon.tsx";
import { laterPart } from "../parts/later-part.tsx";
import { useSynfin, useSynfinStore } from "../use-synfin.ts";
import { useLanguage, useWords } from "../use-words.ts";
import { connectionsWords } from "./connections.words.ts";
import { FilterHistory } from "./filter-history.ts";
import { filterWordsOf } from "./filter-words.ts";
import { useCompletion } from "./use-completion.ts";

const FilterOffers = laterPart(async () => (await import("./filter-parts.ts")).FilterOffers);
const FilterHint = laterPart(async () => (await import("./filter-parts.ts")).FilterHint);
const NotListed = laterPart(async () => (await import("./filter-parts.ts")).NotListed);

const HISTORY = new FilterHistory();

/** The filter, with completion; ↑ brings back the one before. It says how many connections pass, and which words it does not know. */
export function FilterBox({ capture }: { readonly capture: OpenedCapture }) {
  const words = useWords(connectionsWords);
  const store = useSynfinStore();
  const filter = useSynfin((state) => state.filter);
  const filterBy = useSynfin((state) => state.filterBy);
  const shown = useSynfin((state) => state.listed.length);
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const language = useLanguage();
  const learnFilterWords = useSynfin((state) => state.learnFilterWords);
  useEffect(() => learnFilterWords(filterWordsOf(language)), [learnFilterWords, language]);
  /** To the selected row, if the filter leaves it, otherwise to the first. */
  const goIntoList = async (): Promise<void> => {
    await listIsMade(store);
    const { listed, selection, selectConnection } = store.getState();
    const selected = selection?.connection ?? -1;
    const goal = placeOf(listed, selected) >= 0 ? selected : listed.at(0)?.id;
    if (goal === undefined) return;
    selectConnection(goal);
    // The row may be drawn only after the list has scrolled to it.
    requestAnimationFrame(() => document.getElementById(`connection-${goal}`)?.focus());
  };
  const write = (text: string): void => {
    filterBy(text);
    input.current?.focus();
  };
  const completion = useCompletion(filter, capture, write, goIntoList);
  const { isOpen, offers, active } = completion;
  const isFiltered = filter.trim() !== "";
  const isJudged = capture.judged === capture.connections.length;
  const clear = (): void => {
    filterBy("");
    input.current?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    // With nothing left to complete, Enter and ↓ lead into the list; Esc leaves the box, and the filter stays.
    if (event.key === "ArrowDown" && isFiltered && !isOpen) void goIntoList();
    else if (event.key === "ArrowUp" && !(isOpen && active >= 0)) {
      const before = HISTORY.before(filter);
      if (before !== null) filterBy(before);
    } else if (completion.press(event)) return;
    else if (event.key === "Escape") input.current?.blur();
    else return;
    event.preventDefault();
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
          onBlur={() => {
            HISTORY.note(filter);
            completion.close();
          }}
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
