import type { SegmentTableBuilder } from "../../segments/segment-table-builder.ts";
import type { FormatReader, TextEncodingKind } from "../format-reader.ts";
import type { ReadReport } from "../read-report.ts";
import { TextDecoding } from "./decode-text.ts";
import { LineSplitter } from "./split-lines.ts";
import { TextDump } from "./text-dump.ts";

/**
 * Reads what tcpdump and its relatives print, and pages, mails and articles that quote it
 * (shared/TEXT-FORMATS.md). Segments reach the table in the order of their lines, in batches.
 */
export function createTextReader(
  builder: SegmentTableBuilder,
  report: ReadReport,
  encoding: TextEncodingKind,
): FormatReader {
  const decoding = new TextDecoding(encoding);
  const dump = new TextDump(builder, report);
  const lines = new LineSplitter((line, number) => dump.line(line, number));
  return {
    push(slice) {
      lines.push(decoding.decode(slice));
    },
    finish() {
      lines.push(decoding.finish());
      lines.finish();
      return dump.finish();
    },
  };
}
