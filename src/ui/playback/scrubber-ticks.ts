import { segmentColourClass } from "../../diagram/sequence/segment-colour.ts";
import { FIN, RST, SYN } from "../../segments/flags.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";

/** All ticks of one colour as one path, in a box from 0 to 1 across and from -1 (client) to 1 (server) down. */
export interface TickPath {
  readonly colourClass: string;
  readonly path: string;
}

/** The most ticks that can be distinguished; beyond them, each tick shows the most notable segment of its share. */
const MOST_TICKS = 600;

/** A tick a segment, at `position / last`: up where the client sent it, down where the server did. */
export function scrubberTicks({ segments, fromClient }: ConnectionAnalysis): TickPath[] {
  const last = segments.length;
  const paths = new Map<string, string>();
  const share = Math.max(1, last / MOST_TICKS);
  for (let start = 0; start < last; start += share) {
    const row = mostTelling(segments, Math.floor(start), Math.min(last, Math.floor(start + share)));
    const hasData = (segments.payloadLength[row] ?? 0) > 0;
    const colourClass = segmentColourClass(segments.flags[row] ?? 0, hasData);
    const tick = `M${(row + 1) / last} 0v${(fromClient[row] ? -1 : 1) * (hasData ? 1 : 0.7)}`;
    paths.set(colourClass, (paths.get(colourClass) ?? "") + tick);
  }
  return [...paths].map(([colourClass, path]) => ({ colourClass, path }));
}

/** A notch for each marked segment, above and below its tick, in the same box; `marked` ascends. */
export function markedTicks(marked: readonly Position[], last: number): string {
  return marked.map((at) => `M${at / last} -1.2v0.5M${at / last} 1.2v-0.5`).join("");
}

function mostTelling({ flags }: ConnectionAnalysis["segments"], start: number, end: number): number {
  for (let row = start; row < end; row++) {
    if ((flags[row] ?? 0) & (SYN | FIN | RST)) return row;
  }
  return start;
}
