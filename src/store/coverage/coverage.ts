import type { Loadable } from "../loadable.ts";
import type { ArrowsTaken } from "../opened-capture.ts";

/** Whose arrows: those of all connections of the open capture, or those of all examples together. */
export type CoverageScope = "capture" | "examples";

export interface CoverageShown {
  readonly scope: CoverageScope;
  readonly taken: Loadable<ArrowsTaken, null, string>;
}

/** The part of the store that is about which arrows were taken. */
export interface CoveragePart {
  /** null: the state graph shows the connection on screen. */
  readonly coverage: CoverageShown | null;
  readonly showCoverage: (scope: CoverageScope) => void;
  readonly hideCoverage: () => void;
}
