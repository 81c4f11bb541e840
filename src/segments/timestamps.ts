import { uint32 } from "../base/octets.ts";
import { findOption } from "./find-option.ts";
import { OptionKind } from "./options.ts";
import type { SegmentColumns } from "./segment-table.ts";

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
