import { ACK, RST, SYN } from "../../segments/flags.ts";
import { Mark } from "../../segments/segment-table.ts";
import { RST_SHAPES, type RstShape } from "../analysis.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { type Copies, judgeCopies } from "./own-copies.ts";

/** How many segments back the search for the one that a RST answers goes. */
const REACH = 64;
/** Nanoseconds within which a listener that cannot accept answers the completing ACK (docs/state-machine.md 6.4). */
const REFUSAL_OF_COMPLETION = 1e9;

/** The RSTs of a connection. Rows as in the exchange. */
export interface Resets {
  /** Who made the copies: what the network copied shows nothing of its sender. */
  readonly copies: Copies;
  /** Index into RST_SHAPES. */
  readonly shape: Uint8Array;
  /** For a reply, or a refusal of a SYN by an end that spoke before: 1 + the row of the segment it answers; 0 = none. */
  readonly trigger: Uint32Array;
  /** 1 if a segment was answered with a bare RST and had no other effect. */
  readonly isRejected: Uint8Array;
  /** For a rejected segment, 1 + the row of the RST if that alone answers it, and nothing else: it proves the receipt. */
  readonly rejectedBy: Uint32Array;
  /** By end, whether it answered a SYN,ACK with a RST and sent nothing else, so that it accepted no copy of it. */
  readonly hasRefusedSynAck: readonly [boolean, boolean];
  /** For each end, 1 + the turn of its last segment that is neither SYN nor RST; 0 = none. */
  readonly lastPlainTurn: readonly [number, number];
  /** For each end, 1 + the turn of its last segment that is not a RST; 0 = none. */
  readonly lastTurn: readonly [number, number];
  /** For each end, 1 + the turn of its last RST with ACK that refuses nothing; 0 = none. */
  readonly lastAbortTurn: readonly [number, number];
}

/** Classifies the RSTs of a connection by their shapes (docs/state-machine.md 6.4). */
export function classifyResets(exchange: Exchange): Resets {
  const copies = judgeCopies(exchange);
  const { length, columns, memory, turns, sender, receiver } = exchange;
  const shape = memory.uint8(length);
  const trigger = memory.uint32(length);
  const isRejected = memory.uint8(length);
  const rejectedBy = memory.uint32(length);
  const refusesSynAck = [false, false];
  const lastPlainTurn: [number, number] = [0, 0];
  const lastTurn: [number, number] = [0, 0];
  const lastAbortTurn: [number, number] = [0, 0];
  const hasSynAck = [false, false];
  /** By end the row of its last RST; -1 = none. */
  const lastReset = [-1, -1];
  const refusable = [new Refusable(), new Refusable()] as const;
  for (let turn = 0; turn < length; turn++) {
    const row = turns[turn];
    const flags = exchange.flags[row];
    const x = sender[row] === 0 ? 0 : 1;
    // What somebody else sent, or the network copied, shows nothing of the end, but may be refused where it arrives.
    if ((columns.marks[row] & Mark.NotSent) !== 0) {
      if ((flags & (SYN | ACK | RST)) === SYN) refusable[x].takeCopy(row, exchange.start[row]);
      continue;
    }
    if (exchange.isInert[row] === 1) {
      if (exchange.isDropped[row] === 1 && (flags & ACK) === 0)
        refusable[x].takeWithoutAck(exchange.end[row]);
      continue;
    }
    if ((flags & RST) === 0) {
      if (copies.causeOf(row) === "network") continue;
      lastTurn[x] = turn + 1;
      if ((flags & SYN) === 0) lastPlainTurn[x] = turn + 1;
      else if ((flags & ACK) !== 0) hasSynAck[x] = true;
      else refusable[x].takeSyn(row, exchange.start[row], exchange.end[row]);
      continue;
    }
    const y = receiver[row] === 0 ? 0 : 1;
    lastReset[x] = row;
    const ownLast = lastTurn[x] === 0 ? -1 : turns[lastTurn[x] - 1];
    const replies = (flags & ACK) === 0 && x !== y ? findTrigger(exchange, row, ownLast) : -1;
    const isOfSyn = refusable[y].has(exchange.ack[row]);
    const isRefusal = lastTurn[x] === 0 && isOfSyn;
    const refusesSyn = isOfSyn && !isRefusal && isOfNoConnection(exchange, row, ownLast);
    const answered = refusesSyn ? refusable[y].lastSyn : replies;
    trigger[row] = answered + 1;
    shape[row] = RST_SHAPES.indexOf(shapeOf(flags, answered, isRefusal));
    if (answered < 0) {
      if (RST_SHAPES[shape[row]] === "abort") lastAbortTurn[x] = turn + 1;
      continue;
    }
    const hasSpoken = lastPlainTurn[x] !== 0;
    // Once the other end has left, a copy of what completed the handshake is refused, too.
    const hasOnlyAnswered = !hasSpoken && hasSynAck[x] && !exchange.sentSyn[x] && lastReset[y] < answered;
    if (!refusesSyn && !wasRejected(exchange, answered, row, { hasSpoken, hasOnlyAnswered })) continue;
    const isOnly = findTrigger(exchange, row, ownLast, answered) < 0;
    // A segment is answered once: of several RSTs it is open which one does.
    rejectedBy[answered] = isOnly && isRejected[answered] === 0 ? row + 1 : 0;
    isRejected[answered] = 1;
    if ((exchange.flags[answered] & (SYN | ACK)) === (SYN | ACK)) refusesSynAck[x] = true;
  }
  const hasRefusedSynAck = [
    refusesSynAck[0] && lastPlainTurn[0] === 0,
    refusesSynAck[1] && lastPlainTurn[1] === 0,
  ] as const;
  return {
    copies,
    shape,
    trigger,
    isRejected,
    rejectedBy,
    hasRefusedSynAck,
    lastPlainTurn,
    lastTurn,
    lastAbortTurn,
  };
}

