import { outcomeFilter } from "../../store/filter/outcome-filter.ts";
import type { OpenedCapture } from "../../store/opened-capture.ts";
import { punctuation } from "../parts/punctuation.words.ts";
import { useSynfin } from "../use-synfin.ts";
import { useLanguage, useWords } from "../use-words.ts";
import { connectionsWords } from "./connections.words.ts";
import { wordOutcome } from "./word-outcome.ts";

/** The capture in one line; every outcome in it is a filter. */
export function SummaryLine({
  capture: { connections, judged, outcomes },
}: {
  readonly capture: Pick<OpenedCapture, "connections" | "judged" | "outcomes">;
}) {
  const words = useWords(connectionsWords);
  const { comma, semicolon } = useWords(punctuation);
  const language = useLanguage();
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
          {outcomes.length > 0 && semicolon}
        </span>
      )}
      {outcomes.map(({ outcome, startCaptured, count }, i) => {
        const name = wordOutcome(outcome, startCaptured, language);
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
            {i < outcomes.length - 1 && comma}
          </span>
        );
      })}
    </p>
  );
}
