import type { TcpState } from "../../tcp/state.ts";
import type { Trace } from "../run/trace.ts";
import type { End } from "../script/script.ts";

/** An end is in one state from one time to another, in nanoseconds since the script began. */
export interface StateSpan {
  readonly state: TcpState;
  readonly from: number;
  readonly until: number;
}

/** The states of an end one after the other, of all its connections, until the run ends. */
export function stateSpans({ moves, blocks, end: over }: Trace, end: End): readonly StateSpan[] {
  const spans: StateSpan[] = [];
  let state: TcpState = blocks[end][0]?.initial ?? "CLOSED";
  let from = 0;
  for (const move of moves) {
    if (move.end !== end) continue;
    spans.push({ state, from, until: move.at });
    state = move.to;
    from = move.at;
  }
  return [...spans, { state, from, until: Math.max(from, over) }];
}
