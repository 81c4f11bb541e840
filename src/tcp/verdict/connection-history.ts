import { ACK, RST, SYN } from "../../segments/flags.ts";
import type { Move, SteppedConnection } from "../analysis.ts";
import type { Position } from "../position.ts";
import { isSkippedAt, senderAt } from "../segment-at.ts";
import { isSynchronized, type Side } from "../state.ts";

/** What the outcome depends on, gathered in one pass. Positions in order. */
export interface ConnectionHistory {
  /** Segments of each end, without packets captured twice and without stray SYNs. */
  readonly sent: Readonly<Record<Side, number>>;
  readonly syns: readonly Position[];
  readonly synAcks: readonly Position[];
  /** The first segment that is neither SYN nor RST. */
  readonly firstOther: Position | null;
  readonly firstRst: Position | null;
  /** The RST that ended the connection at one end at least, and who sent it. */
  readonly endingRst: { readonly position: Position; readonly sender: Side } | null;
  /** Which ends were ESTABLISHED or beyond. */
  readonly wasEstablished: Readonly<Record<Side, boolean>>;
}

/** Gathers a {@link ConnectionHistory}. */
export function connectionHistory(stepped: SteppedConnection): ConnectionHistory {
  const { segments } = stepped;
  const sent = { client: 0, server: 0 };
  const syns: Position[] = [];
  const synAcks: Position[] = [];
  let firstOther: Position | null = null;
  let firstRst: Position | null = null;
  for (let index = 0; index < segments.length; index++) {
    const position = index + 1;
    if (isSkippedAt(stepped, position)) continue;
    const flags = segments.flags[index];
    sent[senderAt(stepped, position)]++;
    if ((flags & RST) !== 0) firstRst ??= position;
    else if ((flags & SYN) === 0) firstOther ??= position;
    else if ((flags & ACK) === 0) syns.push(position);
    else synAcks.push(position);
  }
  return {
    sent,
    syns,
    synAcks,
    firstOther,
    firstRst,
    endingRst: endingRst(stepped),
    wasEstablished: { client: wasEstablished(stepped, "client"), server: wasEstablished(stepped, "server") },
  };
}

/**
 * The first RST that moved an end to CLOSED or LISTEN, unless an end opens again later (docs/state-machine.md 8.2).
 */
function endingRst(stepped: SteppedConnection): ConnectionHistory["endingRst"] {
  let ending: Position | null = null;
  for (const move of stepped.moves) {
    if (move.to === "SYN-RECEIVED" || move.to === "ESTABLISHED") ending = null;
    else if (move.to === "CLOSED" || move.to === "LISTEN") ending ??= rstOfMove(stepped, move);
  }
  if (ending === null) return null;
  return { position: ending, sender: senderAt(stepped, ending) };
}

function rstOfMove({ segments }: SteppedConnection, move: Move): Position | null {
  if (move.basis === "timer") return null;
  const cause = move.causedBy ?? move.position;
  return (segments.flags[cause - 1] & RST) === 0 ? null : cause;
}

function wasEstablished({ initial, moves }: SteppedConnection, side: Side): boolean {
  return (
    isSynchronized(initial[side].state) || moves.some((move) => move.side === side && isSynchronized(move.to))
  );
}
