import { useMemo } from "react";
import type { Witnesses } from "../../segments/witnesses.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { useWords } from "../use-words.ts";
import { merging } from "./merge.words.ts";
import { type ExtraDelays, extraDelays } from "./witness-counts.ts";

const WIDTH = 320;
const HALF = 22;
/** The most bars that are drawn: of more segments the slowest of each stretch. */
const MOST_BARS = 160;

interface DelayStripProps {
  readonly witnesses: Witnesses;
  readonly analysis: ConnectionAnalysis;
}

/** By how much longer than the fastest each segment was under way: to the server above the line, to the client below. */
export function DelayStrip({ witnesses, analysis }: DelayStripProps) {
  const words = useWords(merging);
  const extra = useMemo(() => extraDelays(witnesses, analysis), [witnesses, analysis]);
  if (extra.toServer.length + extra.toClient.length === 0) return null;
  const most = (side: keyof ExtraDelays): number => Math.max(0, ...extra[side].map((each) => each.extra));
  const scale = Math.max(most("toServer"), most("toClient"), 1);
  const said = words.strip(most("toServer"), most("toClient"));
  return (
    <figure className="merge-strip">
      <svg viewBox={`0 0 ${WIDTH} ${2 * HALF}`} role="img" aria-label={said}>
        <path className="to-server" d={bars(extra.toServer, analysis.segments.length, scale, -1)} />
        <path className="to-client" d={bars(extra.toClient, analysis.segments.length, scale, 1)} />
        <path className="axis" d={`M0,${HALF}H${WIDTH}`} />
      </svg>
      <figcaption>{said}</figcaption>
    </figure>
  );
}

/** One path of vertical bars. @param towards -1: upwards */
function bars(delays: ExtraDelays["toServer"], rows: number, scale: number, towards: 1 | -1): string {
  const count = Math.min(rows, MOST_BARS);
  const highest = new Float64Array(count);
  for (const { row, extra } of delays) {
    const bar = Math.floor((row * count) / rows);
    highest[bar] = Math.max(highest[bar] ?? 0, extra);
  }
  return Array.from(highest, (extra, bar) => {
    const height = (extra / scale) * (HALF - 2);
    return height < 0.5 ? "" : `M${((bar + 0.5) * WIDTH) / count},${HALF}v${(towards * height).toFixed(1)}`;
  }).join("");
}
