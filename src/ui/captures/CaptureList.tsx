import { lazy, Suspense } from "react";
import { useSynfin } from "../use-synfin.ts";

const Captures = lazy(async () => ({ default: (await import("./Captures.tsx")).Captures }));

/** The files that were given at once; nothing where there is nothing to choose. */
export function CaptureList() {
  const choice = useSynfin((state) => state.choice);
  if (choice === null) return null;
  return (
    <Suspense fallback={null}>
      <Captures choice={choice} />
    </Suspense>
  );
}
