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
  readonly options: readonly TcpState[];
}

/** The question which acknowledgment number the segment has; the rest of it is known. */
export interface AcknowledgmentQuestion extends Asked {
  readonly kind: "acknowledgment";
  readonly segment: ForeseenSegment;
  /** The end whose sequence numbers the options are. */
  readonly acknowledged: Side;
  /** As on the wire. */
  readonly options: readonly number[];
}

export type Question = SegmentQuestion | StateQuestion | AcknowledgmentQuestion;
