import { useSyncExternalStore } from "react";
import { SCREENS } from "../styles/screens.ts";

/** Whether all panes but the list are on screen together. */
export function useIsTablet(): boolean {
  return useSyncExternalStore(TABLET_MEDIA.follow, TABLET_MEDIA.holds, () => false);
}

/** Whether what stands above the list begins folded. */
export function useIsLow(): boolean {
  return useSyncExternalStore(LOW_MEDIA.follow, LOW_MEDIA.holds, () => false);
}

const TABLET_MEDIA = media(SCREENS.tablet);
const LOW_MEDIA = media(SCREENS.low);

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
