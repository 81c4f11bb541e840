import type { TcpState } from "../../../../tcp/state.ts";
import { formatCount } from "../../../figures.ts";

/** The map of the arrows that captures take. */
export const coverage = {
  scope: "Whose arrows",
  scopes: { capture: "This capture", examples: "All examples" },
  counting: "Looking at all connections…",
  taken: (taken: number, all: number) => `${formatCount(taken)} of ${formatCount(all)} arrows of figure 5`,
  others: (taken: number, all: number) => `, ${formatCount(taken)} of ${formatCount(all)} others`,
  lookedAt: (connections: number) =>
    connections === 1 ? " in one connection" : ` in ${formatCount(connections)} connections`,
  notAll: (looked: number, all: number) =>
    ` in the first ${formatCount(looked)} of ${formatCount(all)} connections`,
  hint: "Solid: taken. Faint: not taken. Not counted, for no capture shows them: passive OPEN and CLOSE in LISTEN, which send nothing, and the timers of FIN-WAIT-2 and of the user, which run out in silence.",
  failed: (message: string) => `Synfin failed while collecting the arrows: “${message}”.`,
  figure: "RFC 9293 figure 5 with the arrows taken",
  list: "All arrows",
  columns: { from: "From", event: "Event", to: "To", clause: "RFC 9293", taken: "Taken" },
  unknown: "not known",
  states: (states: readonly TcpState[]) => states.join(" or "),
  yes: "yes",
  no: "no",
  unseen: {
    call: "never seen: nothing is sent",
    clock: "never seen: a silent timer",
  },
};
