import { optionOctets } from "./options.ts";
import type { SegmentFields, SegmentTableBuilder } from "./segment-table-builder.ts";
import { Mark, type SegmentTable } from "./segment-table.ts";

/** What a row takes with it into another table; the time column of that table may count from elsewhere. */
export function rowFields(
  source: SegmentTable,
  row: number,
  { frame, time, flow }: Pick<SegmentFields, "frame" | "time" | "flow">,
): SegmentFields {
  const octets = optionOctets(source, row);
  return {
    frame,
    time,
    flow,
    sequenceNumber: source.sequenceNumber[row],
    acknowledgmentNumber: source.acknowledgmentNumber[row],
    payloadLength: source.payloadLength[row],
    window: source.window[row],
    flags: source.flags[row],
    marks: source.marks[row],
    ipId: (source.marks[row] & Mark.HasIpId) === 0 ? undefined : source.ipId[row],
    ttl: source.ttl[row],
    octets,
    optionsAt: 0,
    optionsLength: octets.length,
    urgentPointer: source.urgentPointer.get(row) ?? 0,
  };
}

/** Appends a row that {@link rowFields} gives, with what is no field of it. */
export function appendRow(
  table: SegmentTableBuilder,
  source: SegmentTable,
  row: number,
  fields: SegmentFields,
): void {
  const target = table.append(fields);
  table.capturePoint[target] = source.capturePoint[row];
  const comment = source.comments.get(row);
  if (comment !== undefined) table.comments.set(target, comment);
}
