import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";

/** Two connections side by side: the one on screen, and another one. */
export interface Comparison {
  readonly kind: "comparing";
  readonly other: ConnectionAnalysis;
  /** The example that the other one is from; null: the capture that is open. */
  readonly example: string | null;
  /** How far ahead of the position the other connection stands, so that steps meet. */
  readonly offset: number;
}

/** The part of the store that is about comparing. */
export interface ComparisonPart {
  /** Marks the connection on screen; with another one marked, compares both. */
  readonly compare: () => void;
  /** Compares the connection on screen with the first one of an example. */
  readonly compareWithExample: (name: string) => void;
  /** Goes to a segment of the connection on screen, and lets the other one stand at a segment of its own. */
  readonly standAt: (position: Position, otherPosition: Position) => void;
}
