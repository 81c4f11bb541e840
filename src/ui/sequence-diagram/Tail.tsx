import { tailEvents } from "../../diagram/sequence/bands.ts";
import type { SequenceLayout } from "../../diagram/sequence/layout.ts";
import { arrow } from "../../tcp/arrows.ts";

interface TailProps {
  readonly layout: SequenceLayout;
  readonly when: "past" | "future";
}

/** What happens after the last segment: clocks that run out, mostly predicted. */
export function Tail({ layout, when }: TailProps) {
  const { clientX, serverX } = layout.metrics;
  const middle = (clientX + serverX) / 2;
  return tailEvents(layout).map(({ y, move, wait }) => {
    const [from, to] = move.side === "client" ? [clientX, middle] : [serverX, middle];
    const x = move.side === "client" ? layout.room.left : layout.room.right;
    const { call } = arrow(move.arrow);
    return (
      <g key={`${move.side} ${move.arrow}`} className="tail-event" data-when={when} data-basis={move.basis}>
        <path d={`M${from} ${y}H${to}`} />
        <text x={x} y={y - 5} data-side={move.side}>
          {layout.words.event(move, wait)}
        </text>
        {call !== null && (
          <text x={x} y={y + 13} data-side={move.side}>
            {layout.words.call(call)}
          </text>
        )}
      </g>
    );
  });
}
