import { lazy, Suspense } from "react";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { useSynfin } from "../use-synfin.ts";

const PredictCard = lazy(async () => ({ default: (await import("./PredictCard.tsx")).PredictCard }));
const TourCard = lazy(async () => ({ default: (await import("./TourCard.tsx")).TourCard }));
const CompareCard = lazy(async () => ({ default: (await import("../compare/CompareCard.tsx")).CompareCard }));
const TourOffer = lazy(async () => ({ default: (await import("./TourOffer.tsx")).TourOffer }));

/** What the class is asked or told at the present step; nothing outside of lessons and guessing. */
export function ClassCard({ analysis }: { readonly analysis: ConnectionAnalysis | null }) {
  const prediction = useSynfin((state) => state.prediction);
  const tour = useSynfin((state) => state.tour);
  const mark = useSynfin((state) => state.compareMark);
  const offered = useSynfin((state) => state.offered);
  return <Suspense fallback={null}>{card()}</Suspense>;

  function card() {
    if (analysis === null) return null;
    if (prediction !== null) return <PredictCard prediction={prediction} analysis={analysis} />;
    if (tour !== null) return <TourCard tour={tour} analysis={analysis} />;
    if (mark !== null) return <CompareCard mark={mark} />;
    return offered === null ? null : <TourOffer />;
  }
}
