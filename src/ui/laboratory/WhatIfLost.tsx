import { useEffect, useState } from "react";
import { ActionList } from "../parts/ActionMenu.tsx";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { isOffered } from "../view.ts";
import { entryWords } from "./entry.words.ts";
import { listenForPresses } from "./listen-for-presses.ts";
import { laboratory } from "./view.ts";

/** Leads into the laboratory, which stands at the same segment then; null: that is not offered. */
function useWhatIf(): (() => void) | null {
  const isThere = useSynfin((state) => isOffered(laboratory, state) && !laboratory.isOn(state));
  const enter = useSynfin((state) => state.enterLaboratory);
  return isThere ? () => enter({ kind: "connection" }) : null;
}

/** The question beside a captured segment. */
export function WhatIfLost() {
  const words = useWords(entryWords);
  const ask = useWhatIf();
  if (ask === null) return null;
  return (
    <p>
      <button type="button" className="button" onClick={ask}>
        {words.whatIfLost}
      </button>
    </p>
  );
}

/** The same question at a captured arrow, by a right click or a long press. */
export function WhatIfMenu() {
  const words = useWords(entryWords);
  const ask = useWhatIf();
  const isThere = ask !== null;
  const [place, setPlace] = useState<{ readonly x: number; readonly y: number } | null>(null);
  useEffect(() => {
    if (!isThere) return undefined;
    const ending = new AbortController();
    const open = (x: number, y: number, target: EventTarget | null): boolean => {
      if (!(target instanceof Element) || !target.matches(".row-ground")) return false;
      // Its row is chosen first, as by a click.
      target.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      setPlace({ x, y });
      return true;
    };
    listenForPresses(document.body, open, ending.signal);
    return () => ending.abort();
  }, [isThere]);
  if (ask === null || place === null) return null;
  return (
    <ActionList
      label={words.whatIfLost}
      actions={[{ label: words.whatIfLost, obstacle: null, run: ask }]}
      at={place}
      onClose={() => setPlace(null)}
    />
  );
}
