import type { TcpState } from "../../tcp/state.ts";
import { useSynfin } from "../use-synfin.ts";

/** Takes a state as the answer while one is asked for; null otherwise. */
export function useAskedState(): ((state: TcpState) => void) | null {
  const answer = useSynfin((state) => (state.tour === null ? state.answer : state.answerTour));
  const asked = useSynfin(({ prediction, tour }) => {
    if (tour !== null) return tour.isAsking ? tour.question : null;
    return prediction?.phase === "asked" ? prediction.question : null;
  });
  return asked?.kind === "state" ? (state) => answer(asked.options.indexOf(state)) : null;
}
