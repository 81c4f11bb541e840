import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { BookReader } from "../bookshelf.ts";
import { entering, exploringIn, isStill, isVeiled, refusing } from "../mode.ts";
import type { Analyser } from "../opened-capture.ts";
import type { SynfinState } from "../synfin-state.ts";
import type { ComparisonPart } from "./comparison.ts";

/** The actions of comparing. */
export function comparisonActions(
  set: (part: Partial<SynfinState>) => void,
  get: () => SynfinState,
  analyser: Pick<Analyser, "ask">,
  books: BookReader,
): ComparisonPart {
  async function begin(example: string | null, ask: () => Promise<ConnectionAnalysis | null>): Promise<void> {
    const { selection, mode } = get();
    const other = await ask();
    const isSame = get().selection?.connection === selection?.connection && isStill(get().mode, mode);
    if (other === null || !isSame) return;
    set(entering({ kind: "comparing", other, example, offset: 0 }));
  }

  /** Says so, if what is compared would tell more than the class may see. */
  function isRefused(): boolean {
    const { mode } = get();
    if (isVeiled({ mode })) set({ mode: refusing(mode, true) });
    return isVeiled({ mode });
  }

  return {
    compare: () => {
      const { selection, mode } = get();
      if (selection === null || mode.kind === "comparing" || isRefused()) return;
      const exploring = exploringIn(mode);
      const { compareMark } = exploring;
      const { connection } = selection;
      if (compareMark === null) set({ mode: { ...exploring, compareMark: connection } });
      else if (compareMark === connection) set({ mode: { ...exploring, compareMark: null } });
      else void begin(null, () => analyser.ask("analyse", compareMark));
    },
    compareWithExample: (name) => {
      if (!isRefused()) void begin(name, () => books.read(name, (reader) => reader.ask("analyse", 0)));
    },
    standAt: (position, otherPosition) => {
      const { mode } = get();
      if (mode.kind === "comparing") set({ position, mode: { ...mode, offset: otherPosition - position } });
    },
  };
}
