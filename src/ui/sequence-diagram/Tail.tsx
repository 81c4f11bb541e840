import { tailEvents } from "../../diagram/sequence/bands.ts";
import type { SequenceLayout } from "../../diagram/sequence/layout.ts";

/** What happens after the last segment: clocks that run out, mostly predicted. */
export function Tail({ layout }: { readonly layout: SequenceLayout }) {
  const { clientX, serverX } = layout.metrics;
  const middle = (clientX + serverX) / 2;
  return tailEvents(layout).map(({ y, move, wait }) => {
    const [from, to] = move.side === "client" ? [clientX, middle] : [serverX, middle];
    return (
      <g key={`${move.side} ${move.arrow}`} className="tail-event" data-basis={move.basis}>
        <path d={`M${from} ${y}H${to}`} />
        <text x={move.side === "client" ? clientX + 12 : serverX - 12} y={y - 5} data-side={move.side}>
          {layout.words.event(move, wait)}
        </text>
      </g>
    );
  });
}
