import { OptionKind } from "../segments/options.ts";
import type { SegmentColumns } from "../segments/segment-table.ts";

/**
 * Where in `optionBytes` the option of that kind stands (its kind octet), or -1. Looks without decoding, so that a walk
 * over many rows allocates nothing.
 * @param length octets of the whole option; another length counts as absent. 0 = any
 */
export function findOption(columns: SegmentColumns, row: number, kind: number, length: number): number {
  const { optionBytes } = columns;
  let at = columns.optionsAt[row] ?? 0;
  const end = at + (columns.optionsLength[row] ?? 0);
  while (at < end) {
    const found = optionBytes[at] ?? 0;
    if (found === OptionKind.End) return -1;
    if (found === OptionKind.NoOperation) {
      at++;
      continue;
    }
    const octets = optionBytes[at + 1] ?? 0;
    if (octets < 2 || at + octets > end) return -1;
    if (found === kind && (length === 0 || octets === length)) return at;
    at += octets;
  }
  return -1;
}
