import type { TcpState } from "../../tcp/state.ts";

const NODE_WIDTH = 104;
export const NODE_HEIGHT = 28;

/** A place for a token: figure 5 of RFC 9293 draws CLOSED twice, where a connection begins and where it ends. */
export type NodeId = Exclude<TcpState, "CLOSED"> | "CLOSED-start" | "CLOSED-end" | "not-known";

/** What a state is for; decides its tint, here and in the bands of the sequence diagram. */
export type Phase = "closed" | "opening" | "open" | "closing-actively" | "closing-passively" | "unknown";

export interface GraphNode {
  readonly id: NodeId;
  /** null: the end's state cannot be known. */
  readonly state: TcpState | null;
  /** Centre. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The eleven states where figure 5 of RFC 9293 has them, placed by hand. */
export const NODES: readonly GraphNode[] = [
  { id: "not-known", state: null, x: 54, y: 24, width: 88 },
  { id: "CLOSED-start", state: "CLOSED", x: 230, y: 24, width: NODE_WIDTH },
  { id: "LISTEN", state: "LISTEN", x: 230, y: 96, width: NODE_WIDTH },
  { id: "SYN-RECEIVED", state: "SYN-RECEIVED", x: 62, y: 172, width: NODE_WIDTH },
  { id: "SYN-SENT", state: "SYN-SENT", x: 398, y: 172, width: NODE_WIDTH },
  { id: "ESTABLISHED", state: "ESTABLISHED", x: 230, y: 248, width: NODE_WIDTH },
  { id: "FIN-WAIT-1", state: "FIN-WAIT-1", x: 62, y: 324, width: NODE_WIDTH },
  { id: "CLOSE-WAIT", state: "CLOSE-WAIT", x: 398, y: 324, width: NODE_WIDTH },
  { id: "FIN-WAIT-2", state: "FIN-WAIT-2", x: 62, y: 400, width: NODE_WIDTH },
  { id: "CLOSING", state: "CLOSING", x: 230, y: 400, width: NODE_WIDTH },
  { id: "LAST-ACK", state: "LAST-ACK", x: 398, y: 400, width: NODE_WIDTH },
  { id: "TIME-WAIT", state: "TIME-WAIT", x: 230, y: 474, width: NODE_WIDTH },
  { id: "CLOSED-end", state: "CLOSED", x: 398, y: 474, width: NODE_WIDTH },
];

/** Where the words that tell the two boxes of CLOSED apart end; y is their baseline. */
export const CLOSED_NOTES = [
  { of: "start", x: 172, y: 28 },
  { of: "end", x: 450, y: 501 },
] as const;

const PHASES: Readonly<Record<TcpState, Phase>> = {
  CLOSED: "closed",
  LISTEN: "closed",
  "SYN-SENT": "opening",
  "SYN-RECEIVED": "opening",
  ESTABLISHED: "open",
  "FIN-WAIT-1": "closing-actively",
  "FIN-WAIT-2": "closing-actively",
  CLOSING: "closing-actively",
  "TIME-WAIT": "closing-actively",
  "CLOSE-WAIT": "closing-passively",
  "LAST-ACK": "closing-passively",
};

export function phaseOf(state: TcpState | null): Phase {
  return state === null ? "unknown" : PHASES[state];
}

/** The node in which an end starts; the ends of a connection begin in the upper CLOSED. */
export function startNode(state: TcpState | null): NodeId {
  if (state === null) return "not-known";
  return state === "CLOSED" ? "CLOSED-start" : state;
}

/** The node of a state that an end comes to, where no edge tells it. */
export function endNode(state: TcpState): NodeId {
  return state === "CLOSED" ? "CLOSED-end" : state;
}

/** The state that a node stands for. */
export function stateOf(node: NodeId): TcpState | null {
  if (node === "not-known") return null;
  return node === "CLOSED-start" || node === "CLOSED-end" ? "CLOSED" : node;
}
