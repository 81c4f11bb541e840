import type { Comparison } from "../../store/compare/comparison.ts";
import { firstDifference } from "../../store/compare/first-difference.ts";
import "./compare.css";
import { comparisonOf } from "../../store/mode.ts";
import { analysisOf } from "../../store/selectors.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { Announcer } from "../explorer/Announcer.tsx";
import { TabList } from "../parts/TabList.tsx";
import { Playback } from "../playback/Playback.tsx";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { compareWords } from "./compare.words.ts";
import { ComparedSide } from "./ComparedSide.tsx";
import { useDifferenceWords } from "./use-difference-words.ts";

interface ComparingProps {
  readonly one: ConnectionAnalysis;
  readonly comparison: Comparison;
}

/** Two connections side by side, in lockstep, and where their state paths differ. */
export function CompareView() {
  const one = useSynfin(analysisOf);
  const comparison = useSynfin(comparisonOf);
  return one && comparison && <Comparing one={one} comparison={comparison} />;
}

function Comparing({ one, comparison }: ComparingProps) {
  const words = useWords(compareWords);
  const { other, offset, example } = comparison;
  const position = useSynfin((state) => state.position);
  const goTo = useSynfin((state) => state.goTo);
  const leave = useSynfin((state) => state.leaveMode);
  const standAt = useSynfin((state) => state.standAt);
  const side = useSynfin((state) => state.side);
  const look = useSynfin((state) => state.look);
  const difference = firstDifference(one, other);
  const parting = difference === "initial" ? null : difference;
  const describe = useDifferenceWords();
  const goToDifference = (): void => {
    if (parting === null) standAt(0, 0);
    else
      standAt(parting.one?.position ?? one.segments.length, parting.other?.position ?? other.segments.length);
  };
  return (
    <div className="compare" data-side={side}>
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
      <TabList
        className="side-tabs"
        label={words.label}
        selected={side}
        onSelect={(chosen) => look({ side: chosen })}
        tabs={[
          { id: "left", label: words.leftTab, controls: "compared-left" },
          { id: "right", label: words.rightTab, controls: "compared-right" },
        ]}
      />
      <ComparedSide
        id="compared-left"
        side={words.left}
        analysis={one}
        example={null}
        position={position}
        parting={parting?.one ?? null}
        onPosition={goTo}
      />
      <ComparedSide
        id="compared-right"
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
