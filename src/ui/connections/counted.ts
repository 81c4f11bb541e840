import { takeTurns } from "../../base/turns.ts";
import { listInSteps } from "../../store/connection-list.ts";
import { countValues, type ValueCounts } from "../../store/filter/count-values.ts";
import { lastWordOf, splitWord } from "../../store/filter/filter-language.ts";
import type { FilterWords } from "../../store/filter/filter-language.ts";
import { textBesides } from "../../store/filter/parse-filter.ts";
import { listIsMade } from "../../store/listed-connections.ts";
import type { OpenedCapture } from "../../store/opened-capture.ts";
import { CAPTURE_ORDER } from "../../store/sort-order.ts";
import type { SynfinStore } from "../../store/synfin-store.ts";
import type { TimeForm } from "../../store/time-form.ts";

/** The last counts of a capture: a person who types another value asks for the same ones again. */
const known = new WeakMap<OpenedCapture, { readonly rest: string; readonly counts: ValueCounts }>();

/**
 * The rest of the filter, which the counts of the values of its last key depend on; null: no value is being typed,
 * so that there is nothing to count.
 */
export function restOf(filter: string, words: FilterWords | null): string | null {
  const word = lastWordOf(filter);
  if (splitWord(word).head === null) return null;
  return textBesides(filter, words, filter.length - word.length);
}

/** What counts depend on beside the capture. */
interface Rest {
  readonly rest: string;
  readonly filterWords: FilterWords | null;
  readonly times: TimeForm;
}

/**
 * Counts, in turns, what the values of a filter match of what its rest leaves; null if it `isLeft` meanwhile. It waits
 * while a list is made: one looks at the list first.
 */
export async function counted(
  store: SynfinStore,
  capture: OpenedCapture,
  { rest, filterWords, times }: Rest,
  isLeft: () => boolean,
): Promise<ValueCounts | null> {
  const before = known.get(capture);
  if (before?.rest === rest) return before.counts;
  const choice = {
    capture: { kind: "ready", value: capture },
    filter: rest,
    filterWords,
    order: CAPTURE_ORDER,
    times,
  } as const;
  const sharing = { isLeft, afterTurn: () => listIsMade(store) };
  // A record leaves one connection, so that nothing is left to choose.
  const left = await takeTurns(
    listInSteps(choice, () => null),
    sharing,
  );
  const counts = left && (await takeTurns(countValues(left, capture), sharing));
  if (counts) known.set(capture, { rest, counts });
  return counts;
}
