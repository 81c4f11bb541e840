import { ReadReport, type Refusal } from "../capture/read-report.ts";
import { createTextReader } from "../capture/text/text-reader.ts";
import { ACK, flagNames } from "../segments/flags.ts";
import { SegmentTableBuilder } from "../segments/segment-table-builder.ts";
import { flowOf, Mark, type SegmentTable } from "../segments/segment-table.ts";

/** The results of reading a text: the table, the report, and a refusal if it held nothing. */
export interface ReadText {
  readonly table: SegmentTable;
  readonly report: ReadReport;
  readonly refusal: Refusal | null;
}

/** Reads a text as the page would, in slices of `sliceLength` octets. */
export function readText(text: string, sliceLength = 4096): ReadText {
  const table = new SegmentTableBuilder();
  const report = new ReadReport();
  const reader = createTextReader(table, report, "utf-8");
  const octets = new TextEncoder().encode(text);
  for (let at = 0; at < octets.length; at += sliceLength) reader.push(octets.subarray(at, at + sliceLength));
  const refusal = reader.finish();
  return { table, report, refusal };
}

/**
 * One line a segment, `line: source > destination flags seq ack win len`: `~` stands before an inferred sequence
 * number, `+` before a number whose base is unknown, `?` for what is not known.
 */
export function printedSegments(text: string, sliceLength?: number): string[] {
  const { table } = readText(text, sliceLength);
  return Array.from({ length: table.length }, (_, row) => segmentText(table, row));
}

function segmentText(table: SegmentTable, row: number): string {
  const marks = table.marks[row] ?? 0;
  const flags = table.flags[row] ?? 0;
  const has = (mark: number): boolean => (marks & mark) !== 0;
  const inferred = has(Mark.SequenceInferred) ? "~" : "";
  const sequence = has(Mark.SequenceUnknown)
    ? "?"
    : `${inferred}${has(Mark.SequenceRelative) ? "+" : ""}${table.sequenceNumber[row]}`;
  const acknowledgment = `${has(Mark.AcknowledgmentRelative) ? "+" : ""}${table.acknowledgmentNumber[row]}`;
  return [
    `${table.frame[row]}: ${endsText(table, row)}`,
    flagNames(flags).join(",") || "none",
    sequence,
    (flags & ACK) === 0 ? "-" : has(Mark.AcknowledgmentUnknown) ? "?" : acknowledgment,
    has(Mark.WindowUnknown) ? "?" : `${table.window[row]}`,
    has(Mark.LengthUnknown) ? "?" : `${table.payloadLength[row]}`,
  ].join(" ");
}

function endsText(table: SegmentTable, row: number): string {
  const a = table.flows.a(flowOf(table, row));
  const b = table.flows.b(flowOf(table, row));
  const [source, destination] = ((table.flow[row] ?? 0) & 1) === 0 ? [a, b] : [b, a];
  return `${source.address}.${source.port} > ${destination.address}.${destination.port}`;
}

/** Printed times in seconds since the zero of the table's kind; null where a segment has none. */
export function printedTimes(text: string): (string | null)[] {
  const { table } = readText(text);
  return Array.from({ length: table.length }, (_, row) => {
    const time = table.time[row] ?? Number.NaN;
    if (Number.isNaN(time)) return null;
    const nanoseconds = table.timeBase.origin + BigInt(time);
    const seconds = nanoseconds / 1000000000n;
    return `${seconds}.${(nanoseconds % 1000000000n).toString().padStart(9, "0")}`;
  });
}
