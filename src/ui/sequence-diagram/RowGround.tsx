import { memo } from "react";
import type { DrawnRow } from "../../diagram/sequence/draw-row.ts";
import type { Position } from "../../tcp/position.ts";

interface RowGroundProps {
  readonly row: DrawnRow;
  readonly width: number;
  /** Whether an end enters the picked state, or takes the picked arrow, at this row. */
  readonly isMarked: boolean;
  readonly onPosition: (position: Position) => void;
}

/** Takes the clicks of a row; the silence before it belongs to none. */
export const RowGround = memo(function RowGround({ row, width, isMarked, onPosition }: RowGroundProps) {
  const top = row.top + row.gap;
  return (
    <rect
      className="row-ground"
      data-marked={isMarked}
      x={0}
      y={top}
      width={width}
      height={row.bottom - top}
      onClick={() => onPosition(row.position)}
    />
  );
});
