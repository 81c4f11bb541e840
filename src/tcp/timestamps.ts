import { OptionKind } from "../segments/options.ts";
import type { SegmentColumns } from "../segments/segment-table.ts";

/** TSval and TSecr of one row (RFC 7323), as fields so that a walk over many rows allocates nothing. */
export class Timestamps {
  isPresent = false;
  value = 0;
  echoReply = 0;

  /** Reads the option of a row; {@link isPresent} says whether there is one. */
  read(columns: SegmentColumns, row: number): void {
    const { optionBytes } = columns;
    let at = columns.optionsAt[row] ?? 0;
    const end = at + (columns.optionsLength[row] ?? 0);
    this.isPresent = false;
    while (at < end) {
      const kind = optionBytes[at] ?? 0;
      if (kind === OptionKind.End) return;
      if (kind === OptionKind.NoOperation) {
        at++;
        continue;
      }
      const length = optionBytes[at + 1] ?? 0;
      if (length < 2 || at + length > end) return;
      if (kind === OptionKind.Timestamps && length === 10) {
        this.isPresent = true;
        this.value = uint32(optionBytes, at + 2);
        this.echoReply = uint32(optionBytes, at + 6);
        return;
      }
      at += length;
    }
  }
}

function uint32(octets: Uint8Array, at: number): number {
  const high = ((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0);
  const low = ((octets[at + 2] ?? 0) << 8) | (octets[at + 3] ?? 0);
  return ((high << 16) | low) >>> 0;
}
