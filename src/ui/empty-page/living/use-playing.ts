import { useEffect, useState } from "react";

/** One segment takes so long, in milliseconds; at the end the picture stays for some of them. */
const PACE = 1100;
const REST = 4;

interface Playing {
  /** Index of the frame on screen. */
  readonly at: number;
  readonly isPlaying: boolean;
  readonly toggle: () => void;
}

/**
 * Plays so many frames over and over, from the first segment on: the frame before it shows nothing that is known. Who
 * wants less motion gets the last one, and no more.
 */
export function usePlaying(frames: number): Playing {
  const [isStill] = useState(() => window.matchMedia("(prefers-reduced-motion: reduce)").matches);
  const [isPlaying, setPlaying] = useState(!isStill);
  const [beat, setBeat] = useState(0);
  useEffect(() => {
    if (!isPlaying || frames === 0) return undefined;
    const timer = setInterval(() => {
      if (!document.hidden) setBeat((before) => (before + 1) % (frames - 1 + REST));
    }, PACE);
    return () => clearInterval(timer);
  }, [isPlaying, frames]);
  const last = Math.max(frames - 1, 0);
  const isUntouched = isStill && beat === 0;
  return {
    at: isUntouched ? last : Math.min(beat + 1, last),
    isPlaying,
    toggle: () => setPlaying(!isPlaying),
  };
}
