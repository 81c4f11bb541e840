import type { EndState } from "../tcp/analysis.ts";
import type { Messages } from "./messages/en.ts";

/** The state of an end in words: `A or B` where the capture does not tell which of them it is; null: not known. */
export function stateNames(
  { state, alternatives }: Pick<EndState, "state" | "alternatives">,
  { diagram }: Pick<Messages, "diagram">,
): string | null {
  const states = state === null ? alternatives : [state, ...alternatives];
  return states.length === 0 ? null : diagram.or(states);
}

/** As {@link stateNames}, for a band: the last of several names stands on a line of its own, so no line breaks within one. */
export function bandName(end: EndState, messages: Pick<Messages, "diagram">): string {
  return stateNames(end, messages)?.replace(/ (?=\S+$)/u, "\n") ?? messages.diagram.unknown;
}
