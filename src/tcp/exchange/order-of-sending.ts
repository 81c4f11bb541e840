import { ACK, RST, SYN } from "../../segments/flags.ts";
import type { RowMemory } from "../../segments/row-memory.ts";
import type { SegmentColumns } from "../../segments/segment-table.ts";
import { distance } from "../../segments/sequence-number.ts";
import { Timestamps } from "../../segments/timestamps.ts";

/** The most rows by which a segment that was captured late is moved. */
const REACH = 16;

interface UnorderedRows {
  readonly flags: Uint16Array;
  readonly columns: SegmentColumns;
  readonly memory: RowMemory;
  readonly sender: Uint8Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly ack: Float64Array;
  readonly isInert: Uint8Array;
  readonly copyOf: Uint32Array;
}

interface Order {
  readonly turns: Uint32Array;
  readonly place: Uint32Array;
}

/** The order of rows that stand in the order of sending. */
export function orderOfCapture(length: number, memory: RowMemory): Order {
  const turns = memory.uint32(length);
  const place = memory.uint32(length);
  for (let row = 0; row < length; row++) {
    turns[row] = row;
    place[row] = row + 1;
  }
  return { turns, place };
}

/**
 * The order in which the rows were sent. It is that of capture, but for segments that were captured late
 * (docs/state-machine.md 5.6): RCV.NXT never goes back, so a segment with a lower sequence number and a lower
 * acknowledgment number than an earlier row of the same sender was sent before that row, unless it is a copy.
 * So was a SYN that stands behind the SYN,ACK that answers it.
 */
export function orderOfSending(rows: UnorderedRows): Order {
  const { length } = rows.columns;
  const turns = rows.memory.uint32(length);
  const place = rows.memory.uint32(length);
  const timestamps = [new Timestamps(), new Timestamps()] as const;
  for (let row = 0; row < length; row++) {
    let at = row;
    let home = row;
    for (let back = row - 1; back >= 0 && back >= row - REACH; back--) {
      const earlier = turns[back];
      if (rows.sender[earlier] === rows.sender[row] || isAnswerTo(rows, earlier, row)) {
        if (!wasSentBefore(rows, row, earlier, timestamps)) break;
        at = back;
        home = earlier;
      }
    }
    turns.copyWithin(at + 1, at, row);
    turns[at] = row;
    place[row] = at === row ? row + 1 : (place[home] ?? row + 1);
  }
  return { turns, place };
}

function isAnswerTo({ flags, ack, end }: UnorderedRows, answer: number, row: number): boolean {
  const isSynAck = (flags[answer] & (SYN | ACK)) === (SYN | ACK);
  const isSyn = (flags[row] & (SYN | ACK | RST)) === SYN;
  return isSynAck && isSyn && ack[answer] === end[row];
}

function wasSentBefore(
  rows: UnorderedRows,
  row: number,
  earlier: number,
  [own, other]: readonly [Timestamps, Timestamps],
): boolean {
  const { columns, flags, sender, start, end, ack, isInert, copyOf } = rows;
  if (isInert[row] === 1 || isInert[earlier] === 1 || copyOf[row] !== 0) return false;
  if (sender[row] !== sender[earlier]) return true;
  if (((flags[row] | flags[earlier]) & (RST | SYN)) !== 0) return false;
  const isLower = ack[row] < ack[earlier] && end[row] <= start[earlier];
  if (!isLower) return false;
  own.read(columns, row);
  other.read(columns, earlier);
  return !own.isPresent || !other.isPresent || distance(own.value, other.value) >= 0;
}
