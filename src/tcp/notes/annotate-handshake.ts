import { ACK, AE, CWR, ECE, RST, SYN } from "../../segments/flags.ts";
import { optionsOf } from "../../segments/options.ts";
import type { SegmentColumns } from "../../segments/segment-table.ts";
import { Mark } from "../../segments/segment-table.ts";
import { advance, distance } from "../../segments/sequence-number.ts";
import type { SteppedConnection } from "../analysis.ts";
import type { Position } from "../position.ts";
import { isSkippedAt, senderAt } from "../segment-at.ts";
import type { Report } from "./annotation-report.ts";

const ECN_BITS = AE | CWR | ECE;

/** A SYN that offered something. */
interface OfferingSyn {
  readonly position: Position;
  /** The number of its first octet of data; null without data. */
  readonly data: number | null;
  /** It asked for accurate ECN (RFC 9768) or for ECN (RFC 3168) or for neither. */
  readonly ecn: "accurate" | "classic" | null;
}

/** Fast Open (RFC 7413) and ECN (RFC 3168, RFC 9768): what is offered, accepted and used. */
export class HandshakeAnnotator {
  private readonly stepped: SteppedConnection;
  private readonly syn: { client: OfferingSyn | null; server: OfferingSyn | null } = {
    client: null,
    server: null,
  };
  /** AE, CWR and ECE count congestion marks instead of echoing them (RFC 9768 section 3.1.4). */
  private isEcnAccurate = false;

  constructor(stepped: SteppedConnection) {
    this.stepped = stepped;
  }

  visit(position: Position, report: Report): void {
    const { segments } = this.stepped;
    const index = position - 1;
    if (isSkippedAt(this.stepped, position)) return;
    const flags = segments.flags[index];
    const side = senderAt(this.stepped, position);
    if ((flags & SYN) === 0) {
      if (!this.isEcnAccurate && (flags & RST) === 0) annotateEcnUse(flags, report);
    } else if ((flags & ACK) === 0) {
      this.syn[side] = offeringSyn(segments, position);
      annotateOffer(segments, position, this.syn[side], report);
    } else this.annotateAnswer(position, this.syn[side === "client" ? "server" : "client"], report);
  }

  private annotateAnswer(position: Position, syn: OfferingSyn | null, report: Report): void {
    const { segments } = this.stepped;
    const index = position - 1;
    const { fastOpenCookie } = optionsOf(segments, index);
    if (fastOpenCookie !== undefined && fastOpenCookie.length > 0) report("tfo-cookie");
    const isAckKnown = (segments.marks[index] & Mark.AcknowledgmentUnknown) === 0;
    if (syn !== null && syn.data !== null && isAckKnown) {
      // An acknowledgment outside the SYN shows nothing about its data.
      const taken = distance(syn.data, segments.acknowledgmentNumber[index]);
      if (taken === 0) report("tfo-refused", { refersTo: syn.position });
      else if (taken > 0 && taken <= segments.payloadLength[syn.position - 1])
        report("tfo-accepted", { refersTo: syn.position });
    }
    const bits = segments.flags[index] & ECN_BITS;
    if (syn?.ecn === "accurate" && isAccurateAnswer(bits)) {
      this.isEcnAccurate = true;
      report("ecn-accepted", { refersTo: syn.position });
    } else if (bits === ECE && (syn === null || syn.ecn !== null)) {
      report("ecn-accepted", { refersTo: syn?.position ?? null });
    }
  }
}

function offeringSyn(segments: SegmentColumns, position: Position): OfferingSyn {
  const index = position - 1;
  const bits = segments.flags[index] & ECN_BITS;
  return {
    position,
    data: segments.payloadLength[index] > 0 ? advance(segments.sequenceNumber[index], 1) : null,
    ecn: bits === ECN_BITS ? "accurate" : bits === (ECE | CWR) ? "classic" : null,
  };
}

function annotateOffer(
  segments: SegmentColumns,
  position: Position,
  syn: OfferingSyn | null,
  report: Report,
): void {
  const { fastOpenCookie } = optionsOf(segments, position - 1);
  if (fastOpenCookie?.length === 0) report("tfo-request");
  if (syn !== null && syn.data !== null) report("tfo-data");
  if (syn !== null && syn.ecn !== null) report("ecn-setup");
}

/** RFC 9768 table 2: 010, 011, 100 and 110 accept accurate ECN and reflect the IP-ECN field of the SYN. */
function isAccurateAnswer(bits: number): boolean {
  return bits === CWR || bits === (CWR | ECE) || bits === AE || bits === (AE | CWR);
}

function annotateEcnUse(flags: number, report: Report): void {
  if ((flags & ECE) !== 0) report("ecn-echo");
  if ((flags & CWR) !== 0) report("cwr");
}
