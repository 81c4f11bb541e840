import { optionOctets } from "./options.ts";
import type { SegmentColumns } from "./segment-table.ts";

/**
 * The given rows of a table, in the given order, as columns of their own: what one connection needs of a
 * large capture. Flow numbers stay those of the whole table.
 */
export function sliceColumns(table: SegmentColumns, rows: Uint32Array): SegmentColumns {
  const length = rows.length;
  const pick = <T extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(column: T): T => {
    const picked = new (column.constructor as new (length: number) => T)(length);
    for (let i = 0; i < length; i++) picked[i] = column[rows[i] ?? 0] ?? 0;
    return picked;
  };
  const optionsLength = pick(table.optionsLength);
  const optionsAt = new Uint32Array(length);
  const optionBytes = new Uint8Array(optionsLength.reduce((sum, octets) => sum + octets, 0));
  const urgentPointer = new Map<number, number>();
  const comments = new Map<number, string>();
  let optionEnd = 0;
  for (let i = 0; i < length; i++) {
    const row = rows[i] ?? 0;
    const octets = optionOctets(table, row);
    optionBytes.set(octets, optionEnd);
    optionsAt[i] = optionEnd;
    optionEnd += octets.length;
    const urgent = table.urgentPointer.get(row);
    if (urgent !== undefined) urgentPointer.set(i, urgent);
    const comment = table.comments.get(row);
    if (comment !== undefined) comments.set(i, comment);
  }
  return {
    length,
    frame: pick(table.frame),
    time: pick(table.time),
    flow: pick(table.flow),
    sequenceNumber: pick(table.sequenceNumber),
    acknowledgmentNumber: pick(table.acknowledgmentNumber),
    payloadLength: pick(table.payloadLength),
    window: pick(table.window),
    flags: pick(table.flags),
    marks: pick(table.marks),
    ipId: pick(table.ipId),
    ttl: pick(table.ttl),
    optionsAt,
    optionsLength,
    optionBytes,
    urgentPointer,
    comments,
    timeBase: table.timeBase,
    lastRecordTime: table.lastRecordTime,
  };
}
