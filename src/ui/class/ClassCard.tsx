import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { laterPart } from "../parts/later-part.tsx";
import { useSynfin } from "../use-synfin.ts";

const PredictCard = laterPart(async () => (await import("./PredictCard.tsx")).PredictCard);
const TourCard = laterPart(async () => (await import("./TourCard.tsx")).TourCard);
const CompareCard = laterPart(async () => (await import("../compare/CompareCard.tsx")).CompareCard);
const TourOffer = laterPart(async () => (await import("./TourOffer.tsx")).TourOffer);

/** The question or note of the present step; nothing outside of lessons and predicting. */
export function ClassCard({ analysis }: { readonly analysis: ConnectionAnalysis | null }) {
  const mode = useSynfin((state) => state.mode);
  const offered = useSynfin((state) => state.offered);
  const leave = useSynfin((state) => state.leaveMode);
  if (analysis === null) return null;
  if (mode.kind === "predicting") {
    return <PredictCard prediction={mode} analysis={analysis} onMissing={leave} />;
  }
  if (mode.kind === "touring") return <TourCard tour={mode} analysis={analysis} onMissing={leave} />;
  if (mode.kind === "comparing") return null;
  if (mode.compareMark !== null) return <CompareCard mark={mode.compareMark} />;
  return offered === null ? null : <TourOffer />;
}
