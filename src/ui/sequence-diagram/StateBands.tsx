import { useMemo } from "react";
import { bandsOf } from "../../diagram/sequence/bands.ts";
import type { SequenceLayout } from "../../diagram/sequence/layout.ts";
import type { Position } from "../../tcp/position.ts";
import { bandLeft, StateBand } from "./StateBand.tsx";
import type { ScrollWindow } from "./use-scroll-window.ts";

interface StateBandsProps {
  readonly layout: SequenceLayout;
  readonly view: ScrollWindow;
  readonly position: Position;
}

/** The states beside both lifelines, fainter after the present row, which is marked. */
export function StateBands({ layout, view, position }: StateBandsProps) {
  const { tops, gaps, metrics, height } = layout;
  const { top, bottom, shift } = view;
  const bands = useMemo(() => [...bandsOf(layout, "client"), ...bandsOf(layout, "server")], [layout]);
  const present = {
    top: (tops[position - 1] ?? 0) + (gaps[position - 1] ?? 0),
    bottom: tops[position] ?? 0,
  };
  const isInView = (part: { readonly top: number; readonly bottom: number }): boolean =>
    part.bottom > top && part.top < bottom;
  const future = position < tops.length - 1 ? Math.max(top, present.bottom) : height;
  const { fromClient, segments } = layout.analysis;
  const receiver = position === 0 ? null : fromClient[position - 1] ? "server" : "client";
  // What is told ends here, as in a lesson: there was no fainter band before.
  const isNewest = position === segments.length;
  return (
    <>
      {position > 0 && isInView(present) && (
        <div
          className="row-now"
          style={{ top: present.top + shift, height: present.bottom - present.top, width: metrics.width }}
        />
      )}
      {bands.filter(isInView).map((band) => (
        <StateBand
          key={`${band.side} ${band.top}`}
          band={band}
          metrics={metrics}
          view={view}
          isFuture={band.top >= future}
          isBare={layout.zoom.isBare}
          isWaiting={isNewest && band.side === receiver && band.top >= present.top}
        />
      ))}
      {future < bottom &&
        (["client", "server"] as const).map((side) => (
          <div
            key={side}
            className="band-future"
            data-waits={side === receiver}
            style={{
              top: future + shift,
              height: bottom - future,
              left: bandLeft(metrics, side),
              width: metrics.band,
            }}
          />
        ))}
    </>
  );
}
