import { useSyncExternalStore } from "react";

/** How much everything is magnified in windows of at least that width: at 1920 × 1080 no letter is below 20 px. */
const MAGNIFIED: readonly (readonly [width: number, times: number])[] = [
  [1800, 2],
  [1280, 1.6],
  [800, 1.3],
];

/** Names of states are a fortieth of the height of the picture: the last row of a hall reads them. */
const NAMES_IN_HEIGHT = 40;

interface Magnification {
  readonly times: number;
  /** Size of the letters of state names, before they are magnified; null: the usual one. */
  readonly nameSize: number | null;
}

/** The magnification for the window. A window as narrow as a phone is held in the hand. */
export function useMagnification(): Magnification {
  const size = useSyncExternalStore(follow, () => `${window.innerWidth} ${window.innerHeight}`);
  const [width = 0, height = 0] = size.split(" ").map(Number);
  const times = MAGNIFIED.find(([least]) => width >= least)?.[1];
  return times === undefined
    ? { times: 1, nameSize: null }
    : { times, nameSize: height / NAMES_IN_HEIGHT / times };
}

function follow(tell: () => void): () => void {
  window.addEventListener("resize", tell);
  return () => window.removeEventListener("resize", tell);
}
