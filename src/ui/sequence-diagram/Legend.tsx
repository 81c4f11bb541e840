import { memo, useMemo } from "react";
import { type Appearance, appearances } from "../../diagram/sequence/appearances.ts";
import { crossPath, headPath, linePath, neckOf, type Point } from "../../diagram/sequence/arrow-path.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { arrow } from "../../tcp/arrows.ts";
import { useWords } from "../use-words.ts";
import { diagramWords } from "./diagram.words.ts";
import type { Layer } from "./layer.ts";

interface LegendProps {
  readonly analysis: ConnectionAnalysis;
  readonly layers: readonly Layer[];
}

/** Explains the looks that occur in this drawing. */
export const Legend = memo(function Legend({ analysis, layers }: LegendProps) {
  const diagram = useWords(diagramWords);
  const { legend } = diagram;
  const shown = useMemo(() => appearances(analysis), [analysis]);
  const hasCalls = analysis.moves.some((move) => arrow(move.arrow).call !== null);
  return (
    <ul className="legend" aria-label={legend.label}>
      {shown.bands.map((basis) => (
        <li key={basis}>
          <span
            className={`state-band ${basis === "unknown" ? "phase-unknown" : "phase-open"}`}
            data-basis={basis === "clock" ? "predicted" : basis}
          >
            {legend.bands[basis]}
          </span>
        </li>
      ))}
      {hasCalls && (
        <li>
          <span className="inferred-call">close()</span>
          {legend.call}
        </li>
      )}
      {shown.arrows.map((look) => (
        <li key={look}>
          <Sample look={look} />
          {legend.fates[look]}
        </li>
      ))}
      {hasLateArrivals(analysis) && !layers.some(({ tellsTimes }) => tellsTimes) && <li>{legend.times}</li>}
      {layers.map((layer) => layer.Legend && <layer.Legend key={layer.name} />)}
    </ul>
  );
});

/** If segments arrive in later rows, the legend says whose clock the times are. */
function hasLateArrivals({ arrivesAt }: ConnectionAnalysis): boolean {
  return arrivesAt.some((arrival, index) => arrival > index + 1);
}

const START: Point = [1, 3];
const TIP: Point = [29, 9];
const MIDDLE: Point = [17, 6.4];
const SHORT: Point = [20, 7.1];

/** The fate whose style a sample shows. */
const FATE: Record<Appearance, string> = {
  assumed: "assumed",
  lost: "lost",
  doubtful: "lost-or-ignored",
  duplicate: "duplicate",
  unknown: "unknown",
  "no-answer": "no-answer",
  "lost-or-late": "lost-or-late",
};

function Sample({ look }: { readonly look: Appearance }) {
  const isLost = look === "lost" || look === "doubtful";
  const isFading = look === "no-answer" || look === "lost-or-late";
  const tip = look === "unknown" ? SHORT : TIP;
  const end = isLost ? MIDDLE : isFading ? TIP : neckOf(START, tip);
  return (
    <svg viewBox="0 0 30 12" aria-hidden="true" focusable="false">
      <g className="segment-arrow" data-fate={FATE[look]}>
        <path className="way" d={linePath([START, end])} pathLength={isFading ? 100 : undefined} />
        {!isLost && !isFading && <path className="head" d={headPath(START, tip)} />}
        {isLost && <path className="cross" d={crossPath(MIDDLE, 3.5)} />}
        {(look === "doubtful" || look === "unknown") && (
          <text className="doubt" x={26} y={10}>
            ?
          </text>
        )}
      </g>
    </svg>
  );
}
