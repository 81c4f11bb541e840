import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { punctuation } from "../parts/punctuation.words.ts";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { overviewWords } from "./overview.words.ts";

/** What a tab shows before the first segment: the way to the segment that the outcome rests on. */
export function NoSegmentYet({
  analysis: { verdict },
  text,
}: {
  readonly analysis: ConnectionAnalysis;
  readonly text: string;
}) {
  const overview = useWords(overviewWords);
  const { colon } = useWords(punctuation);
  const goTo = useSynfin((state) => state.goTo);
  const last = verdict.evidence.at(-1);
  return (
    <>
      <p className="segment-title">{text}</p>
      {last !== undefined && (
        <button type="button" className="button" onClick={() => goTo(last)}>
          {overview.evidence}
          {colon}
          {overview.goTo(last)}
        </button>
      )}
    </>
  );
}
