import type { SegmentTableBuilder } from "../../segments/segment-table-builder.ts";
import type { FormatReader, TextEncodingKind } from "../format-reader.ts";
import type { ReadReport, Refusal } from "../read-report.ts";
import { TextDecoding } from "./lines/decode-text.ts";
import { LineSplitter } from "./lines/split-lines.ts";
import { TextDump } from "./text-dump.ts";
import { fieldNamesOf, FieldRows } from "./tshark/field-rows.ts";
import { isTsharkJson, isUnreadExport, JsonPackets } from "./tshark/json-packets.ts";
import { TsharkSegments } from "./tshark/tshark-segments.ts";

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
  let lines: TextLines | null = null;
  const take = (text: string, slice: Uint8Array): void => {
    lines ??= linesOf(text, builder, report);
    lines.push(text, slice);
  };
  return {
    push(slice) {
      take(decoding.decode(slice), slice);
    },
    finish() {
      take(decoding.finish(), NOTHING);
      return lines?.finish() ?? null;
    },
  };
}

/** Takes a decoded text, piece by piece. */
interface TextLines {
  /** @param slice the octets that it was decoded from */
  readonly push: (text: string, slice: Uint8Array) => void;
  readonly finish: () => Refusal | null;
}

/** What reads a text: as tshark prints fields, or as programs print lines. @param head its beginning */
function linesOf(head: string, builder: SegmentTableBuilder, report: ReadReport): TextLines {
  const beginning = head.slice(0, LONGEST_BEGINNING);
  if (isUnreadExport(beginning)) return refusedExport();
  if (isTsharkJson(beginning))
    return ofTshark(builder, report, (segments) => new JsonPackets(segments, report));
  const names = fieldNamesOf(beginning);
  if (names === null) return printedLines(builder, report);
  return ofTshark(builder, report, (segments) => {
    const rows = new FieldRows(names, segments);
    const splitter = new LineSplitter((line) => rows.line(line));
    return {
      push: (text) => splitter.push(text),
      finish: () => {
        splitter.finish();
        rows.finish();
      },
    };
  });
}

/** An export of Wireshark whose packets are not read, whatever its lines look like. */
function refusedExport(): TextLines {
  let lines = 0;
  const splitter = new LineSplitter(() => lines++);
  return {
    push: (text) => splitter.push(text),
    finish: () => {
      splitter.finish();
      return { kind: "text-export", values: { lines } };
    },
  };
}

function ofTshark(
  builder: SegmentTableBuilder,
  report: ReadReport,
  make: (segments: TsharkSegments) => { readonly push: (text: string) => void; readonly finish: () => void },
): TextLines {
  const reader = make(new TsharkSegments(builder, report));
  return {
    push: (text) => reader.push(text),
    finish: () => {
      reader.finish();
      if (builder.length > 0) return null;
      return { kind: "text-no-tcp", values: { lines: report.records } };
    },
  };
}

function printedLines(builder: SegmentTableBuilder, report: ReadReport): TextLines {
  const dump = new TextDump(builder, report);
  const lines = new LineSplitter(
    (line, number) => dump.line(line, number),
    dump.plain,
    (line, number) => dump.noteCut(line, number),
  );
  return {
    push: (text, slice) => {
      dump.plain.open(text, octetsOfText(text, slice));
      lines.push(text);
    },
    finish: () => {
      lines.finish();
      return dump.finish();
    },
  };
}

/** Characters at the beginning of a text that tell how it is printed. */
const LONGEST_BEGINNING = 8192;
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
