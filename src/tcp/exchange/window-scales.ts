import { ACK, RST, SYN } from "../../segments/flags.ts";
import { optionsOf } from "../../segments/options.ts";
import type { SegmentColumns } from "../../segments/segment-table.ts";

/** The rows of a connection, and the end that sent each. */
interface SentRows {
  readonly columns: SegmentColumns;
  readonly sender: Uint8Array;
  readonly length: number;
}

/**
 * The shift of each end's windows after the handshake; null if no SYN shows it. Scaling needs the option in both SYNs
 * (RFC 7323 section 2.2).
 */
export function windowScales({ columns, sender, length }: SentRows): readonly [number | null, number | null] {
  const shifts: [number | null | undefined, number | null | undefined] = [undefined, undefined];
  for (let row = 0; row < length; row++) {
    const flags = columns.flags[row];
    if ((flags & (SYN | RST)) !== SYN) {
      if ((flags & ACK) !== 0 && shifts[0] !== undefined && shifts[1] !== undefined) break;
      continue;
    }
    const shift = optionsOf(columns, row).windowScale;
    shifts[sender[row] === 0 ? 0 : 1] = shift === undefined ? null : usedShift(shift);
  }
  const [client, server] = shifts;
  if (client === null || server === null) return [0, 0];
  return client === undefined || server === undefined ? [null, null] : [client, server];
}
