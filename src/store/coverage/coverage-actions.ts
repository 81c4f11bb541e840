import type { BookReader } from "../bookshelf.ts";
import { exploringIn, isVeiled, refusing } from "../mode.ts";
import type { Analyser, ArrowsTaken } from "../opened-capture.ts";
import type { SynfinState } from "../synfin-state.ts";
import type { CoveragePart, CoverageScope, CoverageShown } from "./coverage.ts";

/** The actions of the coverage map. The arrows of the examples are collected once. */
export function coverageActions(
  set: (part: Partial<SynfinState>) => void,
  get: () => SynfinState,
  analyser: Pick<Analyser, "ask">,
  books: BookReader,
): CoveragePart {
  let ofExamples: Promise<ArrowsTaken> | null = null;

  async function show(scope: CoverageScope): Promise<void> {
    const coverage = { scope, taken: { kind: "loading", progress: null } } as const;
    set({ mode: { ...exploringIn(get().mode), coverage } });
    const answer = (taken: CoverageShown["taken"]): void => {
      const { mode } = get();
      if (mode.kind === "exploring" && mode.coverage === coverage)
        set({ mode: { ...mode, coverage: { scope, taken } } });
    };
    try {
      const taken = await (scope === "capture"
        ? analyser.ask("arrowsTaken")
        : (ofExamples ??= arrowsOfExamples(books)));
      if (taken !== null) answer({ kind: "ready", value: taken });
    } catch (error) {
      ofExamples = null;
      answer({ kind: "failed", failure: error instanceof Error ? error.message : String(error) });
    }
  }

  return {
    showCoverage: (scope) => {
      const { mode } = get();
      if (isVeiled({ mode })) set({ mode: refusing(mode, true) });
      else if (mode.kind !== "comparing") void show(scope);
    },
    hideCoverage: () => {
      const { mode } = get();
      if (mode.kind === "exploring") set({ mode: { ...mode, coverage: null } });
    },
  };
}

/** Collects the arrows that all examples take together, opening one after the other. */
async function arrowsOfExamples(books: BookReader): Promise<ArrowsTaken> {
  const steps = new Map<string, ArrowsTaken["steps"][number]>();
  let connections = 0;
  for (const name of books.names) {
    const taken = await books.read(name, (analyser) => analyser.ask("arrowsTaken"));
    for (const step of taken?.steps ?? []) steps.set(`${step.arrow} ${step.from} ${step.to}`, step);
    connections += taken?.connections ?? 0;
  }
  return { steps: [...steps.values()], connections };
}
