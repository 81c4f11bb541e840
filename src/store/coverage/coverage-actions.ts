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
        : (ofExamples ??= import("./arrows-of-examples.ts").then((part) => part.arrowsOfExamples(books))));
      if (taken !== null) answer({ kind: "ready", value: taken });
    } catch (error) {
      ofExamples = null;
      answer({ kind: "failed", failure: error instanceof Error ? error.message : String(error) });
    }
  }

  return {
    showCoverage: (scope) => {
      if (isVeiled(get())) set({ isRefused: true });
      else void show(scope);
    },
    hideCoverage: () => set({ coverage: null }),
  };
}
