import "./compare.css";
import type { Comparison } from "../../store/compare/comparison.ts";
import { firstDifference } from "../../store/compare/first-difference.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { Announcer } from "../explorer/Announcer.tsx";
import { Playback } from "../playback/Playback.tsx";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";
import { ComparedSide } from "./ComparedSide.tsx";
import { useDifferenceWords } from "./use-difference-words.ts";

interface CompareViewProps {
  readonly one: ConnectionAnalysis;
  readonly comparison: Comparison;
}

/** Two connections side by side, in lockstep, and where their ways through the states part. */
export function CompareView({ one, comparison }: CompareViewProps) {
  const { compare: words } = useMessages();
  const { other, offset, example } = comparison;
  const position = useSynfin((state) => state.position);
  const goTo = useSynfin((state) => state.goTo);
  const leave = useSynfin((state) => state.leaveComparison);
  const goToDifference = useSynfin((state) => state.goToDifference);
  const difference = firstDifference(one, other);
  const parting = difference === "initial" ? null : difference;
  const describe = useDifferenceWords();
  return (
    <div className="compare">
      <header className="compare-head">
        <p>{describe(difference)}</p>
        {difference !== null && (
          <button type="button" className="button" onClick={goToDifference}>
            {words.goThere}
          </button>
        )}
        <button type="button" className="button" onClick={leave}>
          {words.leave}
        </button>
      </header>
      <ComparedSide
        side={words.left}
        analysis={one}
        example={null}
        position={position}
        parting={parting?.one ?? null}
        onPosition={goTo}
      />
      <ComparedSide
        side={words.right}
        analysis={other}
        example={example}
        position={position + offset}
        parting={parting?.other ?? null}
        onPosition={(at) => goTo(at - offset)}
      />
      <div className="compare-foot">
        <Playback analysis={one} />
      </div>
      <Announcer analysis={one} />
    </div>
  );
}
