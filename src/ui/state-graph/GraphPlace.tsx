import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { useAskedState } from "../class/use-asked-state.ts";
import { InTurn } from "../parts/InTurn.tsx";
import { useSynfin, useSynfinStore } from "../use-synfin.ts";
import { useViewIn } from "../use-views.ts";
import { StateGraph } from "./StateGraph.tsx";

/** The state graph of the connection on screen, or the view that stands in its place. */
export function GraphPlace({ analysis }: { readonly analysis: ConnectionAnalysis | null }) {
  const store = useSynfinStore();
  const position = useSynfin((state) => state.position);
  const goTo = useSynfin((state) => state.goTo);
  const instead = useViewIn("graph");
  const answerState = useAskedState();
  if (instead?.Part) {
    return <instead.Part onMissing={() => instead.view.leave?.(store.getState())} />;
  }
  return (
    analysis && (
      <InTurn frames={1}>
        <StateGraph analysis={analysis} position={position} onPosition={goTo} onState={answerState} />
      </InTurn>
    )
  );
}
