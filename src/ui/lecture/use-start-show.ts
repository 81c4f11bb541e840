import { useEffect } from "react";
import { useSynfinStore } from "../use-synfin.ts";

/**
 * Takes F5, which many clickers send to start a show: the lecture goes to its beginning, and the page is not loaded
 * again.
 */
export function useStartShow(): void {
  const store = useSynfinStore();
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== "F5" || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      const { mode, startTour, goTo } = store.getState();
      if (mode.kind === "touring") startTour();
      else goTo(0);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [store]);
}
