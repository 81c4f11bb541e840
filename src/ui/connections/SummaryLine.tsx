import { useMemo } from "react";
import { outcomeFilter } from "../../store/connection-filter.ts";
import { countOutcomes } from "../../store/connection-list.ts";
import type { ConnectionSummary } from "../../store/opened-capture.ts";
import { formatCount } from "../figures.ts";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";

/** The capture in one line; every outcome in it is a filter. */
export function SummaryLine({ connections }: { readonly connections: readonly ConnectionSummary[] }) {
  const { connections: words } = useMessages();
  const filter = useSynfin((state) => state.filter);
  const filterBy = useSynfin((state) => state.filterBy);
  const counts = useMemo(() => countOutcomes(connections), [connections]);
  return (
    <p className="summary-line">
      <span>{words.count(connections.length)}: </span>
      {counts.map(({ outcome, startCaptured, count }, i) => {
        const name = words.outcome(outcome, startCaptured);
        const own = outcomeFilter({ outcome, startCaptured });
        return (
          <span key={`${outcome} ${startCaptured}`}>
            <button
              type="button"
              className="outcome-filter"
              aria-pressed={filter === own}
              title={words.filterHint(name)}
              onClick={() => filterBy(filter === own ? "" : own)}
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
