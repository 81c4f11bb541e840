import { ARROW_IDS, type ArrowEvent, arrow } from "../../tcp/arrows.ts";
import type { TcpState } from "../../tcp/state.ts";
import type { StateQuestion } from "./question.ts";

/**
 * Why a state is not the answer, or why it is, by the transition table (docs/state-machine.md 6.2). `stays`: the
 * segment moves the end out of it. `none`: no arrow leads there. `needs`: another event leads there. `taken`: the arrow
 * that the end takes.
 */
export type WhyState =
  | { readonly kind: "stays" | "none"; readonly from: TcpState }
  | {
      readonly kind: "needs";
      readonly from: TcpState;
      readonly event: ArrowEvent;
      readonly action: string | null;
    }
  | {
      readonly kind: "taken";
      readonly event: ArrowEvent;
      readonly action: string | null;
      readonly clause: string | null;
    };

/** Why an option of a question about a state is right or wrong; null: the capture does not show which arrow it was. */
export function whyState(question: StateQuestion, option: number): WhyState | null {
  const state = question.options[option];
  const { from, arrow: taken, right } = question;
  if (state === undefined || from === null) return null;
  if (option === right) {
    if (taken === null) return null;
    const { event, action, clause } = arrow(taken);
    return { kind: "taken", event, action, clause };
  }
  if (state === from) return { kind: "stays", from };
  const leading = ARROW_IDS.map(arrow).filter(
    (one) => isOfTcp(one) && one.from.includes(from) && isTo(one.to, state),
  );
  const needed = leading.find(({ isInFigure5 }) => isInFigure5) ?? leading[0];
  if (needed === undefined) return { kind: "none", from };
  // Of two states that one event leads to, the opener's part decides.
  if (taken !== null && needed.event === arrow(taken).event) return null;
  return { kind: "needs", from, event: needed.event, action: needed.action };
}

/** What was not captured moves an end of a capture, not of TCP: no class may learn it as an arrow. */
function isOfTcp({ event }: { readonly event: ArrowEvent }): boolean {
  return !event.endsWith("(not captured)");
}

function isTo(to: readonly TcpState[], state: TcpState): boolean {
  return to.includes(state);
}
