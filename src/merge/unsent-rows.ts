import { ACK, FIN, RST, SYN } from "../segments/flags.ts";
import { distance } from "../segments/sequence-number.ts";
import { sequenceLength } from "../segments/sequence-space.ts";
import { Shown } from "../segments/witnessed-rows.ts";
import type { MergedRows } from "./merged-rows.ts";
import { joinedRanges, type NumberRange, touches } from "./number-ranges.ts";
import type { Paired } from "./order-rows.ts";
import { type Both, otherOf, readersOf, type RowReader, type Witness } from "./strand.ts";

/**
 * Tells of rows that only the capture at the receiver's side holds whether somebody else sent them. The capture at the
 * sender's side missed what lies among the numbers that it holds, and that no row there has. One that is known to have
 * missed a segment may have missed others.
 * @param rows that the capture at the sender's side covers; writes `shown`
 */
export function judgeUnsentRows(paired: Paired, merged: MergedRows, rows: readonly number[]): void {
  const numbers = new SentNumbers(paired);
  const isLacking: [boolean, boolean] = [false, false];
  const open: number[] = [];
  for (const index of rows) {
    const place = numbers.placeOf(merged, index);
    if (place === "among") isLacking[numbers.senderOf(merged, index)] = true;
    else if (place === "before") merged.shown[index] = merged.shown[index] | Shown.NotCovered;
    else open.push(index);
  }
  for (const index of open) {
    const doubt = isLacking[numbers.senderOf(merged, index)] ? numbers.doubtOf(merged, index) : Shown.NotSent;
    merged.shown[index] = merged.shown[index] | doubt;
  }
}

/**
 * Where the numbers of a row lie. `among`: its sender's later segments lie behind them, and none has them. `before`: its
 * sender's capture begins behind them, without a SYN. `other`: it may have been sent by somebody else.
 */
type Place = "among" | "before" | "other";

/** Numbers of one direction of a strand, counted from that of the first segment that its sender's capture holds. */
interface Numbers {
  readonly origin: number;
  /** Ascending, without touching each other. */
  readonly ranges: readonly NumberRange[];
  /** What the last one of its segments ends before; pure ACKs tell it too. */
  readonly highest: number;
  readonly hasSyn: boolean;
}

/** The numbers that each end sent, as far as the capture at its side holds them. */
class SentNumbers {
  private readonly paired: Paired;
  /** By strand and direction. */
  private readonly known = new Map<number, Numbers | null>();

  constructor(paired: Paired) {
    this.paired = paired;
  }

  /** The capture at the sender's side, which does not hold the row. */
  senderOf(merged: MergedRows, index: number): Witness {
    return merged.rows[0][index] >= 0 ? 1 : 0;
  }

  placeOf(merged: MergedRows, index: number): Place {
    const { reader, row } = this.held(merged, index);
    const flags = reader.table.flags[row];
    const length = sequenceLength(flags, reader.table.payloadLength[row]);
    const numbers = this.numbersOf(merged.strand[index], reader.direction(row), this.senderOf(merged, index));
    if ((flags & RST) !== 0 || length === 0 || numbers === null) return "other";
    const from = distance(numbers.origin, reader.sequence(row));
    const until = from + length;
    const isSyn = (flags & SYN) !== 0;
    // A SYN stands right before the numbers that its sender goes on with.
    if (isSyn) return !numbers.hasSyn && until === 0 ? "among" : "other";
    if (until <= 0 && !numbers.hasSyn) return "before";
    const isBetween = from >= 0 && until <= numbers.highest;
    return isBetween && !touches(numbers.ranges, from, until) ? "among" : "other";
  }

  /** What may be of a row whose sender's capture lacks others: a pure ACK was sent; whether anything else was, is open. */
  doubtOf(merged: MergedRows, index: number): number {
    const { reader, row } = this.held(merged, index);
    const isPureAck =
      reader.table.payloadLength[row] === 0 && (reader.table.flags[row] & (SYN | FIN | RST | ACK)) === ACK;
    return isPureAck ? 0 : Shown.NotCovered;
  }

  private held(merged: MergedRows, index: number): { readonly reader: RowReader; readonly row: number } {
    const witness = otherOf(this.senderOf(merged, index));
    const readers: Both<RowReader> = readersOf(this.paired.tables, this.paired.strands[merged.strand[index]]);
    return { reader: readers[witness], row: merged.rows[witness][index] };
  }

  private numbersOf(strand: number, direction: 0 | 1, witness: Witness): Numbers | null {
    const key = strand * 2 + direction;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const { rows } = this.paired.strands[strand];
    const reader = readersOf(this.paired.tables, this.paired.strands[strand])[witness];
    const read = numbersIn(reader, rows[witness], direction);
    this.known.set(key, read);
    return read;
  }
}

/** null: the end sends nothing there but RSTs. */
function numbersIn(reader: RowReader, rows: ArrayLike<number>, direction: 0 | 1): Numbers | null {
  const { flags: control, payloadLength } = reader.table;
  const sent: NumberRange[] = [];
  let origin = -1;
  let [last, highest] = [0, 0];
  let hasSyn = false;
  for (let index = 0; index < rows.length; index++) {
    const flags = control[rows[index]];
    if (reader.direction(rows[index]) !== direction || (flags & RST) !== 0) continue;
    if (origin < 0) origin = reader.sequence(rows[index]);
    last += distance((origin + last) >>> 0, reader.sequence(rows[index]));
    const until = last + sequenceLength(flags, payloadLength[rows[index]]);
    if (until > last) sent.push({ from: last, until });
    highest = Math.max(highest, until);
    hasSyn ||= (flags & SYN) !== 0;
  }
  return origin < 0 ? null : { origin, ranges: joinedRanges(sent), highest, hasSyn };
}
