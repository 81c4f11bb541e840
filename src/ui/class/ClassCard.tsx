import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { useSynfin } from "../use-synfin.ts";
import { useViewIn, useWaitingView } from "../use-views.ts";

/** The card in the foot: the question or note of the present step, or what waits to begin. */
export function ClassCard({ analysis }: { readonly analysis: ConnectionAnalysis | null }) {
  const shown = useViewIn("card");
  const waiting = useWaitingView();
  const leave = useSynfin((state) => state.leaveMode);
  if (analysis === null) return null;
  if (shown?.Part) return <shown.Part analysis={analysis} onMissing={leave} />;
  return waiting?.Waiting && <waiting.Waiting analysis={analysis} />;
}
