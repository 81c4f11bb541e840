import { useEffect } from "react";
import { preloadTour } from "../../store/tour/preload-tour.ts";
import { useSynfin } from "../use-synfin.ts";

/** Loads everything that a lesson needs as soon as it is offered: the network may be gone when the class begins. */
export function usePreload(): void {
  const offered = useSynfin((state) => state.offered);
  const language = useSynfin((state) => state.language);
  useEffect(() => {
    if (offered === null) return;
    const parts = [
      offered.load(language),
      preloadTour(),
      import("./TourCard.tsx"),
      import("../lecture/LectureView.tsx"),
    ];
    // A part that cannot be loaded now is tried again when it is needed.
    for (const part of parts) part.catch(() => undefined);
  }, [offered, language]);
}
