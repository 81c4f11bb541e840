import type { Position } from "../position.ts";
import { SentRanges } from "./sent-ranges.ts";

/** The window scale of an end is not known: its SYN is not in the capture. */
export const SCALE_UNKNOWN = -1;

/** What one end has shown of its numbers so far (docs/state-machine.md 7.1). */
export class DirectionWatch {
  /** Whether any sequence number of this end is known. */
  hasNext = false;
  /** Whether the numbers count from an unknown base. */
  isRelative = false;
  /** The first sequence number seen. */
  first = 0;
  /** Highest end of a segment. */
  next = 0;
  nextPosition: Position = 0;
  /** End of what Wireshark takes to be captured without a hole, and the segment that moved it last. */
  contiguous = 0;
  contiguousPosition: Position = 0;
  /** End of what was captured without a hole where a longer copy filled one, which Wireshark does not see. */
  filled: { readonly end: number; readonly position: Position } | null = null;
  hasAcknowledged = false;
  acknowledged = 0;
  isAcknowledgedRelative = false;
  /** The segment that sent `acknowledged` first, and the last one. */
  acknowledgedFirstAt: Position = 0;
  acknowledgedLastAt: Position = 0;
  /** Duplicate ACKs in a row; -1: the next one counts as the first (docs/state-machine.md 7.1 no. 10). */
  duplicates = 0;
  hasWindow = false;
  /** As in the header. */
  window = 0;
  /** Shift count, {@link SCALE_UNKNOWN}, or 0 where scaling is off. */
  scale = SCALE_UNKNOWN;
  /** One of the SYNs lacks the option. */
  isScalingOff = false;
  /** The window of the last segment counts unscaled: it was a SYN (RFC 7323 section 2.2). */
  windowIsUnscaled = true;
  /**
   * The last window probe that carried an octet beyond `next`; null once it advanced the direction, or none was sent.
   */
  probeAhead: { readonly end: number; readonly position: Position } | null = null;
  lastWas: "keep-alive" | "window-probe" | null = null;
  lastPosition: Position = 0;
  /** The last segment that took sequence numbers. */
  lastSequencePosition: Position = 0;
  /** The number of its last SYN; NaN before. */
  synNumber = Number.NaN;
  sent = new SentRanges();

  /** Restarts the direction at a SYN with the number `first`. */
  restart(first: number, end: number, position: Position, isRelative: boolean): void {
    this.hasNext = true;
    this.isRelative = isRelative;
    this.first = first;
    this.next = end;
    this.nextPosition = position;
    this.contiguous = end;
    this.contiguousPosition = position;
    this.filled = null;
    this.duplicates = 0;
    this.probeAhead = null;
    this.sent = new SentRanges();
    this.sent.addAdvancing(first, end, position);
  }

  /** Advances the direction by a segment. @param start of the numbers that it adds */
  advance(start: number, end: number, position: Position): void {
    if (start === this.contiguous) {
      this.contiguous = end;
      this.contiguousPosition = position;
    }
    this.next = end;
    this.nextPosition = position;
    this.sent.addAdvancing(start, end, position);
  }
}
