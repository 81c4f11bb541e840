import { memo, useMemo } from "react";
import type { SequenceLayout } from "../../../diagram/sequence/layout.ts";
import { binStrip } from "../../../diagram/strip/bin-strip.ts";
import { drawStrip, markedNotches, placeInStrip } from "../../../diagram/strip/draw-strip.ts";
import type { Position } from "../../../tcp/position.ts";
import { useSynfin } from "../../use-synfin.ts";

interface StripDrawingProps {
  readonly layout: SequenceLayout;
  readonly position: Position;
  /** Height of the strip. */
  readonly bins: number;
}

/** Also the width in connection-strip.css. */
const WIDTH = 26;

/** How many segments each end sends where, what is special among them, and the present one. */
export const StripDrawing = memo(function StripDrawing({ layout, position, bins }: StripDrawingProps) {
  const marked = useSynfin((state) => state.marked);
  const drawn = useMemo(() => drawStrip(binStrip(layout, bins), WIDTH), [layout, bins]);
  const present = Math.round(placeInStrip(layout, position, bins));
  return (
    <svg
      width="100%"
      height={bins}
      viewBox={`0 0 ${WIDTH} ${bins}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path className="strip-middle" d={`M${WIDTH / 2} 0v${bins}`} />
      <path className="strip-client" d={drawn.client} />
      <path className="strip-server" d={drawn.server} />
      <path className="strip-syn" d={drawn.syn} />
      <path className="strip-fin" d={drawn.fin} />
      <path className="strip-rst" d={drawn.rst} />
      <path className="strip-lost" d={drawn.lost} />
      {marked && <path className="strip-marked" d={markedNotches(layout, marked, WIDTH, bins)} />}
      {position > 0 && <path className="strip-present" d={`M0 ${present}h${WIDTH}`} />}
    </svg>
  );
});
