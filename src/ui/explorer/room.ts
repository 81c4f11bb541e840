import { useSyncExternalStore } from "react";

/** A tablet, which has room for all panes but the list; explorer.css lays them out for the same condition. */
const TABLET = "(700px <= width < 1080px) and (height >= 600px)";

/** A screen on which the list has little height; connections.css folds its head for the same condition. */
const LOW = "(height < 800px)";

/** Whether all panes but the list are on screen together. */
export function useIsTablet(): boolean {
  return useSyncExternalStore(TABLET_MEDIA.follow, TABLET_MEDIA.holds, () => false);
}

/** Whether what stands above the list begins folded. */
export function useIsLow(): boolean {
  return useSyncExternalStore(LOW_MEDIA.follow, LOW_MEDIA.holds, () => false);
}

const TABLET_MEDIA = media(TABLET);
const LOW_MEDIA = media(LOW);

function media(condition: string) {
  return {
    holds: (): boolean => window.matchMedia(condition).matches,
    follow: (tell: () => void): (() => void) => {
      const query = window.matchMedia(condition);
      query.addEventListener("change", tell);
      return () => query.removeEventListener("change", tell);
    },
  };
}
