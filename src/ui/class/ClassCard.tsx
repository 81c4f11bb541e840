import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { laterPart } from "../parts/later-part.tsx";
import { useSynfin } from "../use-synfin.ts";

const PredictCard = laterPart(async () => (await import("./PredictCard.tsx")).PredictCard);
const TourCard = laterPart(async () => (await import("./TourCard.tsx")).TourCard);
const CompareCard = laterPart(async () => (await import("../compare/CompareCard.tsx")).CompareCard);
const TourOffer = laterPart(async () => (await import("./TourOffer.tsx")).TourOffer);

/** What the class is asked or told at the present step; nothing outside of lessons and guessing. */
export function ClassCard({ analysis }: { readonly analysis: ConnectionAnalysis | null }) {
  const prediction = useSynfin((state) => state.prediction);
  const tour = useSynfin((state) => state.tour);
  const mark = useSynfin((state) => state.compareMark);
  const offered = useSynfin((state) => state.offered);
  const togglePredicting = useSynfin((state) => state.togglePredicting);
  const leaveTour = useSynfin((state) => state.leaveTour);
  if (analysis === null) return null;
  if (prediction !== null) {
    return <PredictCard prediction={prediction} analysis={analysis} onMissing={togglePredicting} />;
  }
  if (tour !== null) return <TourCard tour={tour} analysis={analysis} onMissing={leaveTour} />;
  if (mark !== null) return <CompareCard mark={mark} />;
  return offered === null ? null : <TourOffer />;
}
