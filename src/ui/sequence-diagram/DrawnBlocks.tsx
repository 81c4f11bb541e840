import { memo } from "react";
import type { DrawnArrow } from "../../diagram/sequence/draw-arrow.ts";
import type { DrawnRow } from "../../diagram/sequence/draw-row.ts";
import { looksAt } from "../../diagram/sequence/layer.ts";
import type { SequenceLayout } from "../../diagram/sequence/layout.ts";
import { segmentColourClass } from "../../diagram/sequence/segment-colour.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import type { Layer } from "./layer.ts";
import { RowGround } from "./RowGround.tsx";
import { RowWords } from "./RowWords.tsx";
import { SegmentArrow } from "./SegmentArrow.tsx";

interface BlockProps<Row> {
  readonly layout: SequenceLayout;
  readonly rows: readonly Row[];
  /** The present position, as far as it matters to these rows. */
  readonly now: Position;
  readonly layers: readonly Layer[];
}

interface RowGroundsProps {
  readonly rows: readonly DrawnRow[];
  readonly width: number;
  readonly marked: readonly Position[] | null;
  readonly onPosition: (position: Position) => void;
}

/** The grounds of all rows in view. */
export const RowGrounds = memo(function RowGrounds({ rows, width, marked, onPosition }: RowGroundsProps) {
  const marks = new Set(marked);
  return rows.map((row) => (
    <RowGround
      key={row.position}
      row={row}
      width={width}
      isMarked={marks.has(row.position)}
      onPosition={onPosition}
    />
  ));
});

/** The arrows of a block. */
export const BlockOfArrows = memo(function BlockOfArrows(props: BlockProps<DrawnArrow>) {
  const { layout, rows, now, layers } = props;
  const { analysis } = layout;
  return rows.map((arrow) => (
    <SegmentArrow
      key={arrow.position}
      arrow={arrow}
      receiver={analysis.fromClient[arrow.position - 1] ? "server" : "client"}
      colourClass={colourAt(analysis, arrow.position)}
      when={whenIs(arrow.position, now)}
      isUnderWay={arrow.position <= now && (analysis.arrivesAt[arrow.position - 1] ?? 0) > now}
      look={looksAt(layers, arrow.position)}
    />
  ));
});

interface BlockOfWordsProps extends BlockProps<DrawnRow> {
  readonly timeAt: (position: Position) => string;
}

/** The words beside the arrows of a block. */
export const BlockOfWords = memo(function BlockOfWords(props: BlockOfWordsProps) {
  const { layout, rows, now, layers, timeAt } = props;
  return rows.map((row) => (
    <RowWords
      key={row.position}
      row={row}
      metrics={layout.metrics}
      time={timeAt(row.position)}
      colourClass={colourAt(layout.analysis, row.position)}
      when={whenIs(row.position, now)}
      look={looksAt(layers, row.position)}
    />
  ));
});

/** Whether a row lies behind, at or before the present one. */
export function whenIs(at: Position, now: Position): "past" | "now" | "future" {
  if (at === now) return "now";
  return at < now ? "past" : "future";
}

function colourAt({ segments }: ConnectionAnalysis, at: Position): string {
  return segmentColourClass(segments.flags[at - 1] ?? 0, (segments.payloadLength[at - 1] ?? 0) > 0);
}
