import type { ArrowId } from "../../tcp/arrows.ts";
import type { Side } from "../../tcp/state.ts";
import { type Cubic, type Curve, line } from "./curve.ts";
import type { NodeId } from "./nodes.ts";

export interface GraphEdge {
  readonly id: string;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly curve: Curve;
  /** Where its label begins (`start`), lies (`middle`) or ends; y is the baseline of the first line. */
  readonly label: { readonly x: number; readonly y: number; readonly anchor: "start" | "middle" | "end" };
  /** The arrow whose event labels the edge when no end takes it; null: the edge is drawn only when taken. */
  readonly drawnFor: ArrowId | null;
  /** The label when no end takes the edge, if one arrow's event is not enough. */
  readonly untaken?: readonly string[];
  /** Where the segment numbers of each end stand along the edge, from 0 to 1. */
  readonly badgeAt: Readonly<Record<Side, number>>;
  /** The direction in which long numbers grow away from the label: -1 = left, 1 = right, 0 = both. */
  readonly badgeGrows: -1 | 0 | 1;
  /** How the label breaks: event over action, all on one line, or also within the event. */
  readonly labelForm: "stacked" | "line" | "broken";
}

type Label = GraphEdge["label"];

const start = (x: number, y: number): Label => ({ x, y, anchor: "start" });
const middle = (x: number, y: number): Label => ({ x, y, anchor: "middle" });
const end = (x: number, y: number): Label => ({ x, y, anchor: "end" });

const AWAY_FROM_LABEL = { start: -1, middle: 0, end: 1 } as const;

interface Variations {
  readonly untaken?: readonly string[];
  readonly badgeAt?: readonly [client: number, server: number];
  readonly badgeGrows?: -1 | 0 | 1;
}

function edge(
  from: NodeId,
  to: NodeId,
  curve: Cubic | Curve,
  label: Label,
  drawnFor: ArrowId | null,
  labelForm: GraphEdge["labelForm"] = "stacked",
  { untaken, badgeAt = [0.34, 0.66], badgeGrows = AWAY_FROM_LABEL[label.anchor] }: Variations = {},
): GraphEdge {
  const id = `${from}>${to}${drawnFor === null ? "*" : ""}`;
  return {
    id,
    from,
    to,
    curve: isCubic(curve) ? [curve] : curve,
    label,
    drawnFor,
    labelForm,
    badgeGrows,
    badgeAt: { client: badgeAt[0], server: badgeAt[1] },
    ...(untaken && { untaken }),
  };
}

/** From the left side of FIN-WAIT-1 down beside the figure and along below it. */
const AROUND_THE_FIGURE: Curve = [
  [10, 328, -8, 328, -8, 328, -8, 346],
  line(-8, 346, -8, 498),
  [-8, 498, -8, 516, -8, 516, 10, 516],
  line(10, 516, 354, 516),
  [354, 516, 372, 516, 372, 516, 372, 488],
];

function isCubic(curve: Cubic | Curve): curve is Cubic {
  return typeof curve[0] === "number";
}

/**
 * The arrows of figure 5 of RFC 9293, and, drawn only when an end takes them, those that the text of the RFC and
 * the repairs add: resets, timeouts and handshakes that were not captured. Placed by hand so that no label lies
 * on a line.
 */
