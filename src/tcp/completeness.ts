import { ACK, FIN, RST, SYN } from "../segments/flags.ts";
import type { SegmentColumns } from "../segments/segment-table.ts";

/** Bits of Wireshark's `tcp.completeness`. */
export const Completeness = { Syn: 1, SynAck: 2, Ack: 4, Data: 8, Fin: 16, Rst: 32 } as const;

/**
 * Wireshark's `tcp.completeness` of a connection: which kinds of segments the capture holds
 * (STATE-MACHINE 8.1). All segments count, also those that were captured twice; but of a conversation whose
 * only segment is no SYN Wireshark says 0: it begins to count when it knows the conversation.
 */
export function completenessOf(segments: SegmentColumns): number {
  if (segments.length === 1 && ((segments.flags[0] ?? 0) & (SYN | ACK)) !== SYN) return 0;
  let bits = 0;
  for (let index = 0; index < segments.length; index++) {
    const hasData = (segments.payloadLength[index] ?? 0) > 0;
    bits |= bitsOfSegment(segments.flags[index] ?? 0, hasData);
    // Data in the SYN that opens the connection (Fast Open) is data; in any other SYN it is not.
    const isOpeningSyn = index === 0 && ((segments.flags[0] ?? 0) & (SYN | ACK)) === SYN;
    if (isOpeningSyn && hasData) bits |= Completeness.Data;
  }
  return bits;
}

function bitsOfSegment(flags: number, hasData: boolean): number {
  let bits = 0;
  const opening = flags & (SYN | ACK);
  if (opening === SYN) bits |= Completeness.Syn;
  if (opening === (SYN | ACK)) bits |= Completeness.SynAck;
  if (opening === ACK) bits |= hasData ? Completeness.Data : Completeness.Ack;
  if ((flags & (FIN | ACK)) === (FIN | ACK)) bits |= Completeness.Fin;
  if ((flags & RST) !== 0) bits |= Completeness.Rst;
  return bits;
}
