import { useEffect } from "react";
import { useSynfin } from "../use-synfin.ts";

/**
 * Fills the screen as long as the lecture view is open, if the browser allows it. Leaving full screen (Esc, of which
 * the page gets no key event) leaves the lecture.
 */
export function useFullScreen(): void {
  const present = useSynfin((state) => state.present);
  useEffect(() => {
    const root = document.documentElement;
    let wasFull = false;
    const change = (): void => {
      if (document.fullscreenElement !== null) wasFull = true;
      else if (wasFull) present(false);
    };
    document.addEventListener("fullscreenchange", change);
    // Not every browser has it, and it may be forbidden: the lecture works without. A browser allows it for some seconds
    // after a key or a click; on a slow machine the view can be later.
    if (navigator.userActivation?.isActive) root.requestFullscreen?.().catch(() => undefined);
    return () => {
      document.removeEventListener("fullscreenchange", change);
      if (document.fullscreenElement !== null) document.exitFullscreen().catch(() => undefined);
    };
  }, [present]);
}
