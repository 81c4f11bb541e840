import { ACK, FIN, RST, SYN } from "../../segments/flags.ts";
import type { ConnectionAnalysis, Fate, Move } from "../analysis.ts";
import { RST_SHAPES } from "../analysis.ts";
import type { Annotation } from "../annotation.ts";
import { arrowFor } from "../arrows.ts";
import type { Fact, LinuxDifference } from "../fact.ts";
import type { Position } from "../position.ts";
import { fateAt, senderAt } from "../segment-at.ts";
import { endStatesAt } from "../states.ts";

/** What becomes of a SYN that nobody answers and that is sent again. */
const MISSED: ReadonlySet<Fate> = new Set(["lost", "lost-or-ignored", "lost-or-late"]);

/**
 * Where Linux or `ss` shows something else, at the rows where a reader would look for it (docs/state-machine.md 6.7).
 */
export function linuxFacts(
  analysis: ConnectionAnalysis,
  position: Position,
  annotations: readonly Annotation[],
  moves: readonly Move[],
): Fact[] {
  const differences: LinuxDifference[] = [];
  const index = position - 1;
  const flags = analysis.segments.flags[index];
  const hasKind = (kind: Annotation["kind"]): boolean => annotations.some((each) => each.kind === kind);
  if (moves.some(({ arrow }) => arrow === arrowFor("LISTEN", "rcv SYN")))
    differences.push("listener-stays-listen");
  if (hasKind("syn-ack-retransmission") && isAckIgnoredBefore(analysis, position)) {
    differences.push("accept-queue-full");
  }
  if ((flags & (SYN | ACK | RST)) === SYN && MISSED.has(fateAt(analysis, position))) {
    differences.push("dropped-syn-looks-lost");
  }
  if ((flags & (FIN | RST)) === FIN && !hasKind("fin-retransmission")) {
    if (hasUnacknowledgedData(analysis, position)) differences.push("fin-wait-1-begins-at-close");
    differences.push("close-looks-like-shutdown");
  }
  if ((flags & RST) !== 0) differences.push(...resetDifferences(analysis, position, moves));
  if (hasKind("stray-syn")) differences.push("challenge-ack-for-syn");
  return differences.map((difference) => ({ kind: "linux-differs", difference }));
}

function resetDifferences(
  analysis: ConnectionAnalysis,
  position: Position,
  moves: readonly Move[],
): LinuxDifference[] {
  const sender = senderAt(analysis, position);
  const shape = RST_SHAPES[analysis.rstShape[position - 1]];
  const before = endStatesAt(analysis, position - 1)[sender].state;
  const differences: LinuxDifference[] = [];
  if (shape === "reply" && before === "FIN-WAIT-2") differences.push("orphaned-fin-wait-2-resets");
  if (shape === "abort" && before !== null) differences.push("unread-data-becomes-rst");
  const aborts = arrowFor("ESTABLISHED", "ABORT");
  if (moves.some((move) => move.side === sender && move.arrow === aborts))
    differences.push("rst-sender-closes");
  return differences;
}

/** Whether the client's ACK arrived between this SYN,ACK and the one before, and was ignored. */
function isAckIgnoredBefore(analysis: ConnectionAnalysis, position: Position): boolean {
  for (let index = position - 2; index >= 0; index--) {
    const flags = analysis.segments.flags[index];
    if ((flags & SYN) !== 0) return false;
    if ((flags & ACK) !== 0 && fateAt(analysis, index + 1) === "lost-or-ignored") return true;
  }
  return false;
}

/** Whether data of the sender is on its way just before the FIN, so that `close()` may have been called earlier. */
function hasUnacknowledgedData({ segments, fromClient }: ConnectionAnalysis, position: Position): boolean {
  const sender = fromClient[position - 1];
  if (segments.payloadLength[position - 1] > 0) return true;
  for (let index = position - 2; index >= 0; index--) {
    if (fromClient[index] !== sender) return false;
    if (segments.payloadLength[index] > 0) return true;
  }
  return false;
}
