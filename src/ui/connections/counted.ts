import { takeTurns } from "../../base/turns.ts";
import { countValues, type ValueCounts } from "../../store/count-values.ts";
import type { OpenedCapture } from "../../store/opened-capture.ts";

const known = new WeakMap<OpenedCapture, ValueCounts>();

/** Counts what the values of a filter match in the capture, once and in turns; null if it `isLeft` meanwhile. */
export async function counted(capture: OpenedCapture, isLeft: () => boolean): Promise<ValueCounts | null> {
  const before = known.get(capture);
  if (before) return before;
  const counts = await takeTurns(countValues(capture), { isLeft });
  if (counts) known.set(capture, counts);
  return counts;
}
