import { layerName } from "../../capture/records/layer-names.ts";
import { readRecords } from "../../capture/records/read-records.ts";
import { type TracedSegment, TracingDecoder } from "../../capture/records/trace-record.ts";
import type { SegmentTable } from "../../segments/segment-table.ts";
import type { SegmentOctets } from "../questions.ts";
import { type CaptureFile, FileChanged } from "./capture-file.ts";

/** Whether a segment that was read again is the one of a row. */
export function isSegmentOf(table: SegmentTable, row: number, { fields }: TracedSegment): boolean {
  return (
    fields.frame === table.frame[row] &&
    fields.sequenceNumber === table.sequenceNumber[row] &&
    fields.acknowledgmentNumber === table.acknowledgmentNumber[row] &&
    fields.flags === table.flags[row] &&
    fields.payloadLength === table.payloadLength[row]
  );
}

/** Reads the octets of one segment. Throws {@link FileChanged} if the record does not hold it any more. */
export async function segmentOctets(
  { capture: { table }, connections, format, index, readRanges }: CaptureFile,
  connection: number,
  position: number,
): Promise<SegmentOctets> {
  const row = connections.rowAt(connection, position);
  const frame = table.frame[row] ?? 0;
  const decoder = new TracingDecoder();
  let found: SegmentOctets | null = null;
  let wireLength = 0;
  const take = (segment: TracedSegment, from: number, end: number): void => {
    if (isSegmentOf(table, row, segment)) found ??= describe(segment, frame, from, end, wireLength);
  };
  await readRecords(format, index, index.withFragments([frame]), readRanges, {
    record: (record) => {
      const segments = decoder.trace(record);
      if (record.frame !== frame) return;
      wireLength = record.wireLength;
      const end = record.packetAt + record.capturedLength;
      for (const segment of segments) take(segment, record.packetAt, end);
    },
  });
  for (const segment of decoder.traceIncomplete()) take(segment, 0, segment.octets.length);
  if (found === null) throw new FileChanged(`record ${frame} holds another segment`);
  return found;
}

function describe(
  segment: TracedSegment,
  frame: number,
  recordAt: number,
  recordEnd: number,
  wireLength: number,
): SegmentOctets {
  const { octets, isReassembled, steps, headerAt, payloadAt, payloadEnd, capturedEnd, fields } = segment;
  const from = isReassembled ? headerAt : recordAt;
  return {
    octets: octets.slice(from, isReassembled ? octets.length : recordEnd),
    frame,
    wireLength: isReassembled ? payloadEnd - headerAt : wireLength,
    isReassembled,
    layers: steps.map(({ layer, at }) => ({ name: layerName(layer), at: at - from })),
    payloadAt: payloadAt - from,
    payloadLength: fields.payloadLength,
    payloadCaptured: Math.max(0, Math.min(fields.payloadLength, capturedEnd - payloadAt)),
  };
}
