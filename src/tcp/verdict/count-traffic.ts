import { RST, SYN } from "../../segments/flags.ts";
import { Mark } from "../../segments/segment-table.ts";
import type { SteppedConnection } from "../analysis.ts";
import { Finding } from "../analysis.ts";
import { type Annotation, type AnnotationKind, RETRANSMISSIONS } from "../annotation.ts";
import { senderAt } from "../segment-at.ts";
import type { Side } from "../state.ts";
import { OctetRanges } from "./octet-ranges.ts";

type PerSide = Record<Side, number>;

const SENT_AGAIN: ReadonlySet<AnnotationKind> = new Set(RETRANSMISSIONS);

/**
 * Segments, octets of data and repetitions of each end. Copies made by the capture do not count. The data are the
 * octets in the capture, each counted once: a number alone (a distant acknowledgment, a FIN, a hole) is no octet.
 */
export function countTraffic(
  stepped: SteppedConnection,
  annotations: readonly Annotation[],
): { readonly segments: PerSide; readonly payload: PerSide; readonly retransmissions: PerSide } {
  const segments = { client: 0, server: 0 };
  const retransmissions = { client: 0, server: 0 };
  const isProbe = new Set<number>();
  for (const { kind, position } of annotations) {
    // The octet of a keep-alive is not data (RFC 9293 section 3.8.4).
    if (kind === "keep-alive") isProbe.add(position - 1);
    if (SENT_AGAIN.has(kind)) retransmissions[senderAt(stepped, position)]++;
  }
  const sent = { client: new SentData(), server: new SentData() };
  for (let index = 0; index < stepped.segments.length; index++) {
    const found = stepped.findings[index];
    if ((found & Finding.CapturedTwice) !== 0) continue;
    const side = senderAt(stepped, index + 1);
    segments[side]++;
    if ((found & Finding.StraySyn) === 0 && !isProbe.has(index)) sent[side].note(stepped, index);
  }
  return {
    segments,
    payload: { client: sent.client.ranges.count(), server: sent.server.ranges.count() },
    retransmissions,
  };
}

/** The data of one end since its last restart. */
class SentData {
  readonly ranges = new OctetRanges();
  private syn: number | null = null;

  note({ segments, numbers }: SteppedConnection, index: number): void {
    const flags = segments.flags[index];
    if ((flags & RST) !== 0 || (segments.marks[index] & Mark.SequenceUnknown) !== 0) return;
    const number = numbers.start[index];
    const isSyn = (flags & SYN) !== 0;
    if (isSyn && number !== this.syn) {
      this.syn = number;
      this.ranges.clear();
    }
    const length = segments.payloadLength[index];
    if (length > 0) this.ranges.add(isSyn ? number + 1 : number, length);
  }
}
