import { useEffect } from "react";
import { useSynfin } from "./use-synfin.ts";

const STEP_MILLISECONDS = 1000;

/** Steps on once a second as long as the playback runs. */
export function usePlayback(): void {
  const isPlaying = useSynfin((state) => state.isPlaying);
  const playOn = useSynfin((state) => state.playOn);
  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setInterval(playOn, STEP_MILLISECONDS);
    return () => clearInterval(timer);
  }, [isPlaying, playOn]);
}
