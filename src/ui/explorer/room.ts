import { useSyncExternalStore } from "react";

/** A tablet, which has room for all panes but the list; explorer.css lays them out for the same condition. */
const TABLET = "(700px <= width < 1080px) and (height >= 600px)";

/** Whether all panes but the list are on screen together. */
export function useIsTablet(): boolean {
  return useSyncExternalStore(follow, isTablet, () => false);
}

function isTablet(): boolean {
  return window.matchMedia(TABLET).matches;
}

function follow(tell: () => void): () => void {
  const query = window.matchMedia(TABLET);
  query.addEventListener("change", tell);
  return () => query.removeEventListener("change", tell);
}
