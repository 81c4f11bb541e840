import type { Loadable } from "../loadable.ts";
import type { ArrowsTaken } from "../opened-capture.ts";

/** The arrows of all connections of the open capture, or of all examples. */
export type CoverageScope = "capture" | "examples";

export interface CoverageShown {
  readonly scope: CoverageScope;
  readonly taken: Loadable<ArrowsTaken, null, string>;
}

/** The part of the store that is about which arrows were taken. */
export interface CoveragePart {
  /** Shows the map in the place of the state graph; in a comparison, which has two, it does nothing. */
  readonly showCoverage: (scope: CoverageScope) => void;
  readonly hideCoverage: () => void;
}
