import type { Endpoint } from "../../segments/endpoint.ts";
import { ACK, AE, CWR, ECE, FIN, PSH, RST, SYN, URG } from "../../segments/flags.ts";
import { Mark } from "../../segments/segment-table.ts";
import type { NumberForm } from "../../store/synfin-state.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Position } from "../../tcp/position.ts";
import { type SegmentNumber, segmentAt } from "../../tcp/segment-at.ts";
import { formatCount, formatWireNumber } from "../figures.ts";
import type { punctuation } from "../parts/punctuation.words.ts";
import type { WordsOf } from "../words.ts";
import type { fieldWords, headerWords } from "./header.words.ts";

type HeaderFieldId = keyof typeof fieldWords;

/** One field of RFC 9293 figure 1 with the value it has in a segment. */
export interface HeaderField {
  readonly id: HeaderFieldId;
  /** First and last bit within its row of 32. */
  readonly bits: readonly [first: number, last: number];
  /** The value as it stands in the field. */
  readonly value: string;
  /** A remark about the value. */
  readonly note: string;
  /** Whether the flag is 1, or the number is in use. */
  readonly isSet: boolean;
}

type Words = WordsOf<typeof headerWords> & Pick<WordsOf<typeof punctuation>, "semicolon">;

const FLAGS: readonly (readonly [id: HeaderFieldId, bit: number])[] = [
  ["AE", AE],
  ["CWR", CWR],
  ["ECE", ECE],
  ["URG", URG],
  ["ACK", ACK],
  ["PSH", PSH],
  ["RST", RST],
  ["SYN", SYN],
  ["FIN", FIN],
];

/** The rows of 32 bits of RFC 9293 figure 1 for the segment at `position` (1 or more). */
export function headerRows(
  analysis: ConnectionAnalysis,
  position: Position,
  words: Words,
  form: NumberForm,
): HeaderField[][] {
  const row = position - 1;
  const { connection, fromClient } = analysis;
  const [sender, receiver] = fromClient[row]
    ? [connection.client, connection.server]
    : [connection.server, connection.client];
  return [
    [portField("sourcePort", 0, sender), portField("destinationPort", 16, receiver)],
    [sequenceField(analysis, row, words, form)],
    [acknowledgmentField(analysis, row, words, form)],
    controlRow(analysis, row, words),
    [field("checksum", 0, 15, words.notKept), urgentField(analysis, row)],
    [optionsField(analysis, row, words)],
    [dataField(analysis, row, words)],
  ];
}

function field(
  id: HeaderFieldId,
  first: number,
  last: number,
  value: string,
  note = "",
  isSet = false,
): HeaderField {
  return { id, bits: [first, last], value, note, isSet };
}

function portField(id: HeaderFieldId, first: number, { port }: Endpoint): HeaderField {
  return field(id, first, first + 15, String(port));
}

function sequenceField(
  analysis: ConnectionAnalysis,
  row: number,
  words: Words,
  form: NumberForm,
): HeaderField {
  const { sequenceNumber, marks } = analysis.segments;
  const mark = marks[row] ?? 0;
  if (mark & Mark.SequenceUnknown) return field("sequenceNumber", 0, 31, words.notInCapture);
  const number = sequenceNumber[row] ?? 0;
  const notes = [relativeNote(segmentAt(analysis, row + 1).sequence, words)];
  if (mark & Mark.SequenceInferred) notes.push(words.inferred);
  return field(
    "sequenceNumber",
    0,
    31,
    formatWireNumber(number, form),
    notes.filter(Boolean).join(words.semicolon),
  );
}

function acknowledgmentField(
  analysis: ConnectionAnalysis,
  row: number,
  words: Words,
  form: NumberForm,
): HeaderField {
  const { acknowledgmentNumber, flags, marks } = analysis.segments;
  const number = acknowledgmentNumber[row] ?? 0;
  if (((flags[row] ?? 0) & ACK) === 0)
    return field("acknowledgmentNumber", 0, 31, formatWireNumber(number, form), words.ignored);
  const mark = marks[row] ?? 0;
  if (mark & Mark.AcknowledgmentUnknown) return field("acknowledgmentNumber", 0, 31, words.notInCapture);
  const notes = [relativeNote(segmentAt(analysis, row + 1).acknowledgment, words)];
  if (mark & Mark.AcknowledgmentInferred) notes.push(words.inferred);
  return field(
    "acknowledgmentNumber",
    0,
    31,
    formatWireNumber(number, form),
    notes.filter(Boolean).join(words.semicolon),
    true,
  );
}

function relativeNote({ wire, relative }: SegmentNumber, words: Words): string {
  if (wire === null) return words.relativeOnly;
  return relative === null ? "" : words.relative(String(relative));
}

function controlRow(analysis: ConnectionAnalysis, row: number, words: Words): HeaderField[] {
  const { flags, optionsLength } = analysis.segments;
  const set = flags[row] ?? 0;
  // Data Offset: "The number of 32-bit words in the TCP header" (RFC 9293 section 3.1).
  const offset = 5 + Math.ceil((optionsLength[row] ?? 0) / 4);
  return [
    field("dataOffset", 0, 3, String(offset), words.words(offset)),
    field("reserved", 4, 6, "0"),
    ...FLAGS.map(([id, bit], i) => field(id, 7 + i, 7 + i, set & bit ? "1" : "0", "", (set & bit) !== 0)),
    windowField(analysis, row, words),
  ];
}

function windowField(analysis: ConnectionAnalysis, row: number, words: Words): HeaderField {
  const { segments } = analysis;
  const mark = segments.marks[row] ?? 0;
  const window = segments.window[row] ?? 0;
  if (mark & Mark.WindowUnknown) return field("window", 16, 31, words.notInCapture);
  if (mark & Mark.WindowScaled) {
    return field("window", 16, 31, String(window), words.alreadyScaled(formatCount(window)));
  }
  const { shift } = segmentAt(analysis, row + 1);
  const note = shift === null || shift === 0 ? "" : words.scaled(shift, formatCount(window * 2 ** shift));
  return field("window", 16, 31, String(window), note);
}

function urgentField({ segments }: ConnectionAnalysis, row: number): HeaderField {
  return field("urgentPointer", 16, 31, String(segments.urgentPointer.get(row) ?? 0));
}

function optionsField({ segments }: ConnectionAnalysis, row: number, words: Words): HeaderField {
  const octets = segments.optionsLength[row] ?? 0;
  return field("options", 0, 31, octets === 0 ? words.noOptions : words.octets(octets));
}

function dataField({ segments }: ConnectionAnalysis, row: number, words: Words): HeaderField {
  if ((segments.marks[row] ?? 0) & Mark.LengthUnknown) return field("data", 0, 31, words.notInCapture);
  return field("data", 0, 31, words.octets(segments.payloadLength[row] ?? 0));
}
