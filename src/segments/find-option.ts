import { OptionKind } from "./options.ts";
import type { SegmentColumns } from "./segment-table.ts";

/**
 * Index in `optionBytes` of the option of that kind (of its kind octet), or -1. It decodes nothing, so a walk over
 * many rows allocates nothing.
 * @param length octets of the whole option: an option of another length counts as absent; 0 = any length
 */
export function findOption(columns: SegmentColumns, row: number, kind: number, length: number): number {
  const { optionBytes } = columns;
  let at = columns.optionsAt[row];
  const end = at + columns.optionsLength[row];
  while (at < end) {
    const found = optionBytes[at];
    if (found === OptionKind.End) return -1;
    if (found === OptionKind.NoOperation) {
      at++;
      continue;
    }
    const octets = optionBytes[at + 1];
    if (!(octets >= 2 && at + octets <= end)) return -1;
    if (found === kind && (length === 0 || octets === length)) return at;
    at += octets;
  }
  return -1;
}
