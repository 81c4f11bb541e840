import { linesBetween, placeOf } from "../../store/find-line.ts";
import type { ConnectionLines } from "../../store/opened-capture.ts";

/** The most connections that one range marks. */
const MOST_MARKED = 100_000;

/** What is marked after a click or a key: with Ctrl one more or less, with Shift all from the last one on. */
export function markedAfter(
  picked: readonly number[],
  id: number,
  { isRange, isMore }: { readonly isRange: boolean; readonly isMore: boolean },
  listed: ConnectionLines,
): readonly number[] {
  if (isRange) {
    const from = placeOf(listed, picked.at(0) ?? id);
    const to = placeOf(listed, id);
    if (from < 0 || to < 0) return [id];
    const first = Math.min(from, to);
    const last = Math.min(Math.max(from, to), first + MOST_MARKED);
    const range = linesBetween(listed, first, last + 1).map((line) => line.id);
    return from <= to ? range : range.toReversed();
  }
  if (!isMore) return [];
  return picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id];
}
