import type { ArrowId } from "../../tcp/arrows.ts";
import type { Position } from "../../tcp/position.ts";
import type { Side, TcpState } from "../../tcp/state.ts";

/**
 * The predictable part of a segment: its sender, its SYN, ACK, FIN and RST, and whether it carries data. For a RST,
 * ACK makes no difference; other control bits are left out.
 */
export interface ForeseenSegment {
  readonly sender: Side;
  readonly flags: number;
  readonly hasData: boolean;
}

/** What an end may send, as a class speaks of it. `data`: new data; `fin-again`: a retransmission of its FIN. */
export type Sendable = "syn" | "ack" | "data" | "fin" | "fin-again" | "rst";

interface Asked {
  /** The segment of the question; the class has seen those before it. */
  readonly about: Position;
  /** Index of the right option. */
  readonly right: number;
}

/** The question which segment comes next. */
export interface SegmentQuestion extends Asked {
  readonly kind: "segment";
  readonly options: readonly ForeseenSegment[];
}

/** The question which state an end enters; the segment is known. */
export interface StateQuestion extends Asked {
  readonly kind: "state";
  readonly segment: ForeseenSegment;
  readonly side: Side;
  /** Its state before the segment; null: not known. */
  readonly from: TcpState | null;
  /** The arrow that it takes; null: the capture does not show which. */
  readonly arrow: ArrowId | null;
  readonly options: readonly TcpState[];
}

/**
 * A usual mistake with a number: `repeats`: where the last segment begins. `beyond`: more than was sent. `short`: less
 * than was sent. `without-control`: SYN or FIN is not counted. `initial`: the ISN.
 */
export type NumberMistake = "repeats" | "beyond" | "short" | "without-control" | "initial";

/** The question which acknowledgment or sequence number the segment has; the rest of it is known. */
export interface NumberQuestion extends Asked {
  readonly kind: "acknowledgment" | "sequence";
  readonly segment: ForeseenSegment;
  /** The end whose sequence numbers the options are. */
  readonly of: Side;
  /** As on the wire. */
  readonly options: readonly number[];
  /** What mistake leads to each option; null: none. */
  readonly mistakes: readonly (NumberMistake | null)[];
}

/** The question what an end cannot send next, from its state before the segment. */
export interface CannotQuestion extends Asked {
  readonly kind: "cannot";
  readonly side: Side;
  readonly state: TcpState;
  readonly options: readonly Sendable[];
}

/** The question whether an end may still send data, from its state before the segment. */
export interface MaySendQuestion extends Asked {
  readonly kind: "may";
  readonly side: Side;
  readonly state: TcpState;
  readonly options: readonly ["yes", "no"];
}

export type Question = SegmentQuestion | StateQuestion | NumberQuestion | CannotQuestion | MaySendQuestion;
