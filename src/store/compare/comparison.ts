import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";

/** Two connections side by side: the one on screen, and another one. */
export interface Comparison {
  readonly kind: "comparing";
  readonly other: ConnectionAnalysis;
  /** The example that holds the other one; null: the open capture. */
  readonly example: string | null;
  /** How many positions the other connection is ahead, so that equal steps coincide. */
  readonly offset: number;
}

/** The part of the store that is about comparing. */
export interface ComparisonPart {
  /** Marks the connection on screen; with another one marked, compares both. */
  readonly compare: () => void;
  /** Compares the connection on screen with the first one of an example. */
  readonly compareWithExample: (name: string) => void;
  /** Moves both connections, each to a segment of its own. */
  readonly standAt: (position: Position, otherPosition: Position) => void;
}
