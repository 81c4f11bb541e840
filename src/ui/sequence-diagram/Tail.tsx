import { memo } from "react";
import type { DrawnTailEvent } from "../../diagram/sequence/tail.ts";

interface TailProps {
  readonly events: readonly DrawnTailEvent[];
  readonly when: "past" | "future";
}

/** What happens after the last segment: clocks that run out, mostly predicted. */
export const Tail = memo(function Tail({ events, when }: TailProps) {
  return events.map(({ move, lines }) => (
    <g key={`${move.side} ${move.arrow}`} className="tail-event" data-when={when}>
      {lines.map(({ text, x, y }) => (
        <text key={y} x={x} y={y} data-side={move.side}>
          {text}
        </text>
      ))}
    </g>
  ));
});
