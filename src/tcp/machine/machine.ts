import { assert } from "../../base/assert.ts";
import type { Move, Position } from "../analysis.ts";
import { type Arrow, type ArrowId, arrow } from "../arrows.ts";
import type { Basis, TcpState } from "../state.ts";

/** How a move is known and where it stands. */
export interface MoveEvidence {
  readonly position: Position;
  readonly basis: Basis;
  readonly causedBy?: Position | null;
  readonly provedBy?: Position | null;
  readonly time?: number | null;
}

/**
 * The states of both ends, moved only along the arrows of the transition table. End 0 is the client, 1 the server.
 */
export class Machine {
  readonly state: [TcpState | null, TcpState | null];
  /** Which ends opened passively: a reset in SYN-RECEIVED takes them back to LISTEN. */
  readonly isPassive: readonly [boolean, boolean];
  readonly moves: Move[] = [];

  constructor(initial: readonly [TcpState | null, TcpState | null], isPassive: readonly [boolean, boolean]) {
    this.state = [...initial];
    this.isPassive = isPassive;
  }

  /** Takes an arrow. Throws when the end is not in a state that the arrow leaves. */
  move(id: ArrowId, end: 0 | 1, evidence: MoveEvidence): void {
    this.moves.push(this.take(id, end, evidence));
  }

  /** As {@link move}, but returns the move instead of noting it. */
  take(id: ArrowId, end: 0 | 1, { position, basis, causedBy, provedBy, time }: MoveEvidence): Move {
    const row: Arrow = arrow(id);
    const from = this.state[end];
    assert(row.from.includes(from), `${id} does not leave ${from ?? "an unknown state"}`);
    const to = this.isPassive[end] ? row.to[0] : (row.to[1] ?? row.to[0]);
    this.state[end] = to;
    return {
      position,
      side: end === 0 ? "client" : "server",
      from,
      to,
      arrow: id,
      basis,
      causedBy: causedBy ?? null,
      via: row.via,
      provedBy: provedBy ?? null,
      time: time ?? null,
    };
  }
}
