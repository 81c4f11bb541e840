import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Side, TcpState } from "../../tcp/state.ts";

/** Every move must begin in the state in which the one before ended, at a segment that is there. */
export function brokenPath(
  { initial, moves, epilogue, segments }: ConnectionAnalysis,
  side: Side,
): string | null {
  let state: TcpState | null = initial[side].state;
  let last = 0;
  for (const move of [...moves, ...epilogue].filter((each) => each.side === side)) {
    if (move.from !== state) return `${side} goes from ${move.from}, but was in ${state}`;
    if (move.position < last || move.position < 1 || move.position > segments.length)
      return `${side} moves at ${move.position} of ${segments.length}`;
    state = move.to;
    last = move.position;
  }
  return null;
}
