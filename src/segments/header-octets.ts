import { optionOctets } from "./options.ts";
import { Mark, type SegmentColumns } from "./segment-table.ts";

const FIXED_HEADER = 20;

/**
 * The octets of a row's TCP header in the order of the wire (RFC 9293 figure 1), rebuilt from the columns; null for
 * what the columns do not hold: the checksum, a port that has only a name, and what a text does not print. Options
 * are padded with zeros to a multiple of four.
 */
export function headerOctets(
  columns: SegmentColumns,
  row: number,
  sourcePort: number | string,
  destinationPort: number | string,
): (number | null)[] {
  const marks = columns.marks[row];
  const known = (mark: number, value: number): number | null => ((marks & mark) === 0 ? value : null);
  const options = [...optionOctets(columns, row)];
  while (options.length % 4 !== 0) options.push(0);
  const flags = columns.flags[row];
  const words = (FIXED_HEADER + options.length) / 4;
  return [
    ...split(portNumber(sourcePort), 2),
    ...split(portNumber(destinationPort), 2),
    ...split(known(Mark.SequenceUnknown | Mark.SequenceRelative, columns.sequenceNumber[row]), 4),
    ...split(known(Mark.AcknowledgmentRelative, columns.acknowledgmentNumber[row]), 4),
    // Data Offset is the upper half of octet 12; AE is its lowest bit.
    ((words << 4) | (flags >> 8)) & 0xff,
    flags & 0xff,
    ...split(known(Mark.WindowUnknown | Mark.WindowScaled, columns.window[row]), 2),
    ...split(null, 2),
    ...split(columns.urgentPointer.get(row) ?? 0, 2),
    ...options,
  ];
}

function portNumber(port: number | string): number | null {
  return typeof port === "number" ? port : null;
}

/** A number as `count` octets, highest first. */
function split(value: number | null, count: number): (number | null)[] {
  return Array.from({ length: count }, (_, i) =>
    value === null ? null : (value >>> ((count - 1 - i) * 8)) & 0xff,
  );
}
