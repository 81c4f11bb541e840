import type { BookReader } from "../bookshelf.ts";
import type { Analyser } from "../opened-capture.ts";
import type { SynfinState } from "../synfin-store.ts";
import { isVeiled } from "../veil.ts";
import type { ComparisonPart } from "./comparison.ts";

/** The actions of comparing. */
export function comparisonActions(
  set: (part: Partial<SynfinState>) => void,
  get: () => SynfinState,
  analyser: Pick<Analyser, "analyse">,
  books: BookReader,
): Omit<ComparisonPart, "compareMark" | "comparison"> {
  async function begin(
    example: string | null,
    ask: () => Promise<Awaited<ReturnType<Analyser["analyse"]>>>,
  ): Promise<void> {
    const { selection } = get();
    const other = await ask();
    const isStill = get().selection?.connection === selection?.connection && get().prediction === null;
    if (other === null || !isStill) return;
    set({
      comparison: { other, example, offset: 0 },
      compareMark: null,
      tour: null,
      offered: null,
      position: 0,
      isPlaying: false,
      marked: null,
    });
  }

  return {
    compare: () => {
      const { selection, compareMark, comparison } = get();
      if (selection === null || comparison !== null) return;
      if (isVeiled(get())) set({ isRefused: true });
      else if (compareMark === null) set({ compareMark: selection.connection });
      else if (compareMark === selection.connection) set({ compareMark: null });
      else void begin(null, () => analyser.analyse(compareMark));
    },
    compareWithExample: (name) => void begin(name, () => books.read(name, (reader) => reader.analyse(0))),
    leaveComparison: () => {
      set({ comparison: null, compareMark: null });
      // The other one may have been longer.
      get().goTo(get().position);
    },
    standAt: (position, otherPosition) => {
      const { comparison } = get();
      if (comparison === null) return;
      set({ position, comparison: { ...comparison, offset: otherPosition - position } });
    },
  };
}
