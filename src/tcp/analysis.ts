import type { SegmentColumns } from "../segments/segment-table.ts";
import type { Annotation } from "./annotation.ts";
import type { ArrowId } from "./arrows.ts";
import type { Connection } from "./connection.ts";
import type { Basis, Side, TcpState } from "./state.ts";
import type { Verdict } from "./verdict.ts";

/**
 * The playhead and the number of a segment within its connection: 0 = nothing has happened yet,
 * k = the k-th segment (1-based) was sent and what arrives at its row was received.
 */
export type Position = number;

/** What became of a segment on its way (STATE-MACHINE 4.1). Stored as the index into this list. */
export const FATES = [
  "delivered",
  "assumed",
  "lost",
  "lost-or-ignored",
  "duplicate",
  "doubtful",
  "no-answer",
  "unknown",
] as const;
export type Fate = (typeof FATES)[number];

/** One endpoint takes one arrow of the transition table. */
export interface Move {
  /** The row at which it happens; for the epilogue the last row. */
  readonly position: Position;
  readonly side: Side;
  /** null: not known. */
  readonly from: TcpState | null;
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

/** What one end is believed to be in at some position. */
export interface EndState {
  /** null: cannot be known. */
  readonly state: TcpState | null;
  readonly basis: Basis;
  /** States that the capture cannot tell from `state` (STATE-MACHINE D11). */
  readonly alternatives: readonly TcpState[];
}

/** Everything the core says of one connection. Plain data that can cross from the worker to the page. */
export interface ConnectionAnalysis {
  readonly connection: Connection;
  /** The connection's own segments; index = position - 1. */
  readonly segments: SegmentColumns;
  /** 1 where the client sent the segment; index = position - 1. In a self-connect all are 1. */
  readonly fromClient: Uint8Array;
  /** Index into {@link FATES}; index = position - 1. */
  readonly fate: Uint8Array;
  /** The position at which the segment reaches the other end; 0 = it never does. Index = position - 1. */
  readonly arrivesAt: Uint32Array;
  /** The position whose segment proves the receipt; 0 = none. Index = position - 1. */
  readonly provedBy: Uint32Array;
  /** Initial sequence number of each end, null where no segment tells it. */
  readonly initialSequenceNumber: { readonly client: number | null; readonly server: number | null };
  /**
   * What relative numbers count from: the SYN's number, or, without a captured SYN, one before the first
   * known number (STATE-MACHINE 2); null where nothing is known.
   */
  readonly relativeBase: { readonly client: number | null; readonly server: number | null };
  readonly initial: { readonly client: EndState; readonly server: EndState };
  /** In order of position; within one position in order of happening. */
  readonly moves: readonly Move[];
  /** Moves that only a clock predicts, after the last segment. */
  readonly epilogue: readonly Move[];
  /** In order of position. */
  readonly annotations: readonly Annotation[];
  readonly verdict: Verdict;
}
