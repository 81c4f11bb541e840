import type { ConnectionAnalysis, Move } from "../analysis.ts";
import { ARROWS } from "../arrows.ts";
import type { Fact } from "../fact.ts";
import { durationBetween } from "../notes/row-clock.ts";
import type { Position } from "../position.ts";
import { TIME_WAIT_LENGTH } from "../retransmission-limit.ts";
import type { TcpState } from "../state.ts";

/** States in which an end waits for a program or a clock while nothing is on the wire. */
const WAITS: ReadonlySet<TcpState> = new Set(["CLOSE-WAIT", "FIN-WAIT-2", "TIME-WAIT"]);

/** What no segment shows: waits that begin at this row, and, after the last one, what only a clock does. */
export function waitFacts(analysis: ConnectionAnalysis, position: Position, moves: readonly Move[]): Fact[] {
  const facts: Fact[] = [];
  for (const move of moves) {
    if (move.to !== null && WAITS.has(move.to) && isLastOfSide(moves, move)) {
      facts.push(waitFact(analysis, position, move, move.to));
    }
  }
  if (position === analysis.segments.length) {
    for (const move of analysis.epilogue) {
      facts.push({ kind: "afterwards", move, arrow: ARROWS[move.arrow] });
    }
  }
  return facts;
}

function isLastOfSide(moves: readonly Move[], move: Move): boolean {
  return moves.findLast(({ side }) => side === move.side) === move;
}

function waitFact(analysis: ConnectionAnalysis, position: Position, { side }: Move, state: TcpState): Fact {
  if (state === "TIME-WAIT") {
    return { kind: "wait", side, state, endsAt: null, duration: TIME_WAIT_LENGTH };
  }
  const next = analysis.moves.find((move) => move.side === side && move.position > position);
  const endsAt = next?.position ?? null;
  const until = endsAt ?? analysis.segments.length;
  const duration = until > position ? durationBetween(analysis, position, until) : null;
  return { kind: "wait", side, state, endsAt, duration };
}
