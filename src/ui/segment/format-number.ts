import type { NumberForm } from "../../store/synfin-state.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { relativeNumber } from "../../tcp/segment-at.ts";
import type { Side } from "../../tcp/state.ts";
import { formatWireNumber } from "../figures.ts";

/** A sequence number of `side`, counted from its ISN or as on the wire, as the page shows numbers now. */
export function formatSequenceNumber(
  analysis: Pick<ConnectionAnalysis, "relativeBase">,
  side: Side,
  number: number,
  form: NumberForm,
): string {
  const relative = form === "relative" ? relativeNumber(analysis, side, number) : null;
  return relative === null ? formatWireNumber(number, form) : String(relative);
}
