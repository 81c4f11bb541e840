import { ACK, FIN, RST, SYN } from "../../segments/flags.ts";
import { distance } from "../../segments/sequence-number.ts";
import type { LabSegment, SegmentName } from "../host/segment.ts";
import type { End, SegmentPattern } from "../script/script.ts";

type NameWithoutCopy = Omit<SegmentName, "copy">;

/**
 * Names a segment by what it is (docs/laboratory.md 2).
 * @param isn initial sequence number of its sender
 * @param peerIsn that of the other end
 */
export function nameOf(segment: LabSegment, end: End, isn: number, peerIsn: number): NameWithoutCopy {
  const kind = kindOf(segment);
  const first = distance(isn, segment.sequence) + ((segment.flags & SYN) === 0 ? 0 : 1);
  return {
    end,
    kind,
    octets: kind !== "rst" && segment.octets > 0 ? [first, first + segment.octets - 1] : null,
    ack: kind === "ack" ? distance(peerIsn, segment.acknowledgment) : null,
  };
}

function kindOf({ flags, octets }: LabSegment): SegmentName["kind"] {
  if ((flags & RST) !== 0) return "rst";
  if ((flags & SYN) !== 0) return (flags & ACK) === 0 ? "syn" : "syn-ack";
  if ((flags & FIN) !== 0) return "fin";
  return octets > 0 ? "data" : "ack";
}

/** Whether the pattern means segments of this name, whichever copy. */
export function fits({ end, kind, octets, ack }: SegmentPattern, name: NameWithoutCopy): boolean {
  if (end !== name.end || (kind !== "any" && kind !== name.kind)) return false;
  if (octets !== null && (octets[0] !== name.octets?.[0] || octets[1] !== name.octets[1])) return false;
  return ack === null || ack === name.ack;
}

/** Counts how often a name has left. */
export class NameCounter {
  private readonly counts = new Map<string, number>();

  next(name: NameWithoutCopy): SegmentName {
    const key = keyOf(name);
    const copy = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, copy);
    const { end, kind, octets, ack } = name;
    return { end, kind, octets, ack, copy };
  }
}

/** The name without its copy, as a key. */
export function keyOf({ end, kind, octets, ack }: NameWithoutCopy): string {
  return `${end}.${kind}[${octets?.[0] ?? ""}..${octets?.[1] ?? ""}](${ack ?? ""})`;
}

/** The pattern that a gesture writes: it means this segment and no other, whatever else is edited (docs/laboratory.md 1). */
export function patternOf({ end, kind, octets, ack, copy }: SegmentName): SegmentPattern {
  return { end, kind, octets, ack, copy };
}
