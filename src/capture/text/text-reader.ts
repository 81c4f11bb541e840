import type { SegmentTableBuilder } from "../../segments/segment-table-builder.ts";
import type { FormatReader, TextEncodingKind } from "../format-reader.ts";
import type { ReadReport } from "../read-report.ts";
import { TextDecoding } from "./lines/decode-text.ts";
import { LineSplitter } from "./lines/split-lines.ts";
import { TextDump } from "./text-dump.ts";

/**
 * Reads what tcpdump and its relatives print, and pages, mails and articles that quote it
 * (docs/text-formats.md). Segments reach the table in the order of their lines, in batches.
 */
export function createTextReader(
  builder: SegmentTableBuilder,
  report: ReadReport,
  encoding: TextEncodingKind,
): FormatReader {
  const decoding = new TextDecoding(encoding);
  const dump = new TextDump(builder, report);
  const lines = new LineSplitter(
    (line, number) => dump.line(line, number),
    dump.plain,
    (line, number) => dump.noteCut(line, number),
  );
  return {
    push(slice) {
      const text = decoding.decode(slice);
      dump.plain.open(text, octetsOfText(text, slice));
      lines.push(text);
    },
    finish() {
      const rest = decoding.finish();
      dump.plain.open(rest, octetsOfText(rest, NOTHING));
      lines.push(rest);
      lines.finish();
      return dump.finish();
    },
  };
}

const NOTHING = new Uint8Array(0);
const LAST_ASCII = 127;

/** One octet for each UTF-16 unit of the text: the slice itself, if every octet became one character. */
function octetsOfText(text: string, slice: Uint8Array): Uint8Array {
  // Only octets held back from the slice before can make the lengths equal despite characters of several octets.
  const isOctetForCharacter = text.length === slice.length && slice[0] <= LAST_ASCII;
  if (isOctetForCharacter) return slice;
  const octets = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) octets[i] = Math.min(text.charCodeAt(i), LAST_ASCII + 1);
  return octets;
}
