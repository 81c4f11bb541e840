import type { ArrowId } from "../../tcp/arrows.ts";
import type { NodeId } from "./nodes.ts";

/** Control points of one cubic Bézier curve. */
export type Curve = readonly [
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  x3: number,
  y3: number,
];

export interface GraphEdge {
  readonly id: string;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly curve: Curve;
  /** Where its label begins (`start`), lies (`middle`) or ends; y is the baseline of the first line. */
  readonly label: { readonly x: number; readonly y: number; readonly anchor: "start" | "middle" | "end" };
  /** The arrow whose event labels the edge when nobody takes it; null: drawn only when taken. */
  readonly drawnFor: ArrowId | null;
  /** Words for the edge as long as nobody takes it, where one arrow's event would not say it all. */
  readonly untaken?: readonly string[];
  /** How the label breaks: event over action, all on one line, or before `of`. */
  readonly labelForm: "stacked" | "line" | "broken";
}

/** A straight line as a curve, so that everything on an edge is computed in one way. */
function line(x0: number, y0: number, x3: number, y3: number): Curve {
  const third = (a: number, b: number, part: number): number => a + ((b - a) * part) / 3;
  return [x0, y0, third(x0, x3, 1), third(y0, y3, 1), third(x0, x3, 2), third(y0, y3, 2), x3, y3];
}

function edge(
  from: NodeId,
  to: NodeId,
  curve: Curve,
  label: GraphEdge["label"],
  drawnFor: ArrowId | null,
  labelForm: GraphEdge["labelForm"] = "stacked",
  untaken?: readonly string[],
): GraphEdge {
  const id = `${from}>${to}${drawnFor === null ? "*" : ""}`;
  return { id, from, to, curve, label, drawnFor, labelForm, ...(untaken && { untaken }) };
}

/**
 * The arrows of figure 5 of RFC 9293, and, drawn only when an end takes them, those that the text of the RFC and
 * the repairs add: resets, timeouts and handshakes that were not captured. Placed by hand so that no label lies
 * on a line.
 */
