import { bisect } from "../base/bisect.ts";
import { distance } from "../segments/sequence-number.ts";
import { joinedRanges, type NumberRange, touches } from "./number-ranges.ts";
import { Match, type Pairing, type SendingSide } from "./pairing.ts";
import { isToldApart, timestampValue } from "./segment-key.ts";
import { type Both, otherOf, type RowReader, type Witness } from "./strand.ts";

/** A data segment that has no exact partner; its octets as numbers that compare with `<`. */
interface DataRow {
  readonly row: number;
  readonly from: number;
  readonly until: number;
  readonly acknowledgment: number;
  readonly timestamp: number;
  /** The first octet that is part of no piece yet. */
  next: number;
  /** Whether another row has some of the octets, and nothing tells the two apart. */
  isRepeated: boolean;
}

/**
 * Pairs data by its octets where a host's card or kernel cuts or joins segments (TSO, GRO): the octets that a row of one
 * capture shares with a row of the other one, with the same TSval, are a piece of both.
 */
export function pairParts(
  pairing: Pairing,
  readers: Both<RowReader>,
  { left: rows, all }: { readonly left: Both<readonly number[]>; readonly all: Both<ArrayLike<number>> },
  side: SendingSide,
): void {
  for (const direction of [0, 1] as const) {
    const origin = { number: -1 };
    const data: Both<DataRow[]> = [
      dataRows(readers[0], rows[0], direction, origin),
      dataRows(readers[1], rows[1], direction, origin),
    ];
    if (data[0].length === 0 || data[1].length === 0) continue;
    const left = [...data[0], ...data[1]];
    const doubted = doubtPairs(pairing, readers, { left, origin: origin.number, direction }, all);
    const senders = side === null ? 0 : direction === 0 ? side : otherOf(side);
    for (const sent of data[senders]) sent.isRepeated = touches(doubted[senders], sent.from, sent.until);
    cut(pairing, senders, data[senders], data[otherOf(senders)]);
  }
}

/**
 * Where a capture holds octets in a joined row, another row with some of them may be a repetition: nothing tells which of
 * them a row of the other capture is, unless timestamps or the IP identification do. Gives the numbers that are in doubt so.
 */
function doubtPairs(
  pairing: Pairing,
  readers: Both<RowReader>,
  { left, origin, direction }: { left: readonly DataRow[]; origin: number; direction: 0 | 1 },
  all: Both<ArrayLike<number>>,
): Both<readonly NumberRange[]> {
  const ranges: Both<NumberRange[]> = [[], []];
  const joined = joinedRanges(left);
  for (const witness of [0, 1] as const) {
    const reader = readers[witness];
    const { table } = reader;
    for (let index = 0; index < all[witness].length; index++) {
      const row = all[witness][index];
      const doubted = DOUBTED.get(pairing.matches[witness][row]);
      const length = table.payloadLength[row];
      if (doubted === undefined || length === 0 || reader.direction(row) !== direction) continue;
      const partner = pairing.partners[witness][row];
      if (isToldApart(table, row, readers[otherOf(witness)].table, partner)) continue;
      const from = distance(origin, reader.sequence(row));
      if (!touches(joined, from, from + length)) continue;
      pairing.refer(witness, row, partner, doubted);
      ranges[witness].push({ from, until: from + length });
    }
  }
  return [joinedRanges(ranges[0]), joinedRanges(ranges[1])];
}

/** What a pair becomes of which nothing tells that it is one. */
const DOUBTED: ReadonlyMap<number, number> = new Map([
  [Match.Exact, Match.Ambiguous],
  [Match.InOrder, Match.Ambiguous],
  [Match.Again, Match.AmbiguousAgain],
]);

function dataRows(
  reader: RowReader,
  rows: readonly number[],
  wanted: 0 | 1,
  origin: { number: number },
): DataRow[] {
  const { table } = reader;
  const data: DataRow[] = [];
  let last = 0;
  for (const row of rows) {
    if (reader.direction(row) !== wanted || table.payloadLength[row] === 0) continue;
    if (origin.number < 0) origin.number = reader.sequence(row);
    // Unwrapped along the rows, which lie near each other.
    last += distance((origin.number + last) >>> 0, reader.sequence(row));
    const until = last + table.payloadLength[row];
    data.push({
      row,
      from: last,
      until,
      acknowledgment: reader.acknowledgment(row),
      timestamp: timestampValue(table, row),
      next: last,
      isRepeated: false,
    });
  }
  return data;
}

/** Gives each octet that was sent to the first row at the other side that has it and has not given it yet. */
function cut(
  pairing: Pairing,
  senders: Witness,
  sent: readonly DataRow[],
  arrived: readonly DataRow[],
): void {
  const byNumber = arrived.toSorted((a, b) => a.from - b.from || a.row - b.row);
  noteRepeated(sent);
  const longest = byNumber.reduce((most, { from, until }) => Math.max(most, until - from), 0);
  for (const source of sent) {
    let index = bisect(0, byNumber.length, (at) => byNumber[at].from <= source.from - longest);
    for (; index < byNumber.length && byNumber[index].from < source.until; index++) {
      const target = byNumber[index];
      const from = Math.max(source.next, target.next);
      const until = Math.min(source.until, target.until);
      // Two rows of the same octets are no parts: they would be pairs if they were one segment.
      const isWhole = source.from === target.from && source.until === target.until;
      if (from >= until || isWhole || !mayBeOne(source, target)) continue;
      source.next = until;
      target.next = until;
      pairing.share(senders, source.row, target.row, {
        offsets: [from - source.from, from - target.from],
        length: until - from,
        isSure: !source.isRepeated,
      });
    }
  }
}

/** Only what acknowledges the same is joined. A cut record, and some texts, have no timestamps. */
function mayBeOne(one: DataRow, other: DataRow): boolean {
  if (one.acknowledgment !== other.acknowledgment) return false;
  return one.timestamp < 0 || other.timestamp < 0 || one.timestamp === other.timestamp;
}

function noteRepeated(rows: readonly DataRow[]): void {
  const sorted = rows.toSorted((a, b) => a.from - b.from);
  let furthest: DataRow | undefined;
  for (const row of sorted) {
    if (furthest !== undefined && row.from < furthest.until && mayBeOne(row, furthest)) {
      row.isRepeated = true;
      furthest.isRepeated = true;
    }
    if (furthest === undefined || row.until > furthest.until) furthest = row;
  }
}
