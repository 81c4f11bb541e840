import { memo } from "react";
import type { DrawnRow } from "../../diagram/sequence/draw-row.ts";
import type { Metrics } from "../../diagram/sequence/metrics.ts";

interface RowWordsProps {
  readonly row: DrawnRow;
  readonly metrics: Metrics;
  readonly time: string;
  readonly colourClass: string;
  readonly when: "past" | "now" | "future";
  /** Of the layers; undefined: as ever. */
  readonly look: string | undefined;
}

/** Label, chips, calls and time of one row. */
export const RowWords = memo(function RowWords(props: RowWordsProps) {
  const { row, metrics, time, colourClass, when, look } = props;
  const chipHeight = metrics.chipLine - 4;
  return (
    <g className="row-words" data-when={when} data-look={look}>
      {row.silence && <Silence silence={row.silence} metrics={metrics} />}
      {row.hasTime && (
        <text className="row-time" x={metrics.timeEnd} y={row.departure + 4}>
          {time}
        </text>
      )}
      {row.notes.map((note) => (
        <text key={`${note.x} ${note.y}`} className={note.kind} data-side={note.side} x={note.x} y={note.y}>
          {note.text}
        </text>
      ))}
      {row.label && (
        <text className={`label ${colourClass}`} x={row.label.x} y={row.label.y}>
          {row.label.text}
        </text>
      )}
      {row.chips.map((chip) => (
        <g key={`${chip.x} ${chip.y}`} className="chip">
          <rect
            x={chip.x}
            y={chip.y - chipHeight / 2}
            width={chip.width}
            height={chipHeight}
            rx={chipHeight / 2}
          />
          <text x={chip.x + chip.width / 2} y={chip.y + 3.5}>
            {chip.text}
          </text>
        </g>
      ))}
    </g>
  );
});

interface SilenceProps {
  readonly silence: NonNullable<DrawnRow["silence"]>;
  readonly metrics: Metrics;
}

/** Time without segments, shortened: the lifelines are broken. */
function Silence({ silence: { text, x, y, height }, metrics }: SilenceProps) {
  const top = y - height / 2 + 4;
  return (
    <>
      {[metrics.clientX, metrics.serverX].map((lifeline) => (
        <path key={lifeline} className="lifeline-break" d={`M${lifeline} ${top}v${height - 8}`} />
      ))}
      <text className="silence" x={x} y={y + 4}>
        … {text} …
      </text>
    </>
  );
}
