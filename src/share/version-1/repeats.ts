import { optionOctets } from "../../segments/options.ts";
import type { SegmentColumns } from "../../segments/segment-table.ts";

const SECOND = 1e9;

/**
 * Rows whose TCP header stands in another row less than a second away, too. Only there the IP header tells whether
 * a packet was captured twice or sent twice, so only there a link keeps its identification and time to live.
 */
export function findRepeats(columns: SegmentColumns): number[] {
  const latest = new Map<string, number>();
  const repeats = new Set<number>();
  for (let row = 0; row < columns.length; row++) {
    const key = headerKey(columns, row);
    const before = latest.get(key);
    latest.set(key, row);
    if (before === undefined) continue;
    const step = (columns.time[row] ?? Number.NaN) - (columns.time[before] ?? Number.NaN);
    if (Math.abs(step) < SECOND) repeats.add(before).add(row);
  }
  return [...repeats].sort((a, b) => a - b);
}

function headerKey(columns: SegmentColumns, row: number): string {
  const { flow, flags, sequenceNumber, acknowledgmentNumber, payloadLength, window } = columns;
  const numbers = [flow, flags, sequenceNumber, acknowledgmentNumber, payloadLength, window];
  return `${numbers.map((column) => column[row] ?? 0).join(" ")} ${optionOctets(columns, row).join(" ")}`;
}
