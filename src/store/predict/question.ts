import type { Position } from "../../tcp/position.ts";
import type { Side, TcpState } from "../../tcp/state.ts";

/**
 * A segment as far as one can foresee it: who sends it, its SYN, ACK, FIN or RST, and whether data is in it. A RST is
 * a RST with or without ACK; other control bits are left out.
 */
export interface ForeseenSegment {
  readonly sender: Side;
  readonly flags: number;
  readonly hasData: boolean;
}

interface Asked {
  /** The segment that is asked about; the class has seen those before it. */
  readonly about: Position;
  /** Index of the right option. */
  readonly right: number;
}

/** What comes next? */
export interface SegmentQuestion extends Asked {
  readonly kind: "segment";
  readonly options: readonly ForeseenSegment[];
}

/** The segment is told; in which state is that end after it? */
export interface StateQuestion extends Asked {
  readonly kind: "state";
  readonly segment: ForeseenSegment;
  readonly side: Side;
  readonly options: readonly TcpState[];
}

/** The segment is told but for its acknowledgment number. */
export interface AcknowledgmentQuestion extends Asked {
  readonly kind: "acknowledgment";
  readonly segment: ForeseenSegment;
  /** Whose sequence numbers the options are. */
  readonly acknowledged: Side;
  /** As on the wire. */
  readonly options: readonly number[];
}

export type Question = SegmentQuestion | StateQuestion | AcknowledgmentQuestion;
