import { ACK, FIN, RST, SYN } from "../../segments/flags.ts";
import type { ConnectionAnalysis, Move } from "../analysis.ts";
import { RST_SHAPES } from "../analysis.ts";
import { type Annotation, type AnnotationKind, RETRANSMISSIONS } from "../annotation.ts";
import { arrowFor } from "../arrows.ts";
import type { Fact, SocketCall } from "../fact.ts";
import type { Position } from "../position.ts";
import { senderAt } from "../segment-at.ts";
import type { Side } from "../state.ts";

type CallFact = Extract<Fact, { kind: "call" }>;

/** Segments that TCP sends without a new call. */
const BY_ITSELF: ReadonlySet<AnnotationKind> = new Set([
  ...RETRANSMISSIONS,
  "out-of-order",
  "keep-alive",
  "window-probe",
]);

/**
 * Segments that no call of this connection explains: a second record of a packet, or one that this end may not have
 * sent.
 */
const FOREIGN: ReadonlySet<AnnotationKind> = new Set([
  "captured-twice",
  "stray-syn",
  "rst-not-exact",
  "rst-outside",
]);

/** The reasons for which a process or its kernel aborts (docs/state-machine.md 6.4). */
const ABORT_REASONS: readonly SocketCall[] = [
  "close-with-unread-data",
  "close-with-linger-zero",
  "killed",
  "keep-alive-limit",
  "user-timeout",
  "host-shutdown",
];

/** The socket calls behind a segment, and how certain they are (docs/state-machine.md 9 no. 2). */
export function callFacts(
  analysis: ConnectionAnalysis,
  position: Position,
  annotations: readonly Annotation[],
  moves: readonly Move[],
): Fact[] {
  const index = position - 1;
  const { segments, rstShape } = analysis;
  const flags = segments.flags[index];
  const sender = senderAt(analysis, position);
  const facts: CallFact[] = [];
  if (annotations.some(({ kind }) => FOREIGN.has(kind))) return facts;
  if ((flags & RST) !== 0) {
    facts.push(
      resetCall(sender, RST_SHAPES[rstShape[index]] ?? "none", isKeepAliveLimit(analysis, position)),
    );
  } else if (annotations.some(({ kind }) => BY_ITSELF.has(kind))) {
    facts.push(call(sender, "none", []));
  } else {
    // An old duplicate: the client is in SYN-SENT for another SYN, and nobody called for this one (figure 8).
    const isDuplicate =
      analysis.initial[sender].state === "SYN-SENT" && analysis.initial[sender].basis === "start";
    if ((flags & (SYN | ACK)) === SYN && !isDuplicate) facts.push(opening(sender, annotations));
    if ((flags & (SYN | ACK)) === (SYN | ACK)) facts.push(call(sender, "none", []));
    if (segments.payloadLength[index] > 0) facts.push(call(sender, "implied", ["send"]));
    if ((flags & FIN) !== 0) facts.push(call(sender, "one-of", ["close", "shutdown", "exit"]));
  }
  const listening = moves.find(({ arrow }) => arrow === arrowFor("LISTEN", "rcv SYN"));
  if (listening !== undefined) facts.push(call(listening.side, "implied", ["listen"]));
  return facts;
}

function opening(sender: Side, annotations: readonly Annotation[]): CallFact {
  const isFastOpen = annotations.some(({ kind }) => kind === "tfo-request" || kind === "tfo-data");
  return isFastOpen
    ? call(sender, "one-of", ["connect", "sendto-fast-open"])
    : call(sender, "implied", ["connect"]);
}

/** Whether the RST comes after probes that nobody answered. */
function isKeepAliveLimit(
  { verdict: { outcome, evidence } }: ConnectionAnalysis,
  position: Position,
): boolean {
  return outcome === "keep-alive-limit" && evidence.includes(position);
}

function resetCall(sender: Side, shape: (typeof RST_SHAPES)[number], isAfterKeepAlives: boolean): CallFact {
  if (shape === "abort" && isAfterKeepAlives) return call(sender, "one-of", ["keep-alive-limit"]);
  if (shape === "abort") return call(sender, "one-of", ABORT_REASONS);
  // There is no connection for what arrived: TCP refuses by itself. A bare RST may come from a middlebox.
  return call(sender, "none", []);
}

function call(side: Side, certainty: CallFact["certainty"], calls: readonly SocketCall[]): CallFact {
  return { kind: "call", side, certainty, calls };
}