export const EDGES: readonly GraphEdge[] = [
  edge("CLOSED-start", "LISTEN", line(218, 38, 218, 82), { x: 212, y: 63, anchor: "end" }, "T01"),
  edge("LISTEN", "CLOSED-start", line(242, 82, 242, 38), { x: 248, y: 63, anchor: "start" }, "T38"),
  edge(
    "CLOSED-start",
    "SYN-SENT",
    [282, 18, 360, 18, 424, 60, 424, 158],
    { x: 388, y: 26, anchor: "start" },
    "T02",
  ),
  edge(
    "SYN-SENT",
    "CLOSED-start",
    [384, 158, 384, 90, 340, 40, 282, 32],
    { x: 352, y: 98, anchor: "end" },
    "T15",
    "stacked",
    ["rcv RST", "or CLOSE"],
  ),
  edge(
    "LISTEN",
    "SYN-RECEIVED",
    [192, 110, 180, 150, 150, 166, 114, 166],
    { x: 156, y: 132, anchor: "end" },
    "T03",
  ),
  edge(
    "SYN-RECEIVED",
    "LISTEN",
    [40, 158, 40, 110, 90, 92, 178, 92],
    { x: 48, y: 100, anchor: "middle" },
    "T09",
  ),
  edge(
    "LISTEN",
    "SYN-SENT",
    [268, 110, 280, 150, 310, 166, 346, 166],
    { x: 306, y: 136, anchor: "start" },
    "T02",
    "stacked",
    ["SEND", "snd SYN"],
  ),
  edge(
    "SYN-SENT",
    "SYN-RECEIVED",
    line(346, 180, 114, 180),
    { x: 230, y: 169, anchor: "middle" },
    "T05",
    "line",
  ),
  edge(
    "SYN-RECEIVED",
    "ESTABLISHED",
    [96, 186, 110, 225, 150, 244, 178, 244],
    { x: 128, y: 208, anchor: "start" },
    "T06",
  ),
  edge(
    "SYN-SENT",
    "ESTABLISHED",
    [364, 186, 350, 225, 310, 244, 282, 244],
    { x: 332, y: 204, anchor: "end" },
    "T04",
  ),
  edge("SYN-RECEIVED", "FIN-WAIT-1", line(36, 186, 36, 310), { x: 50, y: 245, anchor: "start" }, "T11"),
  edge(
    "ESTABLISHED",
    "FIN-WAIT-1",
    [192, 262, 180, 300, 150, 318, 114, 318],
    { x: 158, y: 284, anchor: "end" },
    "T18",
  ),
  edge(
    "ESTABLISHED",
    "CLOSE-WAIT",
    [268, 262, 280, 300, 310, 318, 346, 318],
    { x: 302, y: 284, anchor: "start" },
    "T19",
  ),
  edge(
    "FIN-WAIT-1",
    "FIN-WAIT-2",
    line(36, 338, 36, 386),
    { x: 50, y: 359, anchor: "start" },
    "T20",
    "broken",
  ),
  edge(
    "FIN-WAIT-1",
    "CLOSING",
    [114, 330, 170, 330, 214, 347, 214, 386],
    { x: 168, y: 357, anchor: "end" },
    "T21",
  ),
  edge(
    "FIN-WAIT-2",
    "TIME-WAIT",
    [62, 414, 62, 450, 110, 472, 178, 472],
    { x: 100, y: 434, anchor: "start" },
    "T23",
  ),
  edge(
    "CLOSING",
    "TIME-WAIT",
    line(230, 414, 230, 460),
    { x: 244, y: 435, anchor: "start" },
    "T25",
    "broken",
  ),
  edge("CLOSE-WAIT", "LAST-ACK", line(398, 338, 398, 386), { x: 412, y: 359, anchor: "start" }, "T26"),
  edge(
    "LAST-ACK",
    "CLOSED-end",
    line(398, 414, 398, 460),
    { x: 412, y: 435, anchor: "start" },
    "T27",
    "broken",
  ),
  edge(
    "TIME-WAIT",
    "CLOSED-end",
    line(282, 474, 346, 474),
    { x: 309, y: 456, anchor: "middle" },
    "T28",
    "broken",
  ),

  edge(
    "TIME-WAIT",
    "TIME-WAIT",
    [205, 488, 205, 506, 255, 506, 255, 488],
    { x: 262, y: 503, anchor: "start" },
    null,
    "line",
  ),
  edge(
    "SYN-RECEIVED",
    "CLOSED-start",
    [20, 158, 20, 90, 120, 30, 178, 28],
    { x: 84, y: 74, anchor: "start" },
    null,
    "line",
  ),
  edge("LISTEN", "ESTABLISHED", line(230, 110, 230, 234), { x: 236, y: 200, anchor: "start" }, null, "line"),
  edge(
    "CLOSED-start",
    "ESTABLISHED",
    [200, 38, 156, 90, 156, 190, 205, 234],
    { x: 176, y: 200, anchor: "start" },
    null,
    "line",
  ),
  edge(
    "ESTABLISHED",
    "CLOSED-end",
    [244, 262, 250, 360, 310, 380, 362, 460],
    { x: 238, y: 336, anchor: "end" },
    null,
    "stacked",
  ),
  edge(
    "FIN-WAIT-1",
    "CLOSED-end",
    [114, 312, 200, 312, 330, 360, 356, 460],
    { x: 196, y: 308, anchor: "start" },
    null,
    "line",
  ),
  edge(
    "FIN-WAIT-2",
    "CLOSED-end",
    [40, 414, 40, 522, 330, 522, 372, 488],
    { x: 10, y: 504, anchor: "start" },
    null,
    "line",
  ),
  edge(
    "CLOSING",
    "CLOSED-end",
    [282, 396, 320, 400, 336, 430, 366, 460],
    { x: 290, y: 392, anchor: "start" },
    null,
    "line",
  ),
  edge(
    "CLOSE-WAIT",
    "CLOSED-end",
    [352, 338, 334, 370, 334, 424, 352, 460],
    { x: 332, y: 366, anchor: "end" },
    null,
    "line",
  ),
  edge(
    "LAST-ACK",
    "CLOSED-end",
    [374, 414, 366, 430, 366, 444, 374, 460],
    { x: 364, y: 440, anchor: "end" },
    null,
    "line",
  ),
  edge(
    "TIME-WAIT",
    "CLOSED-end",
    [282, 482, 300, 492, 328, 492, 346, 482],
    { x: 314, y: 502, anchor: "middle" },
    null,
    "line",
  ),

  edge(
    "not-known",
    "SYN-SENT",
    [98, 24, 180, 70, 300, 120, 346, 164],
    { x: 150, y: 70, anchor: "middle" },
    null,
    "line",
  ),
  edge("not-known", "SYN-RECEIVED", line(48, 38, 48, 158), { x: 54, y: 64, anchor: "start" }, null, "line"),
  edge(
    "not-known",
    "ESTABLISHED",
    [98, 30, 150, 80, 150, 200, 200, 234],
    { x: 140, y: 80, anchor: "start" },
    null,
    "line",
  ),
  edge("not-known", "CLOSED-start", line(98, 24, 178, 24), { x: 138, y: 18, anchor: "middle" }, null, "line"),
];

/** The path of a curve as an SVG path string. */
export function curvePath(curve: Curve): string {
  const [x0, y0, x1, y1, x2, y2, x3, y3] = curve;
  return `M${x0},${y0}C${x1},${y1} ${x2},${y2} ${x3},${y3}`;
}

/** The point of a curve at `t` (0 = start, 1 = end). */
export function pointOn(curve: Curve, t: number): { readonly x: number; readonly y: number } {
  const [x0, y0, x1, y1, x2, y2, x3, y3] = curve;
  const s = 1 - t;
  const at = (a: number, b: number, c: number, d: number): number =>
    s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
  return { x: at(x0, x1, x2, x3), y: at(y0, y1, y2, y3) };
}

/** Triangle at the end of a curve, pointing along it, as an SVG path string. */
export function arrowHead(curve: Curve, size: number): string {
  const [, , , , x2, y2, x3, y3] = curve;
  const length = Math.hypot(x3 - x2, y3 - y2) || 1;
  const ux = (x3 - x2) / length;
  const uy = (y3 - y2) / length;
  const round = (value: number): number => Math.round(value * 10) / 10;
  const corner = (side: 1 | -1): string =>
    `${round(x3 - ux * size - uy * side * size * 0.5)},${round(y3 - uy * size + ux * side * size * 0.5)}`;
  return `M${x3},${y3}L${corner(1)}L${corner(-1)}Z`;
}
