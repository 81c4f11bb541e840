import { filterTest } from "./connection-filter.ts";
import { listInSteps } from "./connection-list.ts";
import { type FilterWords, parseFilter } from "./filter-language.ts";
import type { Steps } from "./in-steps.ts";
import type { ListChoice } from "./listed-connections.ts";
import { valueOf } from "./loadable.ts";
import type { ConnectionLines, ConnectionSummary, OpenedCapture } from "./opened-capture.ts";
import { captureSpanOf } from "./time-range.ts";

/** The list as it is filtered and sorted; empty without a capture. */
export function listSteps({ capture, filter, filterWords, order }: ListChoice): Steps<ConnectionLines> {
  const opened = valueOf(capture);
  return listInSteps(opened?.connections ?? [], testOf(filter, filterWords, opened), order, filterWords);
}

function testOf(
  text: string,
  words: FilterWords | null,
  capture: OpenedCapture | null,
): ((one: ConnectionSummary) => boolean) | null {
  const terms = parseFilter(text, words);
  if (terms.length === 0 || capture === null) return null;
  const ground = {
    hostNames: capture.hostNames,
    /** It looks at all connections: only where it is asked for. */
    get captureStart() {
      return captureSpanOf(capture.connections)?.start ?? Number.NaN;
    },
    words,
  };
  return filterTest(terms, ground);
}
