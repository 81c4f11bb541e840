import type { NumberForm } from "../../store/synfin-state.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Side } from "../../tcp/state.ts";
import { formatRelativeNumber, formatWireNumber } from "../figures.ts";

/** A sequence number of `side`, counted from its ISN or as on the wire, as the page shows numbers now. */
export function formatSequenceNumber(
  { relativeBase }: Pick<ConnectionAnalysis, "relativeBase">,
  side: Side,
  number: number,
  form: NumberForm,
): string {
  const base = relativeBase[side];
  const isRelative = form === "relative" && base !== null;
  return isRelative ? formatRelativeNumber(number, base) : formatWireNumber(number, form);
}
