import type { Position } from "../../tcp/position.ts";
import type { Basis, Side, TcpState } from "../../tcp/state.ts";
import type { GraphNode, NodeId, Phase } from "./nodes.ts";

export interface DrawnNode extends GraphNode {
  readonly left: number;
  readonly top: number;
  readonly height: number;
  readonly phase: Phase;
  /** Which ends are in this state now. */
  readonly holds: readonly Side[];
  /** Which ends are in this state or in another one, and the capture does not tell in which. */
  readonly mayHold: readonly Side[];
  readonly isVisited: boolean;
}

export interface DrawnEdge {
  readonly id: string;
  /** The states it connects; null: a state that cannot be known. */
  readonly fromState: TcpState | null;
  readonly toState: TcpState | null;
  readonly path: string;
  readonly head: string;
  readonly lines: readonly LabelLine[];
  readonly anchor: "start" | "middle" | "end";
  readonly tracks: readonly DrawnTrack[];
  /** An end goes along it in the present step. */
  readonly isCurrent: boolean;
  /** An end took it at or before the present step. */
  readonly isTaken: boolean;
}

interface LabelLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Set where both ends go along the edge at once for different reasons. */
  readonly side: Side | null;
}

/** One end's passage along an edge. */
export interface DrawnTrack {
  readonly side: Side;
  readonly basis: Basis;
  /** The segments at which the end took the edge. */
  readonly positions: readonly Position[];
  readonly badge: { readonly x: number; readonly y: number; readonly text: string };
}

export interface DrawnToken {
  readonly side: Side;
  readonly node: NodeId;
  readonly x: number;
  readonly y: number;
  /** From its place before the present step to its place now; null if it stays. */
  readonly journey: string | null;
}

/** An end that is in this state or in another one. */
export interface DrawnDoubt {
  readonly side: Side;
  readonly node: NodeId;
  readonly place: { readonly x: number; readonly y: number };
}

export interface DrawnGraph {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly tokens: readonly DrawnToken[];
  readonly doubts: readonly DrawnDoubt[];
}
