import { numbersShownOf } from "../../store/selectors.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { useSynfin } from "../use-synfin.ts";
import { SequenceDiagram } from "./SequenceDiagram.tsx";

interface PresentDiagramProps {
  readonly analysis: ConnectionAnalysis;
  /** Size of the letters of state names; absent: the usual one. CSS pixels. */
  readonly nameSize?: number | null;
}

/**
 * The diagram at the playhead, which it moves. A component of its own, so that a step does not render the rest of the
 * page.
 */
export function PresentDiagram({ analysis, nameSize = null }: PresentDiagramProps) {
  const position = useSynfin((state) => state.position);
  const numbers = useSynfin(numbersShownOf);
  const goTo = useSynfin((state) => state.goTo);
  const timeScale = useSynfin((state) => state.timeScale);
  return (
    <SequenceDiagram
      analysis={analysis}
      position={position}
      numbers={numbers}
      scale={timeScale}
      onPosition={goTo}
      isExplored
      nameSize={nameSize}
    />
  );
}
