import { memo } from "react";
import type { DrawnArrow } from "../../diagram/sequence/draw-arrow.ts";
import type { Side } from "../../tcp/state.ts";

interface SegmentArrowProps {
  readonly arrow: DrawnArrow;
  readonly receiver: Side;
  readonly colourClass: string;
  readonly when: "past" | "now" | "future";
  /** It was sent by now, and arrives at a later row. */
  readonly isUnderWay: boolean;
  /** Of the layers; undefined: as ever. */
  readonly look: string | undefined;
}

/** The arrow of a segment, drawn by its fate. */
export const SegmentArrow = memo(function SegmentArrow({
  arrow,
  receiver,
  colourClass,
  when,
  isUnderWay,
  look,
}: SegmentArrowProps) {
  return (
    <g
      className={`segment-arrow ${colourClass}`}
      data-fate={arrow.fate}
      data-when={when}
      data-to={receiver}
      data-under-way={isUnderWay}
      data-look={look}
    >
      <path className="way" d={arrow.path} pathLength={100} />
      {arrow.wait && <path className="wait" d={arrow.wait} />}
      {arrow.head && <path className="head" d={arrow.head} />}
      {arrow.cross && <path className="cross" d={arrow.cross} />}
      {arrow.doubt && (
        <text className="doubt" x={arrow.doubt.x} y={arrow.doubt.y}>
          ?
        </text>
      )}
      {arrow.arrival && (
        <text className="arrival" data-side={receiver} x={arrow.arrival.x} y={arrow.arrival.y}>
          {arrow.arrival.text}
        </text>
      )}
    </g>
  );
});
