import { hashKey, hashWith } from "../../base/keyed-hash.ts";
import { areOnTwoInterfaces, SAME_PACKET } from "../../segments/captured-again.ts";
import { isSameDatagram } from "../../segments/datagram.ts";
import { optionOctets } from "../../segments/options.ts";
import { LASTING_MEMORY, type RowMemory } from "../../segments/row-memory.ts";
import { Mark, type SegmentColumns } from "../../segments/segment-table.ts";

/** The columns that distinguish packets. */
type Fingerprinted = Pick<
  SegmentColumns,
  "sequenceNumber" | "acknowledgmentNumber" | "ipId" | "flags" | "flow"
>;

/**
 * Marks rows that are a second record of a packet already captured: `any` on a router, both sides of a bridge
 * (docs/state-machine.md 3.5). Everything in the TCP header agrees, and either the IP identification, other than 0, does
 * too, or the TTL tells that a router lies between; or the input itself tells it, by another interface.
 * @returns 1 where the row is such a copy
 */
export function findCapturedTwice(columns: SegmentColumns, memory: RowMemory = LASTING_MEMORY): Uint8Array {
  const isCopy = memory.uint8(columns.length);
  const latest = new LatestRows(columns.length, memory);
  const key = hashKey();
  for (let row = 0; row < columns.length; row++) {
    const before = latest.replace(fingerprint(key, columns, row), row);
    if (before >= 0 && isSamePacket(columns, before, row)) isCopy[row] = 1;
  }
  return isCopy;
}

/** The latest row of each fingerprint. Open addressing: a Map of numbers this large costs five times as much. */
class LatestRows {
  private readonly fingerprints: Uint32Array;
  /** Row + 1; 0 is free. At most half full. */
  private readonly slots: Uint32Array;

  constructor(rows: number, memory: RowMemory) {
    this.fingerprints = memory.uint32(rows);
    this.slots = memory.uint32(2 ** (33 - Math.clz32(Math.max(rows, 1))));
  }

  /** Stores the row and returns the latest one before it with the same fingerprint; -1 if there is none. */
  replace(own: number, row: number): number {
    const { fingerprints, slots } = this;
    const mask = slots.length - 1;
    fingerprints[row] = own;
    for (let slot = own & mask; ; slot = (slot + 1) & mask) {
      const before = slots[slot] - 1;
      if (before >= 0 && fingerprints[before] !== own) continue;
      slots[slot] = row + 1;
      return before;
    }
  }
}

/** @param key of the table that it is for */
export function fingerprint(
  key: number,
  { sequenceNumber, acknowledgmentNumber, ipId, flags, flow }: Fingerprinted,
  row: number,
): number {
  const numbers = hashWith(hashWith(key, sequenceNumber[row]), acknowledgmentNumber[row]);
  // Sixteen bits of identification, twelve of control bits, one of direction.
  const rest = (ipId[row] << 13) | (flags[row] << 1) | (flow[row] & 1);
  return hashWith(numbers, rest);
}

function isSamePacket(columns: SegmentColumns, a: number, b: number): boolean {
  const differs = (column: Uint8Array | Uint16Array | Uint32Array): boolean => column[a] !== column[b];
  if (differs(columns.flow) || differs(columns.flags) || differs(columns.sequenceNumber)) return false;
  if (differs(columns.acknowledgmentNumber) || differs(columns.payloadLength)) return false;
  if (differs(columns.window) || differs(columns.ipId)) return false;
  if ((columns.marks[b] & Mark.CapturedAgain) !== 0) return true;
  const step = columns.time[b] - columns.time[a];
  if (!(step >= 0 && step <= SAME_PACKET)) return false;
  if (!haveSameOptions(columns, a, b)) return false;
  if (differs(columns.ttl) || areOnTwoInterfaces(columns, a, b)) return true;
  return isSameDatagram(columns, a, b);
}

function haveSameOptions(columns: SegmentColumns, a: number, b: number): boolean {
  const one = optionOctets(columns, a);
  const other = optionOctets(columns, b);
  return one.length === other.length && one.every((octet, index) => octet === other[index]);
}
