import { ACK, FIN, RST, SYN } from "../../segments/flags.ts";
import type { SegmentColumns } from "../../segments/segment-table.ts";

/** Bits of Wireshark's `tcp.completeness`. */
const Completeness = { Syn: 1, SynAck: 2, Ack: 4, Data: 8, Fin: 16, Rst: 32 } as const;

/**
 * Wireshark's `tcp.completeness` of a connection: which kinds of segments the capture holds (docs/state-machine.md
 * 8.1). All segments count, also those captured twice, with two rules of Wireshark: a SYN counts only if it opens the
 * conversation, and a conversation whose only segment is no SYN has 0.
 */
export function completenessOf(segments: SegmentColumns): number {
  const isOpened = (segments.flags[0] & (SYN | ACK)) === SYN;
  if (segments.length === 1 && !isOpened) return 0;
  let bits = isOpened ? Completeness.Syn : 0;
  // Data in the SYN that opens the connection (Fast Open) is data; in any other SYN it is not.
  if (isOpened && segments.payloadLength[0] > 0) bits |= Completeness.Data;
  for (let index = 0; index < segments.length; index++) {
    bits |= bitsOfSegment(segments.flags[index], segments.payloadLength[index] > 0);
  }
  return bits;
}

function bitsOfSegment(flags: number, hasData: boolean): number {
  let bits = 0;
  const opening = flags & (SYN | ACK);
  if (opening === (SYN | ACK)) bits |= Completeness.SynAck;
  if (opening === ACK) bits |= hasData ? Completeness.Data : Completeness.Ack;
  if ((flags & (FIN | ACK)) === (FIN | ACK)) bits |= Completeness.Fin;
  if ((flags & RST) !== 0) bits |= Completeness.Rst;
  return bits;
}
