import type { Move } from "../analysis.ts";
import { type ArrowEvent, rowFor } from "../arrows.ts";
import type { Position } from "../position.ts";
import type { Basis, TcpState } from "../state.ts";
import type { InitialStates } from "./initial-states.ts";

/** How a move is known, and its position. */
export interface MoveEvidence {
  readonly position: Position;
  readonly basis: Basis;
  readonly causedBy?: Position | null;
  readonly provedBy?: Position | null;
  readonly time?: number | null;
  /** Where the event may have found the end in another state: both that it may lead to. */
  readonly either?: readonly [TcpState, TcpState];
}

/**
 * The states of both ends, moved only along the arrows of the transition table: the state and the event find the row.
 * End 0 is the client, 1 the server.
 */
export class Machine {
  readonly state: [TcpState | null, TcpState | null];
  /** Which ends opened passively: a reset in SYN-RECEIVED takes them back to LISTEN. */
  readonly isPassive: readonly [boolean, boolean];
  readonly moves: Move[] = [];
  /** How the present state of each end is known. */
  readonly basis: [Basis, Basis];

  constructor({ states, bases, isPassive }: Pick<InitialStates, "states" | "bases" | "isPassive">) {
    this.state = [...states];
    this.basis = [...bases];
    this.isPassive = isPassive;
  }

  /** Moves an end as the event demands in its state. Returns whether the table has an arrow for it. */
  move(event: ArrowEvent, end: 0 | 1, evidence: MoveEvidence): boolean {
    const move = this.take(event, end, evidence);
    if (move !== null) this.moves.push(move);
    return move !== null;
  }

  /** As {@link move}, but returns the move, or null, instead of noting it. */
  take(event: ArrowEvent, end: 0 | 1, evidence: MoveEvidence): Move | null {
    const from = this.state[end];
    const found = rowFor(from, event);
    if (found === null) return null;
    const { id, row } = found;
    const { position, basis, causedBy, provedBy, time, either } = evidence;
    const told = this.isPassive[end] ? row.to[0] : (row.to[1] ?? row.to[0]);
    const to = either === undefined ? told : null;
    this.state[end] = to;
    this.basis[end] = basis;
    return {
      position,
      side: end === 0 ? "client" : "server",
      from,
      to,
      either: either ?? null,
      arrow: id,
      basis,
      causedBy: causedBy ?? null,
      via: row.via,
      provedBy: provedBy ?? null,
      time: time ?? null,
    };
  }
}
