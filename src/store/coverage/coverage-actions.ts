import type { BookReader } from "../bookshelf.ts";
import type { Analyser, ArrowsTaken } from "../opened-capture.ts";
import type { SynfinState } from "../synfin-store.ts";
import { isVeiled } from "../veil.ts";
import type { CoveragePart, CoverageScope } from "./coverage.ts";

/** The actions of the coverage map. What the examples show is worked out once. */
export function coverageActions(
  set: (part: Partial<SynfinState>) => void,
  get: () => SynfinState,
  analyser: Pick<Analyser, "arrowsTaken">,
  books: BookReader,
): Omit<CoveragePart, "coverage"> {
  let ofExamples: Promise<ArrowsTaken> | null = null;

  async function show(scope: CoverageScope): Promise<void> {
    const shown = { scope, taken: { kind: "loading", progress: null } } as const;
    set({ coverage: shown });
    const answer = (taken: NonNullable<SynfinState["coverage"]>["taken"]): void => {
      if (get().coverage === shown) set({ coverage: { scope, taken } });
    };
    try {
      const taken = await (scope === "capture"
        ? analyser.arrowsTaken()
        : (ofExamples ??= arrowsOfExamples(books)));
      if (taken !== null) answer({ kind: "ready", value: taken });
    } catch (error) {
      ofExamples = null;
      answer({ kind: "failed", failure: error instanceof Error ? error.message : String(error) });
    }
  }

  return {
    showCoverage: (scope) => {
      if (isVeiled(get())) set({ notNow: "coverage" });
      else void show(scope);
    },
    hideCoverage: () => set({ coverage: null }),
  };
}

async function arrowsOfExamples(books: BookReader): Promise<ArrowsTaken> {
  const steps = new Map<string, ArrowsTaken["steps"][number]>();
  let connections = 0;
  for (const name of books.names) {
    const taken = await books.read(name, (analyser) => analyser.arrowsTaken());
    for (const step of taken?.steps ?? []) steps.set(`${step.arrow} ${step.from} ${step.to}`, step);
    connections += taken?.connections ?? 0;
  }
  return { steps: [...steps.values()], connections };
}
