import { ACK, FIN, RST, SYN } from "../../segments/flags.ts";
import type { RowMemory } from "../../segments/row-memory.ts";
import type { SegmentColumns } from "../../segments/segment-table.ts";
import { SaidSoFar } from "./said-so-far.ts";

interface Numbered {
  readonly columns: SegmentColumns;
  readonly memory: RowMemory;
  readonly sender: Uint8Array;
  readonly receiver: Uint8Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly ack: Float64Array;
  readonly copyOf: Uint32Array;
  /** Control bits; a FIN without effect is cleared here. */
  readonly flags: Uint16Array;
  readonly isInert: Uint8Array;
}

/**
 * Finds segments that their receiver must drop, whatever they carry (RFC 9293 section 3.10.7): those without the ACK
 * flag (3.10.7.4, fifth check), and in SYN-SENT those that do not acknowledge the SYN (3.10.7.3, first check). Clears
 * the FIN of segments at whose number the receiver took data.
 * @returns 1 if the row is dropped
 */
export function findDropped(numbered: Numbered): Uint8Array {
  const { columns, memory, flags, isInert } = numbered;
  const isDropped = memory.uint8(columns.length);
  for (let row = 0; row < columns.length; row++) {
    if (isInert[row] === 0 && (flags[row] & (SYN | RST | ACK)) === 0) isDropped[row] = 1;
  }
  dropForeignAcks(numbered, isDropped);
  voidFins(numbered, isDropped);
  return isDropped;
}

/** An end that has sent nothing but SYNs accepts only ISS < SEG.ACK =< SND.NXT. */
function dropForeignAcks(numbered: Numbered, isDropped: Uint8Array): void {
  const { columns, sender, receiver, ack, flags, isInert } = numbered;
  const { sentBeyond, firstSyn, lastSyn, lastSynAck } = findOpenings(numbered);
  const said = [new SaidSoFar(), new SaidSoFar()] as const;
  for (let row = 0; row < columns.length; row++) {
    if (isInert[row] === 1 || isDropped[row] === 1 || (flags[row] & RST) !== 0) continue;
    const x = sender[row] === 0 ? 0 : 1;
    const y = receiver[row] === 0 ? 0 : 1;
    const isSyn = (flags[row] & SYN) !== 0;
    const { synStart, next, hasSynAck, isPlain } = said[y];
    const isInSynSent = x !== y && !hasSynAck && !isPlain && !Number.isNaN(synStart);
    // Y repeats its SYN yet, or X answers it yet: neither end was further. Otherwise what Y sent may not be captured.
    const isYetToOpen = row < lastSyn[y] || row < lastSynAck[x];
    const highest = isYetToOpen ? next : Math.max(next, sentBeyond[y]);
    const isOfSyn = ack[row] > synStart && ack[row] <= highest;
    // Without SYN or RST it is dropped even so (fifth check); only if its sender sends a SYN yet, no SYN,ACK is missing.
    if (!isSyn && isInSynSent && (!isOfSyn || row < firstSyn[x])) isDropped[row] = 1;
    else said[x].take(numbered, row);
  }
}

/** By end, where it opens, and how far it sends after that; rows, 0 for none. */
interface Openings {
  readonly sentBeyond: readonly [number, number];
  readonly firstSyn: readonly [number, number];
  readonly lastSyn: readonly [number, number];
  readonly lastSynAck: readonly [number, number];
}

function findOpenings({ columns, sender, end, flags, isInert }: Numbered): Openings {
  const sentBeyond: [number, number] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const firstSyn: [number, number] = [0, 0];
  const lastSyn: [number, number] = [0, 0];
  const lastSynAck: [number, number] = [0, 0];
  for (let row = columns.length - 1; row >= 0; row--) {
    if (isInert[row] === 1 || (flags[row] & RST) !== 0) continue;
    const x = sender[row] === 0 ? 0 : 1;
    const kind = flags[row] & (SYN | ACK);
    if (kind === ACK) sentBeyond[x] = Math.max(sentBeyond[x], end[row]);
    else if (kind === SYN) {
      firstSyn[x] = row;
      lastSyn[x] ||= row;
    } else if (kind !== 0) lastSynAck[x] ||= row;
  }
  return { sentBeyond, firstSyn, lastSyn, lastSynAck };
}

/**
 * A FIN at the number of data that the peer took was never part of the stream. The peer took the data if it acknowledged
 * more than the FIN, or had acknowledged the number before any FIN stood there: what follows a FIN that it took is
 * ignored (RFC 9293 section 3.10.7.4, seventh check), and its acknowledgment ends with the FIN.
 */
function voidFins(numbered: Numbered, isDropped: Uint8Array): void {
  const { columns, memory, sender, start, end, copyOf, flags, isInert } = numbered;
  const { length } = columns;
  const isFin = (row: number): boolean => isInert[row] === 0 && (flags[row] & (FIN | RST)) === FIN;
  const taken = new TakenData(numbered);
  const isVoid = memory.uint8(length);
  /** By end, the end of its last FIN that came before anything else was taken there. */
  const standing = [Number.NaN, Number.NaN];
  for (let row = 0; row < length; row++) {
    if (isInert[row] === 1 || isDropped[row] === 1) continue;
    const x = sender[row];
    if (isFin(row) && end[row] !== standing[x]) {
      if (end[row] <= taken.upTo(x)) isVoid[row] = 1;
      else standing[x] = end[row];
    }
    taken.take(row);
  }
  for (let row = 0; row < length; row++) {
    if (!isFin(row) || isDropped[row] === 1) continue;
    if (isVoid[row] === 0 && !(end[row] < taken.upTo(sender[row]))) continue;
    flags[row] &= ~FIN;
    end[row] -= 1;
    copyOf[row] = 0;
    if (end[row] === start[row]) isDropped[row] = 1;
  }
}

/** By end, how far its peer has taken data: as far as data was sent, and acknowledged. */
class TakenData {
  private readonly sent = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  private readonly acknowledged = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  private readonly numbered: Numbered;

  constructor(numbered: Numbered) {
    this.numbered = numbered;
  }

  take(row: number): void {
    const { columns, sender, receiver, start, ack, flags } = this.numbered;
    const size = columns.payloadLength[row];
    const x = sender[row];
    const y = receiver[row];
    if (ack[row] > this.acknowledged[y]) this.acknowledged[y] = ack[row];
    // A single octet may be that of a keep-alive, which is sent at SND.NXT-1 (RFC 9293 section 3.8.4).
    if (size < 2 || (flags[row] & (SYN | RST)) !== 0) return;
    if (start[row] + size > this.sent[x]) this.sent[x] = start[row] + size;
  }

  upTo(end: number): number {
    return Math.min(this.sent[end], this.acknowledged[end]);
  }
}
