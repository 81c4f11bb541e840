import { lazy, Suspense } from "react";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { useSynfin } from "../use-synfin.ts";

const PredictCard = lazy(async () => ({ default: (await import("./PredictCard.tsx")).PredictCard }));

/** What the class is asked or told at the present step; nothing outside of lessons and guessing. */
export function ClassCard({ analysis }: { readonly analysis: ConnectionAnalysis | null }) {
  const prediction = useSynfin((state) => state.prediction);
  return (
    <Suspense fallback={null}>
      {prediction !== null && analysis !== null && (
        <PredictCard prediction={prediction} analysis={analysis} />
      )}
    </Suspense>
  );
}
