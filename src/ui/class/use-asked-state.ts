import { questionAskedIn } from "../../store/mode.ts";
import type { TcpState } from "../../tcp/state.ts";
import { useSynfin } from "../use-synfin.ts";

/** Takes a state as the answer while one is asked for; null otherwise. */
export function useAskedState(): ((state: TcpState) => void) | null {
  const answer = useSynfin((state) => state.answer);
  const asked = useSynfin(questionAskedIn);
  return asked?.kind === "state" ? (state) => answer(asked.options.indexOf(state)) : null;
}
