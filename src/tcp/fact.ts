import type { Fate, Move, RstShape } from "./analysis.ts";
import type { Annotation } from "./annotation.ts";
import type { Arrow, InferredCall } from "./arrows.ts";
import type { RoleBasis } from "./connection.ts";
import type { Position } from "./position.ts";
import type { Side, TcpState } from "./state.ts";

/** What a program, or the kernel for it, did to send a segment. Codes that the page words. */
export type SocketCall =
  | InferredCall
  | "send"
  | "sendto-fast-open"
  | "shutdown"
  | "exit"
  | "close-with-unread-data"
  | "close-with-linger-zero"
  | "killed"
  | "keep-alive-limit"
  | "user-timeout"
  | "host-shutdown";

/** Where Linux, or `ss` on it, shows something else than the RFC's states (docs/state-machine.md 6.7). */
export type LinuxDifference =
  /** The listening socket stays LISTEN; the half-open request stands beside it. */
  | "listener-stays-listen"
  /** The accept queue is full: the completing ACK is ignored and the SYN,ACK repeated. */
  | "accept-queue-full"
  | "dropped-syn-looks-lost"
  /** `close()` enters FIN-WAIT-1 even while the FIN still waits behind data. */
  | "fin-wait-1-begins-at-close"
  /** `close()` and `shutdown()` look alike until the peer sends data. */
  | "close-looks-like-shutdown"
  /** A FIN-WAIT-2 that no process owns answers data with RST. */
  | "orphaned-fin-wait-2-resets"
  /** `close()` with unread data sends RST instead of FIN. */
  | "unread-data-becomes-rst"
  /** A SYN inside a synchronized connection is always answered with a challenge ACK. */
  | "challenge-ack-for-syn"
  /** RFC 9293 lets the sender of a RST go to TIME-WAIT; Linux goes to CLOSED. */
  | "rst-sender-closes";

/** Why an acknowledgment number is what it is. */
type AcknowledgmentReason =
  /** It is the end of a captured segment: its number plus what it takes. */
  | "end-of-segment"
  /** It lies inside a captured segment. */
  | "inside-segment"
  /** It lies beyond everything captured of the other end. */
  | "beyond-captured"
  /** Nothing of the other end was captured that could explain it. */
  | "unexplained";

/**
 * One thing to explain of a segment, as parameters without words (docs/state-machine.md section 9). The page words
 * it. Times are nanoseconds; numbers as on the wire, `relative` ones signed from the initial sequence number or null
 * where that is not known.
 */
export type Fact =
  /** What it is and who sent it. */
  | {
      readonly kind: "segment";
      readonly sender: Side;
      /** Control bits in header order: `SYN`, `ACK` … */
      readonly flags: readonly string[];
      readonly payloadLength: number;
      readonly rstShape: RstShape;
    }
  /** The capture does not hold the start: roles or history are guessed. */
  | { readonly kind: "start-not-captured"; readonly roleBasis: RoleBasis }
  /** The state of an end before the first segment. */
  | { readonly kind: "initial-state"; readonly side: Side; readonly state: TcpState | null }
  /**
   * The call behind the segment, or the call that returns because of it. `implied`: TCP cannot do without it.
   * `one-of`: one of them; the wire does not show which. `none`: no call, TCP answers by itself.
   */
  | {
      readonly kind: "call";
      readonly side: Side;
      readonly certainty: "implied" | "one-of" | "none";
      readonly calls: readonly SocketCall[];
    }
  /** The sequence number. */
  | {
      readonly kind: "sequence-number";
      readonly value: number;
      readonly relative: number | null;
      readonly role: "initial" | "continues" | "repeats" | "leaves-gap" | "derived" | "unknown";
    }
  /** Which numbers it takes: `first` … `next - 1`; SYN and FIN take one each. */
  | {
      readonly kind: "takes";
      readonly first: number;
      readonly next: number;
      readonly payloadLength: number;
      readonly countsSyn: boolean;
      readonly countsFin: boolean;
    }
  /** The acknowledgment number and the segment that explains it: `sequenceNumber + length`. */
  | {
      readonly kind: "acknowledgment";
      readonly value: number;
      readonly relative: number | null;
      readonly reason: AcknowledgmentReason;
      readonly of: Position | null;
      readonly sequenceNumber: number | null;
      /** SEG.LEN: the octets, SYN and FIN. */
      readonly length: number;
      readonly payloadLength: number;
      readonly countsSyn: boolean;
      readonly countsFin: boolean;
      /** Whether the sender acknowledges it for the first time. */
      readonly isNew: boolean;
    }
  /** A move at this row with its row of the transition table. */
  | { readonly kind: "move"; readonly move: Move; readonly arrow: Arrow }
  /** What became of it and the evidence. */
  | {
      readonly kind: "fate";
      readonly fate: Fate;
      readonly arrivesAt: Position | null;
      readonly provedBy: Position | null;
      readonly contradictedBy: Position | null;
    }
  /** An option that the segment offers; the SYN,ACK has its result, `negotiated`. */
  | {
      readonly kind: "option";
      readonly option: NegotiatedOption;
      /** MSS in octets, shift count, octets of the cookie; null where the option has no value. */
      readonly value: number | null;
    }
  /** What both ends offered and what is in use from here on; null: not offered, or not in use. */
  | {
      readonly kind: "negotiated";
      readonly option: "mss" | "window-scale" | "sack-permitted" | "timestamps";
      readonly client: number | null;
      readonly server: number | null;
      /** Whether both ends use it; for the MSS always. */
      readonly isInUse: boolean;
    }
  /** The window in octets: `field * 2^shift`. `shift` null: the handshake is not in the capture. */
  | {
      readonly kind: "window";
      readonly field: number;
      readonly shift: number | null;
      readonly octets: number | null;
    }
  /** An annotation; `factor` is its interval divided by the one before (2: the timer doubled). */
  | { readonly kind: "annotation"; readonly annotation: Annotation; readonly factor: number | null }
  /** Time from a segment to this one, which acknowledges it. */
  | {
      readonly kind: "round-trip";
      readonly of: "handshake" | "opening" | "data";
      readonly from: Position;
      readonly duration: number;
    }
  /**
   * A wait that begins here and that no segment shows. `duration`: how long it lasts (2MSL), or lasted within the
   * capture until `endsAt`; null if not known. `endsAt` null: nothing in the capture ends it.
   */
  | {
      readonly kind: "wait";
      readonly side: Side;
      readonly state: TcpState;
      readonly endsAt: Position | null;
      readonly duration: number | null;
    }
  /** Its TTL, and the one that all others of its sender have: another path, or another host. */
  | { readonly kind: "other-ttl"; readonly ttl: number; readonly usual: number; readonly others: number }
  /** A move that only a clock makes, after the last segment. */
  | { readonly kind: "afterwards"; readonly move: Move; readonly arrow: Arrow }
  | { readonly kind: "linux-differs"; readonly difference: LinuxDifference };

type NegotiatedOption = "mss" | "window-scale" | "sack-permitted" | "timestamps" | "fast-open";
export type FactKind = Fact["kind"];
