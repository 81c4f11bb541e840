import type { IcmpError, SegmentColumns } from "../segments/segment-table.ts";
import type { Annotation } from "./annotation.ts";
import type { ArrowId } from "./arrows.ts";
import type { Connection } from "./connection.ts";
import type { Position } from "./position.ts";
import type { Basis, Side, TcpState } from "./state.ts";
import type { Verdict } from "./verdict.ts";

/** What became of a segment on its way (docs/state-machine.md 4.1). Stored as the index into this list. */
export const FATES = [
  "delivered",
  "assumed",
  "lost",
  "lost-or-ignored",
  "duplicate",
  "doubtful",
  "no-answer",
  "unknown",
  "lost-or-late",
] as const;
export type Fate = (typeof FATES)[number];

/** One endpoint takes one arrow of the transition table. */
export interface Move {
  /** The row at which it happens; for the epilogue the last row. */
  readonly position: Position;
  readonly side: Side;
  /** null: not known. */
  readonly from: TcpState | null;
  /** The two states of which the capture cannot tell which it is; `to` is null then. Null where one is told. */
  readonly either: readonly [TcpState, TcpState] | null;
  readonly to: TcpState | null;
  readonly arrow: ArrowId;
  readonly basis: Basis;
  /** The segment (position) that made it happen when it is not the row's own: it was sent earlier and arrives here. */
  readonly causedBy: Position | null;
  /** A state passed within one segment: FIN-WAIT-2 in T22. */
  readonly via: TcpState | null;
  /** The later segment that proves it. */
  readonly provedBy: Position | null;
  /** When a clock makes it happen: nanoseconds as in the time column; null otherwise or if not known. */
  readonly time: number | null;
}

/** The state of one end at some position. */
export interface EndState {
  /** null: it cannot be known. */
  readonly state: TcpState | null;
  readonly basis: Basis;
  /** States that the capture cannot tell from `state`, or from each other where `state` is null (docs/state-machine.md D11). */
  readonly alternatives: readonly TcpState[];
}

/** Which kind of RST a row is (docs/state-machine.md 6.4). Stored as the index into this list. */
export const RST_SHAPES = ["none", "refused", "reply", "abort", "bare"] as const;
export type RstShape = (typeof RST_SHAPES)[number];

/**
 * What the machine found out about a row beside its moves. Bits of {@link SteppedConnection.findings}. The numbers are
 * sections and rules of docs/state-machine.md.
 */
export const Finding = {
  /** The capture holds the same packet twice; this copy drives nothing (3.5). */
  CapturedTwice: 0x0001,
  /** A SYN with another ISN inside a connection that went on: old duplicate or attack; drives nothing (3.3). */
  StraySyn: 0x0002,
  /** A pure ACK that answers a stray SYN or a challenged RST, or comes from the old incarnation (N9). */
  ChallengeAck: 0x0004,
  /** The segment was answered with a bare RST and had no other effect. */
  Rejected: 0x0008,
  /** The segment acknowledges a FIN that the capture does not hold (6.3). */
  UnseenFin: 0x0010,
  /** RST inside the window, but not exactly at RCV.NXT (RFC 5961 section 3.2). */
  RstNotExact: 0x0020,
  /** RST outside the window. */
  RstOutside: 0x0040,
  /** The clock stepped back, or forward by more than a day, between the row before and this one (1). */
  TimeJump: 0x0080,
  /** Part of the exchange of SYNs of a simultaneous open. */
  SimultaneousOpen: 0x0100,
  /** A FIN that makes either end CLOSING. */
  SimultaneousClose: 0x0200,
  /** Belongs to the incarnation before, although it stands behind the SYN of the next one (N9). */
  Stale: 0x0400,
  /** The RST did not end the connection of its receiver: the receiver went on. */
  RstWithoutEffect: 0x0800,
  /** It was sent before an earlier row: one of the same sender or, for a SYN, its answer (5.6). */
  CapturedLate: 0x1000,
  /** Its receiver had to drop it: it has no ACK flag, or acknowledges nothing of it (RFC 9293 section 3.10.7). */
  Dropped: 0x2000,
  /** Its FIN never counted: data that was acknowledged has its number. */
  FinIgnored: 0x4000,
} as const;

