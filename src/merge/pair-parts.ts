import { bisect } from "../base/bisect.ts";
import { distance } from "../segments/sequence-number.ts";
import { Match, type Pairing, type SendingSide } from "./pairing.ts";
import { timestampValue } from "./segment-key.ts";
import { type Both, otherOf, type RowReader, type Witness } from "./strand.ts";

/** A data segment that has no exact partner; its octets as numbers that compare with `<`. */
interface DataRow {
  readonly row: number;
  readonly from: number;
  readonly until: number;
  readonly timestamp: number;
}

/**
 * Pairs data by its octets where one host's card or kernel cuts or joins segments (TSO, GRO): rows of one capture that
 * lie inside a row of the other one, with the same TSval.
 */
export function pairParts(
  pairing: Pairing,
  readers: Both<RowReader>,
  rows: Both<readonly number[]>,
  side: SendingSide,
): void {
  for (const direction of [0, 1] as const) {
    const origin = { number: -1 };
    const data: Both<DataRow[]> = [
      dataRows(readers[0], rows[0], direction, origin),
      dataRows(readers[1], rows[1], direction, origin),
    ];
    if (data[0].length === 0 || data[1].length === 0) continue;
    const senders = side === null ? 0 : direction === 0 ? side : otherOf(side);
    for (const whole of [senders, otherOf(senders)]) takeParts(pairing, whole, data);
  }
}

function dataRows(
  { table, direction, sequence }: RowReader,
  rows: readonly number[],
  wanted: 0 | 1,
  origin: { number: number },
): DataRow[] {
  const data: DataRow[] = [];
  let last = 0;
  for (const row of rows) {
    if (direction(row) !== wanted || table.payloadLength[row] === 0) continue;
    if (origin.number < 0) origin.number = sequence(row);
    // Unwrapped along the rows, which lie near each other.
    last += distance((origin.number + last) >>> 0, sequence(row));
    const timestamp = timestampValue(table, row);
    data.push({ row, from: last, until: last + table.payloadLength[row], timestamp });
  }
  return data;
}

function takeParts(pairing: Pairing, whole: Witness, data: Both<readonly DataRow[]>): void {
  const small = otherOf(whole);
  const parts = data[small]
    .filter(({ row }) => pairing.isFree(small, row))
    .toSorted((a, b) => a.from - b.from || a.row - b.row);
  for (const large of data[whole]) {
    if (!pairing.isFree(whole, large.row)) continue;
    const inside = tile(pairing, small, parts, large);
    if (inside.length === 0) continue;
    pairing.refer(whole, large.row, inside[0], Match.Whole);
    for (const row of inside) pairing.refer(small, row, large.row, Match.Part);
  }
}

/** The free parts that lie in the segment, each behind the one before it. */
function tile(pairing: Pairing, small: Witness, parts: readonly DataRow[], large: DataRow): number[] {
  const inside: number[] = [];
  let next = large.from;
  const first = bisect(0, parts.length, (index) => parts[index].from < large.from);
  for (let index = first; index < parts.length; index++) {
    const part = parts[index];
    if (part.from >= large.until) break;
    const isSmaller = part.until - part.from < large.until - large.from;
    if (part.from < next || part.until > large.until || !isSmaller) continue;
    if (part.timestamp !== large.timestamp || !pairing.isFree(small, part.row)) continue;
    inside.push(part.row);
    next = part.until;
  }
  return inside;
}
