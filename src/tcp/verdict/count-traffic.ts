import { FIN, RST, SYN } from "../../segments/flags.ts";
import { Mark } from "../../segments/segment-table.ts";
import { advance, distance } from "../../segments/sequence-number.ts";
import type { SteppedConnection } from "../analysis.ts";
import { Finding } from "../analysis.ts";
import { type Annotation, type AnnotationKind, RETRANSMISSIONS } from "../annotation.ts";
import type { Side } from "../state.ts";

type PerSide = Record<Side, number>;

const SENT_AGAIN: ReadonlySet<AnnotationKind> = new Set(RETRANSMISSIONS);

/** The largest window (RFC 7323 section 2.2): a larger jump is not data that the capture missed. */
const LARGEST_WINDOW = 2 ** 30;

/** Segments, unique octets of data and repetitions of each end. Copies made by the capture do not count. */
export function countTraffic(
  stepped: SteppedConnection,
  annotations: readonly Annotation[],
): { readonly segments: PerSide; readonly payload: PerSide; readonly retransmissions: PerSide } {
  const segments = { client: 0, server: 0 };
  const streams = { client: new StreamLength(), server: new StreamLength() };
  for (let index = 0; index < stepped.segments.length; index++) {
    const found = stepped.findings[index];
    if ((found & Finding.CapturedTwice) !== 0) continue;
    const side: Side = stepped.fromClient[index] === 1 ? "client" : "server";
    segments[side]++;
    if ((found & Finding.StraySyn) === 0) streams[side].note(stepped, index);
  }
  const retransmissions = { client: 0, server: 0 };
  for (const { kind, position } of annotations) {
    if (!SENT_AGAIN.has(kind)) continue;
    retransmissions[stepped.fromClient[position - 1] === 1 ? "client" : "server"]++;
  }
  return {
    segments,
    payload: { client: streams.client.octets, server: streams.server.octets },
    retransmissions,
  };
}

/** The length of one end's data: holes in the capture count, repeated octets do not (docs/state-machine.md 8.4). */
class StreamLength {
  octets = 0;
  /** The next number; null while none is known. */
  private next: number | null = null;
  private syn: number | null = null;

  note({ segments }: SteppedConnection, index: number): void {
    const flags = segments.flags[index];
    const marks = segments.marks[index];
    if ((flags & RST) !== 0 || (marks & Mark.SequenceUnknown) !== 0) return;
    const length = segments.payloadLength[index];
    const sequenceNumber = segments.sequenceNumber[index];
    if ((flags & SYN) !== 0 && sequenceNumber !== this.syn) {
      this.syn = sequenceNumber;
      this.octets = 0;
      this.next = advance(sequenceNumber, 1);
    }
    const end = advance(sequenceNumber, length + ((flags & SYN) === 0 ? 0 : 1));
    this.next ??= sequenceNumber;
    const ahead = distance(this.next, end);
    if (ahead > 0) {
      this.octets += ahead < LARGEST_WINDOW ? ahead : length;
      this.next = end;
    }
    const afterFin = advance(end, 1);
    if ((flags & FIN) !== 0 && distance(this.next, afterFin) > 0) this.next = afterFin;
  }
}
