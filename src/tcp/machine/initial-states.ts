import { ACK, FIN, RST, SYN } from "../../segments/flags.ts";
import { type AmbiguousClose, RST_SHAPES } from "../analysis.ts";
import type { Exchange } from "../exchange/exchange.ts";
import type { Resets } from "../resets/classify-resets.ts";
import type { Basis, TcpState } from "../state.ts";

/** The states of both ends before the first segment. */
export interface InitialStates {
  readonly states: readonly [TcpState | null, TcpState | null];
  readonly bases: readonly [Basis, Basis];
  readonly isPassive: readonly [boolean, boolean];
  /** No SYN and no SYN,ACK: the connection began before the capture. */
  readonly isMidStream: boolean;
}

/** Whether the client has sent one SYN and nothing else, and rejects the SYN,ACK that answers it. */
export function rejectsAnswer(
  { flags, sender, isInert, sentSyn }: Exchange,
  { hasRefusedSynAck, lastPlainTurn }: Resets,
): boolean {
  if (!sentSyn[0] || !hasRefusedSynAck[0] || lastPlainTurn[0] !== 0) return false;
  const isSyn = (flag: number, row: number): boolean =>
    sender[row] === 0 && isInert[row] === 0 && (flag & (SYN | RST)) === SYN;
  return flags.filter(isSyn).length === 1;
}

/**
 * The states before the first segment: docs/state-machine.md 6.1.
 * @param isOldDuplicate the client, in SYN-SENT, waits for the answer to another SYN (RFC 9293 figure 8)
 */
export function initialStates(
  exchange: Exchange,
  { isRejected, shape }: Pick<Resets, "isRejected" | "shape">,
  isOldDuplicate: boolean,
): InitialStates {
  const { turns, sender, sentSyn } = exchange;
  const isPassive = [!sentSyn[0], !sentSyn[1]] as const;
  const sent = [0, 0];
  let first = 0;
  for (const row of turns) {
    if (exchange.isInert[row] === 1) continue;
    const flags = exchange.flags[row];
    if (first === 0) first = flags;
    const x = sender[row] === 0 ? 0 : 1;
    // An ACK that the client rejects in SYN-SENT belongs to another connection, so it shows no listener.
    const kind = segmentKind(flags);
    if (kind !== Kind.Plain || isRejected[row] === 0) sent[x] = sent[x] | kind;
  }
  const isMidStream = ((sent[0] | sent[1]) & (Kind.Syn | Kind.SynAck)) === 0;
  if (isMidStream) {
    const state = (first & RST) === 0 ? "ESTABLISHED" : null;
    const basis = state === null ? "start" : "gap";
    // Only an end without a connection answers a segment without ACK with RST,ACK (RFC 9293 section 3.10.7.1).
    const refusal = shape.indexOf(RST_SHAPES.indexOf("refused"));
    const stateOf = (end: 0 | 1): TcpState | null =>
      state === null && refusal >= 0 && sender[refusal] === end ? "CLOSED" : state;
    return {
      states: [stateOf(0), stateOf(1)],
      bases: [basis, basis],
      isPassive: [false, true],
      isMidStream,
    };
  }
  const client = sentSyn[0] && !isOldDuplicate ? "CLOSED" : "SYN-SENT";
  // In that case only the SYN,ACK shows the SYN.
  const clientBasis = sentSyn[0] ? "start" : "gap";
  const isActive: readonly [boolean, boolean] = [false, isPassive[1]];
  return {
    states: [client, serverBefore(sent[1])],
    bases: [clientBasis, "start"],
    isPassive: isActive,
    isMidStream,
  };
}

const Kind = { Syn: 1, SynAck: 2, Plain: 4, Reset: 8 } as const;

function segmentKind(flags: number): number {
  if ((flags & RST) !== 0) return Kind.Reset;
  if ((flags & SYN) === 0) return Kind.Plain;
  return (flags & ACK) === 0 ? Kind.Syn : Kind.SynAck;
}

function serverBefore(sent: number): TcpState | null {
  if ((sent & Kind.Syn) !== 0) return "CLOSED";
  if ((sent & (Kind.SynAck | Kind.Plain)) !== 0) return "LISTEN";
  return (sent & Kind.Reset) === 0 ? null : "CLOSED";
}

/** Finds the FIN that may be the second one of the connection (docs/state-machine.md D11). */
export function findAmbiguousClose(
  exchange: Exchange,
  { isMidStream, bases }: InitialStates,
): AmbiguousClose | null {
  if (!isMidStream || bases[0] !== "gap") return null;
  const { columns, turns, sender, place } = exchange;
  const hasData = [false, false];
  let closer: 0 | 1 | null = null;
  let from = 0;
  for (const row of turns) {
    const flags = exchange.flags[row];
    const x = sender[row] === 0 ? 0 : 1;
    if (exchange.isInert[row] === 1 || (flags & RST) !== 0) continue;
    const speaks = (flags & FIN) !== 0 || columns.payloadLength[row] > 0;
    if (closer !== null && x !== closer && speaks) return ambiguity(closer, from, place[row] ?? null);
    if (closer === null && (flags & FIN) !== 0) {
      if (hasData[1 - x]) return null;
      closer = x;
      from = place[row];
    }
    if (speaks) hasData[x] = true;
  }
  return closer === null ? null : ambiguity(closer, from, null);
}

function ambiguity(closer: 0 | 1, from: number, until: number | null): AmbiguousClose {
  return { side: closer === 0 ? "client" : "server", from, until };
}
