import { areOnTwoInterfaces } from "../../segments/captured-again.ts";
import { optionOctets } from "../../segments/options.ts";
import { Mark, type SegmentColumns } from "../../segments/segment-table.ts";

const SECOND = 1e9;

/** No IP identification, or the identification 0, which distinguishes nothing. */
export const NO_ID = 0;
export const ZERO_ID = 1;
/** The code of the first identification among segments of the same numbers; every further one is one more. */
const FIRST_ID = 2;
const HIGHEST_ID = 0xffff;

/**
 * Rows whose TCP header repeats that of another row less than a second away, in order, each with the code of its IP
 * identification. Only for these rows the IP header decides whether a packet was captured twice or sent twice, so a
 * link keeps their TTL and which of them share an identification.
 */
export function findRepeats(columns: SegmentColumns): ReadonlyMap<number, number> {
  const latest = new Map<string, number>();
  const repeats = new Set<number>();
  const groups = new Map<string, number[]>();
  /** The first row of the packet, of rows that the input says are one. */
  const packets = new Map<number, number>();
  for (let row = 0; row < columns.length; row++) {
    const key = headerKey(columns, row);
    const before = latest.get(key);
    latest.set(key, row);
    if (before === undefined) continue;
    if ((columns.marks[row] & Mark.CapturedAgain) !== 0 || areOnTwoInterfaces(columns, before, row)) {
      const first = packets.get(before) ?? before;
      packets.set(before, first).set(row, first);
    }
    const step = columns.time[row] - columns.time[before];
    if (Math.abs(step) < SECOND || packets.has(row)) repeats.add(before).add(row);
  }
  const codes = new Map<number, number>();
  for (const row of [...repeats].sort((a, b) => a - b)) {
    const packet = packets.get(row);
    if (columns.ttl[row] === 0 && !hasId(columns, row) && packet === undefined) continue;
    const key = numbersKey(columns, row);
    const ids = groups.get(key) ?? [];
    groups.set(key, ids);
    codes.set(row, codeOf(columns, row, ids, packet));
  }
  return codes;
}

/**
 * Rows of one packet have one identification, whether the input prints it or not.
 * @param ids of segments with the same numbers so far, in order of appearance
 */
function codeOf(columns: SegmentColumns, row: number, ids: number[], packet: number | undefined): number {
  const printed = hasId(columns, row) ? columns.ipId[row] : null;
  const id = printed || (packet === undefined ? printed : HIGHEST_ID + 1 + packet);
  if (id === null) return NO_ID;
  if (id === 0) return ZERO_ID;
  if (!ids.includes(id)) ids.push(id);
  return FIRST_ID + ids.indexOf(id);
}

function hasId(columns: SegmentColumns, row: number): boolean {
  return (columns.marks[row] & Mark.HasIpId) !== 0;
}

function headerKey(columns: SegmentColumns, row: number): string {
  const { payloadLength, window } = columns;
  const options = optionOctets(columns, row).join(" ");
  return `${numbersKey(columns, row)} ${payloadLength[row]} ${window[row]} ${options}`;
}

function numbersKey(
  { flow, flags, sequenceNumber, acknowledgmentNumber }: SegmentColumns,
  row: number,
): string {
  return `${flow[row]} ${flags[row]} ${sequenceNumber[row]} ${acknowledgmentNumber[row]}`;
}
