import "./kernel.css";
import { behindRows } from "../../diagram/sequence/behind-rows.ts";
import type { LayerPlace, Mark } from "../../diagram/sequence/layer.ts";
import { NOTE_GAP, type Rail } from "../../diagram/sequence/metrics.ts";
import type { ShownSockets } from "../../store/sockets/sockets.ts";
import type { PlacedSocket } from "../../tcp/observed/place-sockets.ts";
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
    return {
      name: "kernel",
      rails: shown.some(({ side }) => side === null) ? [MIDDLEBOX] : [],
      ...behindRows({
        things: shown,
        positionOf: ({ position }) => position,
        heightOf: (_, { callLine }) => callLine,
        marksOf: (socket, place, top) => marksOf(place, socket, top, wordSocket(socket, words)),
        wordsOf: (socket) => `${words.ends[socket.side ?? "middlebox"]}, ${wordSocket(socket, words)}`,
      }),
      Over: LoadSockets,
      ...(shown.length > 0 && { Legend: SaidInLegend }),
    };
  },
);

function marksOf(
  { layout: { metrics }, rail }: LayerPlace,
  { side, verdict }: PlacedSocket,
  top: number,
  text: string,
): Mark[] {
  // The base line stands a quarter of a line above its end.
  const y = top + 0.75 * metrics.callLine;
  const look = `${side ?? "middlebox"} ${verdict}`;
  if (side === null) {
    const x = (rail("server")?.left ?? 0) + 4;
    return [{ kind: "text", x, y, text: text.replace(/^conntrack[:：] ?/u, ""), anchor: "start", look }];
  }
  const isClient = side === "client";
  const x = isClient ? metrics.clientX : metrics.serverX;
  const inwards = isClient ? NOTE_GAP : -NOTE_GAP;
  return [
    { kind: "path", d: `M${x - 4} ${y - 4}h8`, look },
    { kind: "text", x: x + inwards, y, text, anchor: isClient ? "start" : "end", look },
  ];
}
