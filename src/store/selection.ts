import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import { type Loadable, valueOf } from "./loadable.ts";

/** The connection on screen. */
export interface Selection {
  readonly connection: number;
  /**
   * While it is on its way, the connection that was on screen before stays there, so that nothing flickers. Fails
   * only through a fault of ours; then the message says which.
   */
  readonly analysis: Loadable<ConnectionAnalysis, ConnectionAnalysis | null, string>;
}

export interface SelectingPart {
  readonly selection: Selection | null;
  readonly selectConnection: (connection: number) => void;
  /** Selects the connection `by` lines further down the list as it is filtered and sorted. */
  readonly moveSelection: (by: number) => void;
}

/** What is on screen of a selection: its analysis, or the one before while it is on its way. */
export function shownAnalysisOf(selection: Selection | null): ConnectionAnalysis | null {
  if (selection?.analysis.kind === "loading") return selection.analysis.progress;
  return selection && valueOf(selection.analysis);
}
