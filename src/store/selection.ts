import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import type { Position } from "../tcp/position.ts";
import type { FindFrame } from "./connection-list.ts";
import { type Loadable, valueOf } from "./loadable.ts";

/** The connection on screen. */
export interface Selection {
  readonly connection: number;
  /**
   * While it is loading, the connection before it stays on screen, so that nothing flickers. It fails only by a fault
   * of Synfin, which the message names.
   */
  readonly analysis: Loadable<ConnectionAnalysis, ConnectionAnalysis | null, string>;
}

/** A segment, or how to find it in the connection. */
export type Step = Position | ((analysis: ConnectionAnalysis) => Position);

export interface SelectingPart {
  readonly selection: Selection | null;
  /** @param step the segment to go to; without one, a connection that is not on screen begins before its first */
  readonly selectConnection: (connection: number, step?: Step) => void;
  /** Where the segment of a record of the file stands. Rejects where the worker stopped. */
  readonly findFrame: FindFrame;
  /** Selects the connection `by` lines further down the filtered and sorted list. */
  readonly moveSelection: (by: number) => void;
}

/** The analysis on screen: that of the selection, or the one before while it is loading. */
export function shownAnalysisOf(selection: Selection | null): ConnectionAnalysis | null {
  if (selection?.analysis.kind === "loading") return selection.analysis.progress;
  return selection && valueOf(selection.analysis);
}
