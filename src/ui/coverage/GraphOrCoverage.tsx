import { coverageOf } from "../../store/mode.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { useAskedState } from "../class/use-asked-state.ts";
import { laterPart } from "../parts/later-part.tsx";
import { StateGraph } from "../state-graph/StateGraph.tsx";
import { useSynfin } from "../use-synfin.ts";

const CoverageMap = laterPart(async () => (await import("./CoverageMap.tsx")).CoverageMap);

/** The state graph of the connection on screen, or the map of the arrows taken instead. */
export function GraphOrCoverage({ analysis }: { readonly analysis: ConnectionAnalysis | null }) {
  const position = useSynfin((state) => state.position);
  const goTo = useSynfin((state) => state.goTo);
  const coverage = useSynfin(coverageOf);
  const answerState = useAskedState();
  const hideCoverage = useSynfin((state) => state.hideCoverage);
  if (coverage !== null) return <CoverageMap shown={coverage} onMissing={hideCoverage} />;
  return (
    analysis && <StateGraph analysis={analysis} position={position} onPosition={goTo} onState={answerState} />
  );
}
