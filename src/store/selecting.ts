import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import { placeOf } from "./find-line.ts";
import type { LinkView } from "./link-text.ts";
import { type Loadable, valueOf } from "./loadable.ts";
import { LookAhead } from "./look-ahead.ts";
import { NO_CLASS } from "./no-classroom.ts";
import type { Analyser, ConnectionSummary } from "./opened-capture.ts";
import { faultOf, isStopped, messageOf, refused } from "./opening-failure.ts";
import type { SynfinState } from "./synfin-store.ts";
import { isVeiled } from "./veil.ts";

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

/** Asks for the analysis of a connection and shows it as a link wants it; a late answer is dropped. */
export type Select = (connection: number, view?: LinkView) => Promise<void>;

/** The actions of selecting, and what other actions select with. */
export function selectingActions(
  set: (part: Partial<SynfinState> | ((state: SynfinState) => Partial<SynfinState>)) => void,
  get: () => SynfinState,
  analyser: Analyser,
): { readonly select: Select; readonly actions: Omit<SelectingPart, "selection"> } {
  const ahead = new LookAhead(analyser);

  async function select(connection: number, { step, view }: LinkView = {}): Promise<void> {
    const before = shownAnalysisOf(get().selection);
    const known = ahead.take(connection, get().lastOpened);
    const selection: Selection = { connection, analysis: { kind: "loading", progress: before } };
    set({ selection, isPlaying: false, marked: null, ...NO_CLASS });
    const answer = (analysis: Selection["analysis"]): void => {
      if (get().selection === selection) set({ selection: { connection, analysis }, position: 0 });
    };
    try {
      const analysis = known ?? (await analyser.analyse(connection));
      if (analysis !== null) answer({ kind: "ready", value: analysis });
      if (get().selection?.analysis.kind !== "ready" || get().selection?.connection !== connection) return;
      if (step !== undefined) get().goTo(step);
      if (view === "predict" && get().prediction === null) get().togglePredicting();
    } catch (error) {
      const { capture } = get();
      if (isStopped(error) && capture.kind === "ready") set(refused(faultOf(capture.value.name, error)));
      else answer({ kind: "failed", failure: messageOf(error) });
    }
  }

  async function selectAndPrepare(connection: number, next: ConnectionSummary | undefined): Promise<void> {
    await select(connection);
    const { capture, lastOpened, selection } = get();
    const isJudged = valueOf(capture)?.judged === valueOf(capture)?.connections.length;
    if (next && isJudged && selection?.connection === connection) ahead.prepare(next, lastOpened);
  }

  const actions = {
    selectConnection: (connection: number) => {
      if (connection !== get().selection?.connection) void select(connection);
    },
    moveSelection: (by: number) => {
      const { selection, listed } = get();
      // The list is hidden.
      if (isVeiled(get())) return;
      const at = selection ? placeOf(listed, selection.connection) : -1;
      const to = at < 0 ? 0 : Math.max(0, Math.min(at + by, listed.length - 1));
      const next = listed.at(to);
      if (!next || next.id === selection?.connection) return;
      // Who goes down the list goes on.
      void selectAndPrepare(next.id, listed.at(to + Math.sign(by)));
    },
  };
  return { select, actions };
}

/** What is on screen of a selection: its analysis, or the one before while it is on its way. */
export function shownAnalysisOf(selection: Selection | null): ConnectionAnalysis | null {
  if (selection?.analysis.kind === "loading") return selection.analysis.progress;
  return selection && valueOf(selection.analysis);
}
