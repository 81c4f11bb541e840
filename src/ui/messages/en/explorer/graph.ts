import type { Basis, TcpState } from "../../../../tcp/state.ts";

/** Said after a step that no segment proves. */
const bases: Partial<Record<Basis, string>> = {
  assumed: " (assumed)",
  gap: " (inferred)",
  timer: " (by a clock)",
  predicted: " (predicted)",
};

function named(state: string | null): string {
  return state ?? "a state that cannot be known";
}

/** `client at segments 4 and 9`; 0 is the start. */
function passage(end: string, positions: readonly number[]): string[] {
  const segments = positions.filter((position) => position > 0);
  const parts = positions[0] === 0 ? [`${end} from the start`] : [];
  if (segments.length > 0)
    parts.push(`${end} at ${segments.length === 1 ? "segment" : "segments"} ${segments.join(" and ")}`);
  return parts;
}

function passages(client: readonly number[], server: readonly number[]): string {
  return [...passage("client", client), ...passage("server", server)].join(", ");
}

/** The state graph and its equivalent in words. */
export const graph = {
  label: (client: string | null, server: string | null) =>
    `State graph: the client is in ${named(client)}, the server in ${named(server)}`,
  notKnown: "not known",
  /** The letter on each end's token. */
  token: { client: "C", server: "S" },
  /** Why there are two boxes of CLOSED: beside each, and for those who do not see them. */
  closedTwice: {
    start: "at the start",
    end: "at the end",
    why: "CLOSED stands here twice, as in figure 5 of RFC 9293: where a connection begins, and where it ends.",
  },
  edge: (from: TcpState | null, to: TcpState | null) => `${named(from)} to ${named(to)}`,
  enter: (state: string, client: readonly number[], server: readonly number[]) =>
    `${state}: ${passages(client, server)}. Go to the next`,
  take: (edge: string, client: readonly number[], server: readonly number[]) =>
    `${edge}: ${passages(client, server)}. Go to the next`,
  answer: (state: TcpState) => `Answer ${state}`,
  marked: {
    label: "Marked segments",
    previous: "Previous marked segment (M)",
    next: "Next marked segment (m)",
    clear: "Take the marks away (Esc)",
    /** @param at which of the marked segments is the present one; 0: none of them */
    count: (at: number, all: number) => (at === 0 ? `${all} marked` : `${at} of ${all}`),
  },
  wayOf: (end: string) => `${end}'s way through the states`,
  begins: (state: TcpState | null) => `Begins in ${named(state)}`,
  /** @param to names both states if the capture does not tell which; basis is null then */
  step: (position: number, to: string | null, cause: string, basis: Basis | null) =>
    `Segment ${position}: to ${named(to)}, ${cause}${(basis && bases[basis]) ?? ""}`,
};
