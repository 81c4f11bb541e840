import type { Side, TcpState } from "../../../../tcp/state.ts";
import { ends } from "../start/wording.ts";

/** Two connections side by side. */
export const compare = {
  label: "Compare",
  marked: (name: string) => `Compare ${name} with another connection: choose it in the list and press c, or`,
  withThis: "Compare with the selected one",
  example: "choose an example…",
  cancel: "Cancel",
  leave: "Leave the comparison",
  otherCapture: (example: string) => `Example: ${example}`,
  same: "Both take the same way through the states.",
  initial: "Their states differ already before the first segment.",
  differs: (left: string, right: string) => `The first difference: left, ${left}; right, ${right}.`,
  goThere: "Go there",
  moves: (segment: number, side: Side, from: TcpState | null, to: string | null) =>
    `at segment ${segment} the ${ends[side]} goes from ${from ?? "an unknown state"} to ${to ?? "an unknown state"}`,
  waits: (side: Side, from: TcpState | null, to: string | null) =>
    `after the last segment the ${ends[side]} goes from ${from ?? "an unknown state"} to ${to ?? "an unknown state"}`,
  over: "neither end moves any more",
  left: "left",
  right: "right",
  leftTab: "Left",
  rightTab: "Right",
  stands: (position: number, last: number) => `${Math.min(position, last)} of ${last}`,
  path: (side: string) => `${side}’s way`,
};
