import { outcomeFilter } from "../../store/filter/outcome-filter.ts";
import type { OpenedCapture } from "../../store/opened-capture.ts";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";

/** The capture in one line; every outcome in it is a filter. */
export function SummaryLine({
  capture: { connections, judged, outcomes },
}: {
  readonly capture: Pick<OpenedCapture, "connections" | "judged" | "outcomes">;
}) {
  const { connections: words } = useMessages();
  const filter = useSynfin((state) => state.filter);
  const filterBy = useSynfin((state) => state.filterBy);
  return (
    <p className="summary-line">
      <span>{words.total(connections.length)}</span>
      {judged < connections.length && (
        <span
          className="judging"
          role="progressbar"
          aria-label={words.judged(judged, connections.length)}
          aria-valuenow={judged}
          aria-valuemax={connections.length}
        >
          {words.judged(judged, connections.length)}
          {outcomes.length > 0 && words.semicolon}
        </span>
      )}
      {outcomes.map(({ outcome, startCaptured, count }, i) => {
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
              {words.ofOutcome(count, name)}
            </button>
            {i < outcomes.length - 1 && words.comma}
          </span>
        );
      })}
    </p>
  );
}
