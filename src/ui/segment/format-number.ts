import { Mark } from "../../segments/segment-table.ts";
import type { NumberForm } from "../../store/synfin-store.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Side } from "../../tcp/state.ts";
import { formatRelativeNumber } from "../figures.ts";

/** A sequence number of `side`, counted from its ISN or as on the wire, as the page shows numbers now. */
export function formatSequenceNumber(
  { relativeBase }: Pick<ConnectionAnalysis, "relativeBase">,
  side: Side,
  number: number,
  form: NumberForm,
): string {
  const base = relativeBase[side];
  return form === "wire" || base === null ? String(number) : formatRelativeNumber(number, base);
}

/** Whether the row's sequence number is known at all. */
export function hasSequenceNumber({ segments }: ConnectionAnalysis, row: number): boolean {
  return ((segments.marks[row] ?? 0) & Mark.SequenceUnknown) === 0;
}
