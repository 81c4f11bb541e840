import { useEffect } from "react";
import type { Laboratory } from "../../store/laboratory/laboratory.ts";
import { useSynfin } from "../use-synfin.ts";

/** What acts on the run on screen; null until it is there. A script that was opened like a capture brings none. */
export function useLaboratory(): Laboratory | null {
  const laboratory = useSynfin((state) => state.laboratory);
  const enter = useSynfin((state) => state.enterLaboratory);
  useEffect(() => {
    if (laboratory === null) enter({ kind: "opened" });
  }, [laboratory, enter]);
  return laboratory;
}
