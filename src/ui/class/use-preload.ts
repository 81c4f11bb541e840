import { useContext, useEffect } from "react";
import { preloadTour } from "../../store/tour/preload-tour.ts";
import { useSynfin } from "../use-synfin.ts";
import { ViewsContext } from "../use-views.ts";

/** Loads everything that a lesson needs as soon as it is offered: the network may be gone when the class begins. */
export function usePreload(): void {
  const views = useContext(ViewsContext);
  const offered = useSynfin((state) => state.offered);
  const language = useSynfin((state) => state.language);
  useEffect(() => {
    if (offered === null) return;
    // What cannot be loaded now is tried again when it is needed.
    for (const loading of [offered.load(language), preloadTour()]) loading.catch(() => undefined);
    for (const { view, Part } of views) if (view.future !== "tells") Part?.preload();
  }, [views, offered, language]);
}
