import { ACK, RST, SYN } from "../../segments/flags.ts";
import { areOptionsTold, optionsOf } from "../../segments/options.ts";
import type { SegmentColumns } from "../../segments/segment-table.ts";
import { usedShift } from "../../segments/sequence-space.ts";

/** The rows of a connection, the end that sent each, and which of them drive nothing. */
interface SentRows {
  readonly columns: SegmentColumns;
  readonly sender: Uint8Array;
  readonly isInert: Uint8Array;
  readonly isSelfConnect: boolean;
}

/**
 * The shift of each end's windows after the handshake; null if no SYN shows it. Scaling needs the option in both SYNs
 * (RFC 7323 section 2.2). A SYN that drives nothing agrees on nothing.
 */
export function windowScales({
  columns,
  sender,
  isInert,
  isSelfConnect,
}: SentRows): readonly [number | null, number | null] {
  const shifts: [number | null | undefined, number | null | undefined] = [undefined, undefined];
  for (let row = 0; row < columns.length; row++) {
    const flags = columns.flags[row];
    if ((flags & (SYN | RST)) !== SYN) {
      if ((flags & ACK) !== 0 && shifts[0] !== undefined && shifts[1] !== undefined) break;
      continue;
    }
    if (isInert[row] === 1 || !areOptionsTold(columns, row)) continue;
    const offered = optionsOf(columns, row).windowScale;
    const shift = offered === undefined ? null : usedShift(offered);
    // A socket connected to itself receives what it sends.
    if (isSelfConnect || sender[row] === 0) shifts[0] = shift;
    if (isSelfConnect || sender[row] === 1) shifts[1] = shift;
  }
  const [client, server] = shifts;
  if (client === null || server === null) return [0, 0];
  return client === undefined || server === undefined ? [null, null] : [client, server];
}
