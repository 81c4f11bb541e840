import { useEffect, useReducer } from "react";
import { phaseOf } from "../store/selectors.ts";
import { useSynfin } from "./use-synfin.ts";

/**
 * Renders a component and what is in it once more when a capture was closed. React keeps what a component rendered the
 * last time but one, and with it the capture: tens of megabytes, until something else is shown.
 */
export function useLettingGo(): void {
  const isEmpty = useSynfin((state) => phaseOf(state) === "empty");
  const [, renderAgain] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    if (isEmpty) renderAgain();
  }, [isEmpty]);
}