/**
 * What acknowledges a SYN of an end, with its data or without, or the end of a segment without ACK: only then is there
 * something to refuse (RFC 9293 sections 3.10.7.1 and 3.10.7.3). Without a captured SYN, a RST aborts a connection whose
 * beginning is missing.
 */
class Refusable {
  private synStart = Number.POSITIVE_INFINITY;
  private synEnd = Number.NEGATIVE_INFINITY;
  private readonly endsWithoutAck = new Set<number>();
  /** The row of the last SYN; -1 before the first. */
  lastSyn = -1;

  /** All SYNs of an end that count have one ISS: another one is a stray SYN. */
  takeSyn(row: number, start: number, end: number): void {
    this.lastSyn = row;
    this.synStart = Math.min(this.synStart, start);
    this.synEnd = Math.max(this.synEnd, end);
  }

  /** A copy of the SYN, which its sender did not send again. */
  takeCopy(row: number, start: number): void {
    if (start === this.synStart) this.lastSyn = row;
  }

  takeWithoutAck(end: number): void {
    this.endsWithoutAck.add(end);
  }

  has(ack: number): boolean {
    return (ack > this.synStart && ack <= this.synEnd) || this.endsWithoutAck.has(ack);
  }
}

/**
 * Whether the RST was made where no connection was, though its sender spoke before: a port without connection answers a
 * segment without ACK with number 0 (RFC 9293 section 3.10.7.1), an abort has SND.NXT (3.10.5).
 * @param last the last row of its sender; -1 = none
 */
export function isOfNoConnection({ columns, start, end }: Exchange, row: number, last: number): boolean {
  const isTold =
    (columns.marks[row] & (Mark.SequenceUnknown | Mark.SequenceRelative | Mark.SequenceInferred)) === 0;
  return isTold && columns.sequenceNumber[row] === 0 && start[row] !== end[last];
}

function shapeOf(flags: number, answered: number, isRefusal: boolean): RstShape {
  if ((flags & ACK) !== 0) return isRefusal ? "refused" : "abort";
  return answered >= 0 ? "reply" : "bare";
}

/**
 * The latest segment of the peer, captured after the sender's own last one, whose acknowledgment number is the sequence
 * number of the RST. What others overtook came where it was captured.
 * @param except a row that it is not
 */
export function findTrigger(exchange: Exchange, reset: number, ownLast: number, except = -1): number {
  const { columns, sender } = exchange;
  for (let row = reset - 1; row > ownLast && row >= reset - REACH; row--) {
    const flags = exchange.flags[row];
    const isCandidate =
      sender[row] !== sender[reset] &&
      (flags & (ACK | RST)) === ACK &&
      exchange.isCapturedTwice[row] === 0 &&
      columns.acknowledgmentNumber[row] === columns.sequenceNumber[reset];
    if (isCandidate && row !== except) return row;
  }
  return -1;
}

/**
 * Whether the answered segment had no effect of its own. A pure ACK that arrived after the connection was gone had an
 * effect before that; only the ACK that should have completed the handshake had none.
 */
function wasRejected(
  exchange: Exchange,
  answered: number,
  reset: number,
  { hasSpoken, hasOnlyAnswered }: { readonly hasSpoken: boolean; readonly hasOnlyAnswered: boolean },
): boolean {
  const { columns, start, end } = exchange;
  const flags = exchange.flags[answered];
  if ((flags & SYN) !== 0) return !hasSpoken;
  if (end[answered] !== start[answered]) return true;
  const wait = columns.time[reset] - columns.time[answered];
  return hasOnlyAnswered && !(wait > REFUSAL_OF_COMPLETION);
}
