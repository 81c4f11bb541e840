import { bisect } from "../base/bisect.ts";
import type { Position } from "./position.ts";

/** The kinds of segments that repeat earlier ones; `refersTo` is the copy before. */
export const RETRANSMISSIONS = [
  "syn-retransmission",
  "syn-ack-retransmission",
  "fin-retransmission",
  "retransmission",
  "fast-retransmission",
  "spurious-retransmission",
] as const;

/** What is noteworthy about a segment; the closed list of docs/state-machine.md 7.2. */
export const ANNOTATION_KINDS = [
  ...RETRANSMISSIONS,
  "out-of-order",
  "gap-before",
  "ack-unseen",
  "duplicate-ack",
  "keep-alive",
  "keep-alive-ack",
  "window-probe",
  "window-probe-ack",
  "zero-window",
  "window-full",
  "window-update",
  "port-reuse",
  "stray-syn",
  "challenge-ack",
  "rst-refused",
  "rst-reply",
  "rst-abort",
  "rst-bare",
  "rst-not-exact",
  "rst-outside",
  "simultaneous-open",
  "simultaneous-close",
  "unseen-fin",
  "captured-twice",
  "elided",
  "time-jump",
  "wrap",
  "icmp-unreachable",
  "tfo-request",
  "tfo-cookie",
  "tfo-data",
  "tfo-accepted",
  "tfo-refused",
  "ecn-setup",
  "ecn-accepted",
  "ecn-echo",
  "cwr",
  "urgent",
  "rejected",
] as const;
export type AnnotationKind = (typeof ANNOTATION_KINDS)[number];

export interface Annotation {
  readonly position: Position;
  readonly kind: AnnotationKind;
  /** The n of `duplicate-ack#n`, `syn-retransmission#n` …; null for kinds that are not counted. */
  readonly count: number | null;
  /**
   * The earlier segment it refers to: the copy before a retransmission, the first ACK of duplicates, the probe
   * of an answer, the row before which the text leaves out lines that explain a gap; null if there is none.
   */
  readonly refersTo: Position | null;
  /** Nanoseconds from `refersTo`; null without times, or across a time jump. */
  readonly interval: number | null;
  /**
   * Octets missing (`gap-before`), urgent (`urgent`), or acknowledged beyond the captured (`ack-unseen`); 0 if `refersTo`, a
   * longer copy, brought them.
   */
  readonly octets?: number;
}

/** As docs/state-machine.md 7.2 writes it: `zero-window`, `duplicate-ack#2`. */
export function formatAnnotation({ kind, count }: Annotation): string {
  return count === null ? kind : `${kind}#${count}`;
}

/** The annotations of one segment, found by bisection. */
export function annotationsAt(annotations: readonly Annotation[], position: Position): readonly Annotation[] {
  return annotations.slice(
    annotationsUpTo(annotations, position - 1),
    annotationsUpTo(annotations, position),
  );
}

/** How many annotations belong to the segments up to and with the one at `position`. */
export function annotationsUpTo(annotations: readonly Annotation[], position: Position): number {
  return bisect(0, annotations.length, (index) => annotations[index].position <= position);
}
