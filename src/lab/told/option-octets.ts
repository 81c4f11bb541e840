import { OptionKind } from "../../segments/options.ts";
import type { LabOptions } from "../host/segment.ts";

/** The options as octets of the header, in the order and with the padding of Linux. */
export function optionOctetsOf({ mss, sackPermitted, timestamps, windowScale }: LabOptions): Uint8Array {
  const octets: number[] = [];
  if (mss !== undefined) octets.push(OptionKind.MaximumSegmentSize, 4, mss >>> 8, mss & 0xff);
  if (sackPermitted) octets.push(OptionKind.SackPermitted, 2);
  if (timestamps !== undefined) {
    while (octets.length % 4 !== 2) octets.push(OptionKind.NoOperation);
    octets.push(OptionKind.Timestamps, 10, ...timestamps.flatMap(wordOctets));
  }
  if (windowScale !== undefined) octets.push(OptionKind.NoOperation, OptionKind.WindowScale, 3, windowScale);
  while (octets.length % 4 !== 0) octets.push(OptionKind.NoOperation);
  return Uint8Array.from(octets);
}

/** Highest octet first. */
function wordOctets(word: number): number[] {
  return [word >>> 24, (word >>> 16) & 0xff, (word >>> 8) & 0xff, word & 0xff];
}