export const EDGES: readonly GraphEdge[] = [
  edge("CLOSED-start", "LISTEN", line(218, 38, 218, 82), end(212, 63), "T01"),
  edge("LISTEN", "CLOSED-start", line(242, 82, 242, 38), start(254, 63), "T38"),
  edge("CLOSED-start", "SYN-SENT", [282, 18, 360, 18, 424, 60, 424, 158], start(388, 26), "T02"),
  edge("SYN-SENT", "CLOSED-start", [384, 158, 384, 90, 340, 40, 282, 32], end(355, 101), "T15", "broken", {
    untaken: ["rcv RST", "or CLOSE"],
    badgeAt: [0.26, 0.6],
  }),
  edge("LISTEN", "SYN-RECEIVED", [192, 110, 180, 150, 150, 166, 114, 166], end(156, 132), "T03"),
  edge("SYN-RECEIVED", "LISTEN", [40, 158, 40, 110, 90, 92, 178, 92], middle(48, 92), "T09", "stacked", {
    badgeAt: [0.34, 0.8],
  }),
  edge("LISTEN", "SYN-SENT", [268, 110, 280, 150, 310, 166, 346, 166], start(299, 133), "T02", "stacked", {
    untaken: ["SEND", "snd SYN"],
  }),
  edge("SYN-SENT", "SYN-RECEIVED", line(346, 180, 114, 180), middle(230, 162), "T05", "stacked", {
    badgeAt: [0.2, 0.8],
  }),
  edge(
    "SYN-RECEIVED",
    "ESTABLISHED",
    [96, 186, 110, 225, 150, 244, 178, 244],
    start(124, 204),
    "T06",
    "broken",
    {
      badgeAt: [0.44, 0.74],
    },
  ),
  edge("SYN-SENT", "ESTABLISHED", [364, 186, 350, 225, 310, 244, 282, 244], end(332, 204), "T04", "stacked", {
    badgeAt: [0.44, 0.74],
  }),
  edge("SYN-RECEIVED", "FIN-WAIT-1", line(36, 186, 36, 310), start(50, 245), "T11"),
  edge("ESTABLISHED", "FIN-WAIT-1", [192, 262, 180, 300, 150, 318, 114, 318], end(158, 284), "T18"),
  edge("ESTABLISHED", "CLOSE-WAIT", [268, 262, 280, 300, 310, 318, 346, 318], start(302, 284), "T19"),
  edge("FIN-WAIT-1", "FIN-WAIT-2", line(36, 338, 36, 386), start(50, 360), "T20", "broken"),
  edge("FIN-WAIT-1", "CLOSING", [114, 330, 170, 330, 214, 347, 214, 386], end(168, 357), "T21"),
  edge("FIN-WAIT-2", "TIME-WAIT", [62, 414, 62, 450, 110, 472, 178, 472], start(100, 436), "T23", "broken"),
  edge("CLOSING", "TIME-WAIT", line(230, 414, 230, 460), start(244, 433), "T25", "broken"),
  edge("CLOSE-WAIT", "LAST-ACK", line(398, 338, 398, 386), start(412, 359), "T26"),
  edge("LAST-ACK", "CLOSED-end", line(398, 414, 398, 460), start(412, 433), "T27", "broken"),
  edge("TIME-WAIT", "CLOSED-end", line(282, 474, 346, 474), middle(309, 450), "T28", "broken", {
    badgeAt: [0.38, 0.72],
  }),

  edge("TIME-WAIT", "TIME-WAIT", [205, 488, 205, 506, 255, 506, 255, 488], start(262, 503), null, "line"),
  edge("SYN-RECEIVED", "CLOSED-start", [20, 158, 20, 90, 120, 30, 178, 28], start(84, 78), null, "line", {
    badgeAt: [0.25, 0.75],
  }),
  edge("LISTEN", "ESTABLISHED", [206, 110, 166, 150, 160, 190, 200, 234], middle(233, 131), null, "stacked", {
    badgeAt: [0.64, 0.86],
    badgeGrows: -1,
  }),
  edge(
    "CLOSED-start",
    "ESTABLISHED",
    [200, 38, 150, 70, 156, 170, 196, 234],
    middle(233, 131),
    null,
    "stacked",
    { badgeAt: [0.79, 0.9], badgeGrows: -1 },
  ),
  edge("ESTABLISHED", "CLOSED-end", [244, 262, 250, 360, 310, 380, 362, 460], end(246, 310), null, "broken"),
  edge("FIN-WAIT-1", "CLOSED-end", AROUND_THE_FIGURE, start(0, 510), null, "line", { badgeAt: [0.68, 0.78] }),
  edge("FIN-WAIT-2", "CLOSED-end", [40, 414, 40, 522, 330, 522, 372, 488], start(6, 504), null, "line", {
    badgeAt: [0.42, 0.66],
  }),
  edge("CLOSING", "CLOSED-end", [282, 396, 320, 400, 336, 430, 366, 460], start(290, 378), null),
  edge("CLOSE-WAIT", "CLOSED-end", [352, 338, 322, 370, 322, 424, 352, 460], end(320, 366), null, "stacked", {
    badgeAt: [0.46, 0.66],
    badgeGrows: -1,
  }),
  edge("LAST-ACK", "CLOSED-end", [374, 414, 366, 430, 366, 444, 374, 460], end(350, 427), null, "broken"),
  edge("TIME-WAIT", "CLOSED-end", [282, 482, 300, 492, 328, 492, 346, 482], middle(314, 508), null, "line", {
    badgeAt: [0.3, 0.72],
  }),

  edge("not-known", "SYN-SENT", [76, 38, 120, 130, 240, 132, 346, 160], end(78, 60), null),
  edge("not-known", "SYN-RECEIVED", line(14, 38, 14, 158), start(34, 68), null),
  edge("not-known", "ESTABLISHED", [98, 30, 165, 60, 152, 170, 192, 234], end(106, 60), null, "stacked", {
    badgeAt: [0.34, 0.88],
  }),
  edge("not-known", "CLOSED-start", line(98, 24, 178, 24), end(138, 50), null, "stacked", {
    badgeAt: [0.3, 0.72],
  }),
];
