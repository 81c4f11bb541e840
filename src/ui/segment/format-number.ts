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
