import { useMemo } from "react";
import { countOutcomes, type OutcomeClass } from "../../store/connection-list.ts";
import type { ConnectionSummary } from "../../store/opened-capture.ts";
import { formatCount } from "../figures.ts";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";

/** The capture in one line; every outcome in it is a filter. */
export function SummaryLine({ connections }: { readonly connections: readonly ConnectionSummary[] }) {
  const { connections: words } = useMessages();
  const filter = useSynfin((state) => state.filter);
  const toggleFilter = useSynfin((state) => state.toggleFilter);
  const counts = useMemo(() => countOutcomes(connections), [connections]);
  return (
    <p className="summary-line">
      <span>{words.count(connections.length)}: </span>
      {counts.map(({ outcome, startCaptured, count }, i) => {
        const name = words.outcome(outcome, startCaptured);
        return (
          <span key={`${outcome} ${startCaptured}`}>
            <button
              type="button"
              className="outcome-filter"
              aria-pressed={isSame(filter, { outcome, startCaptured })}
              title={words.filterHint(name)}
              onClick={() => toggleFilter({ outcome, startCaptured })}
            >
              {formatCount(count)} {name}
            </button>
            {i < counts.length - 1 && ", "}
          </span>
        );
      })}
    </p>
  );
}

function isSame(a: OutcomeClass | null, b: OutcomeClass): boolean {
  return a !== null && a.outcome === b.outcome && a.startCaptured === b.startCaptured;
}
