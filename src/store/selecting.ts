import { placeOf } from "./find-line.ts";
import { valueOf } from "./loadable.ts";
import { LookAhead } from "./look-ahead.ts";
import { entering, exploringIn, isVeiled } from "./mode.ts";
import type { Analyser, ConnectionSummary } from "./opened-capture.ts";
import { faultOf, isStopped, messageOf, refused } from "./opening-failure.ts";
import { type Selection, type SelectingPart, shownAnalysisOf, type Step } from "./selection.ts";
import type { SynfinState } from "./synfin-state.ts";

/** Requests the analysis of a connection and shows it as a link asks; a late answer is dropped. */
export type Select = (connection: number, view?: { readonly step?: Step }) => Promise<void>;

/** The actions of selecting, and the function by which other actions select. */
export function selectingActions(
  set: (part: Partial<SynfinState> | ((state: SynfinState) => Partial<SynfinState>)) => void,
  get: () => SynfinState,
  analyser: Analyser,
): { readonly select: Select; readonly actions: Omit<SelectingPart, "selection"> } {
  const ahead = new LookAhead(analyser);

  async function select(connection: number, { step }: { readonly step?: Step } = {}): Promise<void> {
    const { mode, lastOpened, selection: before } = get();
    const known = ahead.take(connection, lastOpened);
    const analysing = { kind: "loading", progress: shownAnalysisOf(before) } as const;
    const selection: Selection = { connection, analysis: analysing };
    set({ ...entering(mode.kind === "veiled" && before === null ? mode : exploringIn(mode)), selection });
    const answer = (analysis: Selection["analysis"]): void => {
      if (get().selection === selection) set({ selection: { connection, analysis }, position: 0 });
    };
    try {
      const analysis = known ?? (await analyser.ask("analyse", connection));
      const veiled = get().mode.kind === "veiled" && (await analyser.ask("analyse", connection, 0));
      const { mode: now } = get();
      // The veil may have been lifted meanwhile.
      if (veiled && now.kind === "veiled" && get().selection === selection) {
        set({ mode: { ...now, whole: analysis } });
        answer({ kind: "ready", value: veiled });
      } else if (analysis !== null) answer({ kind: "ready", value: analysis });
      if (get().selection?.analysis.kind !== "ready" || get().selection?.connection !== connection) return;
      go(step);
    } catch (error) {
      const { capture } = get();
      if (isStopped(error) && capture.kind === "ready") set(refused(faultOf(capture.value.name, error)));
      else answer({ kind: "failed", failure: messageOf(error) });
    }
  }

  function go(step: Step | undefined): void {
    const analysis = shownAnalysisOf(get().selection);
    if (step !== undefined && analysis) get().goTo(typeof step === "function" ? step(analysis) : step);
  }

  async function selectAndPrepare(connection: number, next: ConnectionSummary | undefined): Promise<void> {
    await select(connection);
    const { capture, lastOpened, selection } = get();
    const isJudged = valueOf(capture)?.judged === valueOf(capture)?.connections.length;
    if (next && isJudged && selection?.connection === connection) ahead.prepare(next, lastOpened);
  }

  const actions = {
    selectConnection: (connection: number, step?: Step) => {
      if (connection !== get().selection?.connection)
        void select(connection, step === undefined ? {} : { step });
      else go(step);
    },
    findFrame: async (frame: number) => (await analyser.ask("placeOfFrame", frame))?.place ?? null,
    moveSelection: (by: number) => {
      const { selection, listed } = get();
      // The list is hidden.
      if (isVeiled(get())) return;
      const at = selection ? placeOf(listed, selection.connection) : -1;
      const to = at < 0 ? 0 : Math.max(0, Math.min(at + by, listed.length - 1));
      const next = listed.at(to);
      if (!next || next.id === selection?.connection) return;
      // A person who goes down the list will probably go on.
      void selectAndPrepare(next.id, listed.at(to + Math.sign(by)));
    },
  };
  return { select, actions };
}
