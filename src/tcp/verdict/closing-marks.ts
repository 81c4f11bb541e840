import { FIN, RST } from "../../segments/flags.ts";
import type { SteppedConnection } from "../analysis.ts";
import { Finding } from "../analysis.ts";
import type { Position } from "../position.ts";
import { isSkippedAt, receiverAt, senderAt } from "../segment-at.ts";
import type { Side } from "../state.ts";

/** How one end closed its direction. */
export interface FinMark {
  /** The first FIN; for a FIN that is not in the capture the segment that acknowledges it. */
  readonly position: Position;
  readonly isCaptured: boolean;
  /** All copies in the capture, the first included. */
  readonly copies: readonly Position[];
  /** The first segment of the other end that acknowledges it; null if none does. */
  readonly acknowledgedAt: Position | null;
  /** When the other end acknowledged it: before its own FIN, with it, or later. */
  readonly acknowledged: "before-own-fin" | "with-own-fin" | "later" | null;
}

export interface ClosingMarks {
  readonly client: FinMark | null;
  readonly server: FinMark | null;
  /** Who sent the first FIN. */
  readonly first: Side | null;
}

interface FinWatch {
  position: Position;
  readonly isCaptured: boolean;
  readonly copies: Position[];
  /** The number behind it, unwrapped. */
  end: number;
  acknowledgedAt: Position | null;
  acknowledged: FinMark["acknowledged"];
}

/** Finds the FINs of a connection and their acknowledgments. A RST acknowledges nothing. */
export function closingMarks(stepped: SteppedConnection): ClosingMarks {
  const { segments, findings, numbers } = stepped;
  const { isSelfConnect } = stepped.connection;
  const fins: Record<Side, FinWatch | null> = { client: null, server: null };
  let first: Side | null = null;
  for (let index = 0; index < segments.length; index++) {
    const position = index + 1;
    const found = findings[index];
    const flags = segments.flags[index];
    if (isSkippedAt(stepped, position) || (flags & RST) !== 0) continue;
    const side = senderAt(stepped, position);
    const peer = receiverAt(stepped, position);
    if ((found & Finding.UnseenFin) !== 0 && fins[peer] === null) {
      fins[peer] = unseenFin(position, numbers.ack[index]);
      first ??= peer;
    }
    const hadFin = fins[side] !== null;
    if ((flags & FIN) !== 0 && (found & Finding.FinIgnored) === 0) {
      noteFin(fins, side, position, numbers.end[index]);
      first ??= side;
    }
    const when = hadFin ? "later" : fins[side] === null ? "before-own-fin" : "with-own-fin";
    noteAck(fins[peer], position, numbers.ack[index], when);
  }
  // In a socket connected to itself, the only FIN closes both directions.
  return { client: fins.client, server: isSelfConnect ? fins.client : fins.server, first };
}

function noteFin(fins: Record<Side, FinWatch | null>, side: Side, position: Position, end: number): void {
  const known = fins[side];
  if (known === null || !known.isCaptured) {
    fins[side] = {
      position,
      isCaptured: true,
      copies: [position],
      end,
      acknowledgedAt: known?.acknowledgedAt ?? null,
      acknowledged: known?.acknowledged ?? null,
    };
    return;
  }
  known.copies.push(position);
  if (end > known.end && known.acknowledgedAt === null) known.end = end;
}

function noteAck(
  fin: FinWatch | null,
  position: Position,
  ack: number,
  when: NonNullable<FinMark["acknowledged"]>,
): void {
  if (fin === null || fin.acknowledgedAt !== null || !(ack >= fin.end)) return;
  fin.acknowledgedAt = position;
  fin.acknowledged = when;
}

function unseenFin(position: Position, end: number): FinWatch {
  return {
    position,
    isCaptured: false,
    copies: [],
    end,
    acknowledgedAt: null,
    acknowledged: null,
  };
}
