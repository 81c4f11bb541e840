import { memo } from "react";
import { bandLook } from "../../diagram/sequence/appearances.ts";
import type { Band } from "../../diagram/sequence/bands.ts";
import type { Metrics } from "../../diagram/sequence/metrics.ts";
import type { Side } from "../../tcp/state.ts";
import { bandName } from "../state-names.ts";
import { useLanguage } from "../use-words.ts";
import type { ScrollWindow } from "./use-scroll-window.ts";

interface StateBandProps {
  readonly band: Band;
  readonly metrics: Metrics;
  readonly view: ScrollWindow;
  readonly isFuture: boolean;
  /** Bands may be too low for a name. */
  readonly isBare: boolean;
  /** It begins when the present segment arrives. */
  readonly isWaiting: boolean;
}

/** Where the bands of an end stand: outside its lifeline. */
export function bandLeft(metrics: Metrics, side: Side): number {
  return side === "client" ? metrics.clientX - metrics.band : metrics.serverX;
}

/** One state of one end; its name stays in sight as long as the band is. */
export const StateBand = memo(function StateBand(props: StateBandProps) {
  const { band, metrics, view, isFuture, isBare, isWaiting } = props;
  const language = useLanguage();
  const start = Math.max(band.top, view.top);
  const end = Math.min(band.bottom, view.bottom);
  return (
    <div
      aria-hidden="true"
      className={`state-band phase-${band.phase}`}
      data-side={band.side}
      data-basis={band.state === null ? bandLook(band) : band.basis}
      data-future={isFuture}
      data-waits={isWaiting}
      data-begins={band.top >= view.top}
      style={{
        top: start + view.shift,
        height: end - start,
        left: bandLeft(metrics, band.side),
        width: metrics.band,
      }}
    >
      {(!isBare || band.bottom - band.top >= metrics.slice) && (
        <span className="state-name">{bandName(band, language)}</span>
      )}
    </div>
  );
});
