import type { SteppedConnection } from "../analysis.ts";
import { Finding, RST_SHAPES } from "../analysis.ts";
import type { Annotation } from "../annotation.ts";
import { type ArrowId, arrowFor } from "../arrows.ts";
import type { Position } from "../position.ts";
import type { Outcome } from "../verdict.ts";
import type { ClosingMarks, FinMark } from "./closing-marks.ts";
import type { ConnectionHistory } from "./connection-history.ts";

/**
 * The least number of unanswered keep-alives that explain a RST: after one or two, the application may have aborted.
 * Linux gives up after 9, Windows after 10.
 */
const FEWEST_KEEP_ALIVES = 3;

/** How a connection ended and the segments that say so, in order. */
export interface JudgedOutcome {
  readonly outcome: Outcome;
  readonly evidence: readonly Position[];
}

/** Finds the first line of docs/state-machine.md 8.2 that fits. */
export function judgeOutcome(
  stepped: SteppedConnection,
  annotations: readonly Annotation[],
  history: ConnectionHistory,
  closing: ClosingMarks,
): JudgedOutcome {
  return (
    judgeAttempt(stepped, history) ??
    judgeComplete(closing) ??
    judgeKeepAlive(stepped, annotations, history, closing) ??
    judgeReset(history, closing) ??
    judgeUnfinishedClose(closing) ??
    judgeOpen(stepped, history)
  );
}

/** The outcomes of an attempt without an answer, or with a refusal. */
function judgeAttempt(stepped: SteppedConnection, history: ConnectionHistory): JudgedOutcome | null {
  const refusal = refusalOf(stepped);
  if (refusal !== null) {
    const syn = history.syns.findLast((position) => position < refusal);
    return judged("refused", [syn, refusal]);
  }
  if (hasMove(stepped, arrowFor("SYN-SENT", "ICMP unreachable")))
    return judged(
      "rejected-by-icmp",
      stepped.quotedErrors.map((error) => error.position),
    );
  const isOneSided = history.sent.client === 0 || history.sent.server === 0;
  if (!isOneSided || stepped.connection.isSelfConnect) return null;
  if (history.firstOther !== null && history.firstRst === null) {
    return judged("one-direction-captured", [history.firstOther]);
  }
  if (history.syns.length === 0 || history.synAcks.length > 0 || history.firstOther !== null) return null;
  if (history.firstRst !== null) return judged("abandoned-by-client", [...history.syns, history.firstRst]);
  return judged("no-answer", history.syns);
}

function judgeComplete({ client, server }: ClosingMarks): JudgedOutcome | null {
  if (client === null || server === null) return null;
  if (client.acknowledgedAt === null || server.acknowledgedAt === null) return null;
  return judged("complete", [client.position, client.acknowledgedAt, server.position, server.acknowledgedAt]);
}

/**
 * Whether a RST follows several unanswered keep-alives in a row (RFC 9293 section 3.8.4). Where nothing of the other end
 * was captured, they may have been answered.
 */
function judgeKeepAlive(
  { fromClient, findings }: SteppedConnection,
  annotations: readonly Annotation[],
  { endingRst }: ConnectionHistory,
  { client, server }: ClosingMarks,
): JudgedOutcome | null {
  if (endingRst === null || (client !== null && server !== null)) return null;
  if (!fromClient.includes(0) || !fromClient.includes(1)) return null;
  const probes = new Set<Position>();
  for (const { kind, position } of annotations) if (kind === "keep-alive") probes.add(position);
  const unanswered: Position[] = [];
  for (let position = endingRst.position - 1; position > 0; position--) {
    if ((findings[position - 1] & Finding.CapturedTwice) !== 0) continue;
    const isOwn = fromClient[position - 1] === fromClient[endingRst.position - 1];
    if (!isOwn || !probes.has(position)) break;
    unanswered.push(position);
  }
  if (unanswered.length < FEWEST_KEEP_ALIVES) return null;
  return judged("keep-alive-limit", [...unanswered, endingRst.position]);
}

function judgeReset(history: ConnectionHistory, closing: ClosingMarks): JudgedOutcome | null {
  const { endingRst, wasEstablished } = history;
  if (endingRst === null) return null;
  const { position, sender } = endingRst;
  const fins = [closing.client?.position, closing.server?.position];
  if (closing.client !== null && closing.server !== null) {
    return judged(`closed-then-reset-by-${sender}`, [...fins, position]);
  }
  const wasOpening = history.synAcks.length > 0 || history.syns.length > 0;
  if (wasOpening && !(wasEstablished.client && wasEstablished.server)) {
    return judged(`reset-by-${sender}-during-handshake`, [history.synAcks[0], position]);
  }
  return judged(`reset-by-${sender}`, [...fins, position]);
}

function judgeUnfinishedClose({ client, server, first }: ClosingMarks): JudgedOutcome | null {
  if (first === null) return null;
  if (client !== null && server !== null) {
    return judged("close-not-finished", [...positionsOf(client), ...positionsOf(server)]);
  }
  const fin = client ?? server;
  if (fin === null) return null;
  return fin.acknowledgedAt === null && fin.isCaptured
    ? judged(`close-unanswered-by-${first}`, fin.copies)
    : judged(`half-closed-by-${first}`, [fin.position, fin.acknowledgedAt]);
}

function judgeOpen(stepped: SteppedConnection, history: ConnectionHistory): JudgedOutcome {
  const { client, server } = history.wasEstablished;
  if (client && server) {
    const opened = stepped.moves.findLast((move) => move.to === "ESTABLISHED");
    return judged("open", [opened?.causedBy ?? opened?.position, stepped.segments.length]);
  }
  const { synAcks, syns, firstRst } = history;
  // The answer to the SYN is a RST that its sender must ignore (RFC 9293 section 3.10.7.3).
  if (synAcks.length === 0 && firstRst !== null) {
    return judged("no-answer", [...syns, firstRst]);
  }
  return judged("half-open", synAcks.length > 0 ? synAcks : syns);
}

function refusalOf({ rstShape }: SteppedConnection): Position | null {
  const index = rstShape.indexOf(RST_SHAPES.indexOf("refused"));
  return index < 0 ? null : index + 1;
}

function positionsOf({ copies, position, acknowledgedAt }: FinMark): (Position | null)[] {
  return acknowledgedAt === null && copies.length > 0 ? [...copies] : [position, acknowledgedAt];
}

function judged(outcome: Outcome, positions: readonly (Position | null | undefined)[]): JudgedOutcome {
  const evidence: Position[] = [];
  let last = 0;
  let isInOrder = true;
  for (const position of positions) {
    if (position === null || position === undefined || position === last) continue;
    if (position < last) isInOrder = false;
    evidence.push(position);
    last = position;
  }
  return { outcome, evidence: isInOrder ? evidence : [...new Set(evidence)].toSorted((a, b) => a - b) };
}

function hasMove({ moves, epilogue }: SteppedConnection, arrow: ArrowId | null): boolean {
  return moves.some((move) => move.arrow === arrow) || epilogue.some((move) => move.arrow === arrow);
}
