import type { FilterWords } from "../../store/filter/filter-language.ts";
import type { Messages } from "../messages/en.ts";

/**
 * The words of the catalogue for the values of a filter, as the list, the segment panel and the diagram show them.
 */
export function filterWordsOf({ connections, diagram, overview }: Messages): FilterWords {
  return {
    keys: connections.filterKeys,
    outcome: connections.outcome,
    start: connections.starts,
    note: (kind) => {
      const chip = diagram.chips[kind];
      return typeof chip === "string" ? chip : chip("", "");
    },
    opening: overview.openings,
    closing: overview.closings,
    measures: connections.filterMeasures,
    failed: connections.failed,
  };
}
