import "./kernel.css";
import type { LayerPlace, Mark } from "../../diagram/sequence/layer.ts";
import { type Metrics, NOTE_GAP, type Rail } from "../../diagram/sequence/metrics.ts";
import type { ShownSockets } from "../../store/sockets/sockets.ts";
import type { PlacedSocket } from "../../tcp/observed/place-sockets.ts";
import type { Position } from "../../tcp/position.ts";
import { layerOf } from "../sequence-diagram/layer.ts";
import { wordsIn } from "../words.ts";
import { kernelWords } from "./kernel.words.ts";
import { LoadSockets } from "./LoadSockets.tsx";
import { SaidInLegend } from "./SaidInLegend.tsx";
import { wordSocket } from "./word-socket.ts";

const NOTHING: ShownSockets = { connection: -1, placed: [], fitNone: [] };

/** The rail of a middlebox between both ends. */
const MIDDLEBOX: Rail = { side: "server", width: 104, head: "conntrack" };

/** Rows of observations, each behind the segment after which it stands. */
export const kernelLayer = layerOf(
  ({ sockets, selection }) => (sockets?.connection === selection?.connection ? sockets : null) ?? NOTHING,
  ({ placed }, analysis, language) => {
    const words = wordsIn(kernelWords, language);
    // A lesson or a prediction holds the beginning only.
    const shown = placed.filter(({ position }) => position <= analysis.segments.length);
    const at = new Map<Position, PlacedSocket[]>();
    for (const socket of shown) at.set(socket.position, [...(at.get(socket.position) ?? []), socket]);
    const linesAt = (position: Position): readonly PlacedSocket[] => at.get(position) ?? [];
    const height = (position: Position, metrics: Metrics): number =>
      linesAt(position).length * metrics.callLine;
    const drawn = (place: LayerPlace, position: Position, top: number): Mark[] =>
      linesAt(position).flatMap((socket, index) =>
        markOf(place, socket, top, index, wordSocket(socket, words)),
      );
    return {
      name: "kernel",
      rails: shown.some(({ side }) => side === null) ? [MIDDLEBOX] : [],
      roomOfRow: (position, metrics) => ({
        above: position === 1 ? height(0, metrics) : 0,
        below: height(position, metrics),
      }),
      wordsAt: (position) =>
        [...(position === 1 ? linesAt(0) : []), ...linesAt(position)].map(
          (socket) => `${words.ends[socket.side ?? "middlebox"]}, ${wordSocket(socket, words)}`,
        ),
      marks: (place) => {
        const marks: Mark[] = [];
        if (place.first === 1) marks.push(...drawn(place, 0, place.above(1).top));
        for (let position = Math.max(place.first, 1); position <= place.last; position++)
          marks.push(...drawn(place, position, place.below(position).top));
        return marks;
      },
      Over: LoadSockets,
      ...(shown.length > 0 && { Legend: SaidInLegend }),
    };
  },
);

function markOf(
  { layout: { metrics }, rail }: LayerPlace,
  { side, verdict }: PlacedSocket,
  top: number,
  index: number,
  text: string,
): Mark[] {
  // The base line stands a quarter of a line above its end.
  const y = top + (index + 0.75) * metrics.callLine;
  const look = `${side ?? "middlebox"} ${verdict}`;
  if (side === null)
    return [
      {
        kind: "text",
        x: (rail("server")?.left ?? 0) + 4,
        y,
        text: text.replace(/^conntrack[:：] ?/u, ""),
        anchor: "start",
        look,
      },
    ];
  const isClient = side === "client";
  const x = isClient ? metrics.clientX : metrics.serverX;
  const tick = `M${x - 4} ${y - 4}h8`;
  const inwards = isClient ? NOTE_GAP : -NOTE_GAP;
  return [
    { kind: "path", d: tick, look },
    { kind: "text", x: x + inwards, y, text, anchor: isClient ? "start" : "end", look },
  ];
}
