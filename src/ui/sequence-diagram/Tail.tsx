import { tailEvents } from "../../diagram/sequence/bands.ts";
import type { SequenceLayout } from "../../diagram/sequence/layout.ts";

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
    return (
      <g key={`${move.side} ${move.arrow}`} className="tail-event" data-when={when} data-basis={move.basis}>
        <path d={`M${from} ${y}H${to}`} />
        <text x={move.side === "client" ? clientX + 12 : serverX - 12} y={y - 5} data-side={move.side}>
          {layout.words.event(move, wait)}
        </text>
      </g>
    );
  });
}
