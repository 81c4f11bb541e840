import { uint32 } from "../base/octets.ts";
import { findOption } from "./find-option.ts";
import { OptionKind } from "./options.ts";
import type { SegmentColumns } from "./segment-table.ts";
import { distance } from "./sequence-number.ts";

const LENGTH = 10;

/** TSval and TSecr of one row (RFC 7323), as fields so that a walk over many rows allocates nothing. */
export class Timestamps {
  isPresent = false;
  value = 0;
  echoReply = 0;

  /** Reads the option of a row; {@link isPresent} says whether there is one. */
  read(columns: SegmentColumns, row: number): void {
    const at = findOption(columns, row, OptionKind.Timestamps, LENGTH);
    this.isPresent = at >= 0;
    if (at < 0) return;
    this.value = uint32(columns.optionBytes, at + 2);
    this.echoReply = uint32(columns.optionBytes, at + 6);
  }
}

/** Whether a row has a later TSval than the row `before`: its sender made it later (RFC 7323 section 3.2). */
export function isMadeLater(columns: SegmentColumns, before: number, row: number): boolean {
  const [one, other] = [new Timestamps(), new Timestamps()];
  one.read(columns, before);
  other.read(columns, row);
  return one.isPresent && other.isPresent && distance(one.value, other.value) > 0;
}