/** A captured FIN that may be the first or the second of the connection: FIN-WAIT-1 or LAST-ACK. */
export interface AmbiguousClose {
  /** Who sent it. */
  readonly side: Side;
  readonly from: Position;
  /** The position at which the other end shows that it had not closed before; null: never. */
  readonly until: Position | null;
}

/** An ICMP error that quotes one of the connection's segments. */
export interface QuotedError {
  /** The quoted segment. */
  readonly position: Position;
  /** Index into `SegmentTable.icmpErrors`. */
  readonly index: number;
  readonly error: IcmpError;
}

/**
 * The numbers of a connection unwrapped, each in the number space of the end whose number it is, so that they can be
 * compared with `<`. Columns have index = position - 1; what drives nothing (captured twice, a stray SYN) has none.
 */
interface UnwrappedNumbers {
  /** SEG.SEQ and SEG.SEQ + SEG.LEN. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** SEG.ACK; NaN without the ACK flag. */
  readonly ack: Float64Array;
  /** What {@link SteppedConnection.relativeBase} is, unwrapped; null where it is not known or an end began anew. */
  readonly origin: { readonly client: number | null; readonly server: number | null };
  /** Shift of each end's windows after the handshake, 0..14; null where no SYN tells it. */
  readonly windowScale: { readonly client: number | null; readonly server: number | null };
}

/**
 * What is known of a connection once the machine has run over it: the input of annotations, verdict and facts.
 * All per-segment columns have index = position - 1.
 */
export interface SteppedConnection {
  readonly connection: Connection;
  /** The connection's own segments. */
  readonly segments: SegmentColumns;
  /**
   * 1 if the client sent the segment, else 0 (`Exchange.sender` has 0 for the client). In a self-connect all are 1,
   * and all moves are the client's.
   */
  readonly fromClient: Uint8Array;
  /** The end at whose host the capture was made; null: between them, or not known (docs/state-machine.md 3.6). */
  readonly capturedAt: Side | null;
  /** Index into {@link FATES}. */
  readonly fate: Uint8Array;
  /** The position at which the segment reaches the other end; 0 = it never does. */
  readonly arrivesAt: Uint32Array;
  /** The position whose segment proves the receipt; 0 = none. */
  readonly provedBy: Uint32Array;
  /** The last position whose segment shows that this one had not been processed yet; 0 = none. */
  readonly contradictedBy: Uint32Array;
  /** For a repeated SYN, SYN-ACK or FIN: the position of the first copy; 0 = not a copy. */
  readonly copyOf: Uint32Array;
  /** Index into {@link RST_SHAPES}. */
  readonly rstShape: Uint8Array;
  /** Bits of {@link Finding}. */
  readonly findings: Uint16Array;
  /** ICMP errors about this connection, in capture order. */
  readonly quotedErrors: readonly QuotedError[];
  /** Initial sequence number of each end, null where no segment tells it. */
  readonly initialSequenceNumber: { readonly client: number | null; readonly server: number | null };
  /**
   * What relative numbers count from: the SYN's number, or, without a captured SYN, one before the first
   * known number (docs/state-machine.md 2); null where nothing is known.
   */
  readonly relativeBase: { readonly client: number | null; readonly server: number | null };
  readonly numbers: UnwrappedNumbers;
  readonly initial: { readonly client: EndState; readonly server: EndState };
  /**
   * Set when the capture begins inside the connection and shows one end's FIN only: it may be the second one
   * (docs/state-machine.md D11).
   */
  readonly ambiguousClose: AmbiguousClose | null;
  /** In order of position; within one position in order of happening. */
  readonly moves: readonly Move[];
  /** Moves that only a clock predicts, after the last segment. */
  readonly epilogue: readonly Move[];
}

/** Everything the core says of one connection. Plain data that can cross from the worker to the page. */
export interface ConnectionAnalysis extends SteppedConnection {
  /** In order of position. */
  readonly annotations: readonly Annotation[];
  readonly verdict: Verdict;
}
