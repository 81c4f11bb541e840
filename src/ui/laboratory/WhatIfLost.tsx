import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { isOffered } from "../view.ts";
import { entryWords } from "./entry.words.ts";
import { laboratory } from "./view.ts";

/** Beside a captured segment: leads into the laboratory, which stands at the same segment then. */
export function WhatIfLost() {
  const words = useWords(entryWords);
  const isThere = useSynfin((state) => isOffered(laboratory, state) && !laboratory.isOn(state));
  const enter = useSynfin((state) => state.enterLaboratory);
  if (!isThere) return null;
  return (
    <p>
      <button type="button" className="button" onClick={() => enter({ kind: "connection" })}>
        {words.whatIfLost}
      </button>
    </p>
  );
}
