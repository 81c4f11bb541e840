import { ACK, FIN, RST, SYN } from "../../segments/flags.ts";
import { optionsOf } from "../../segments/options.ts";
import { sequenceLength } from "../../segments/sequence-space.ts";
import {
  type ConnectionAnalysis,
  type Fate,
  Finding,
  RST_SHAPES,
  type RstShape,
} from "../../tcp/analysis.ts";
import { segmentAt } from "../../tcp/segment-at.ts";
import type { SegmentName } from "../host/segment.ts";
import { NameCounter } from "../run/segment-name.ts";
import { MOST_SEGMENTS, USUAL_MSS } from "../run/settings.ts";
import { type End, otherEnd } from "../script/script.ts";

/** A host takes this long to act on a segment, in nanoseconds: part of every measured round trip. */
const PROCESSING = 20e3;
/** One-way delay where nothing was answered. */
const UNKNOWN_DELAY = 10e6;

/** What the timestamps option takes of a segment, with its padding (RFC 7323 appendix A). */
export const TIMESTAMP_OCTETS = 12;

/** Fates of what its sender's capture holds and the other end did not get in time. */
export const MISSED: ReadonlySet<Fate> = new Set(["lost", "lost-or-ignored", "lost-or-late", "no-answer"]);

const FORGED = Finding.RstNotExact | Finding.RstOutside | Finding.StraySyn;

/** How long a run goes on behind the capture, so that what is on its way still comes. */
const REST = 50e6;

/** One captured segment, as a script would name it. Times in nanoseconds since the first SYN left. */
export interface ObservedRow {
  readonly position: number;
  readonly from: End;
  readonly flags: number;
  /** Relative to the initial sequence numbers. */
  readonly start: number;
  readonly ack: number | null;
  readonly octets: number;
  readonly fate: Fate;
  readonly rstShape: RstShape;
  /** The other end's host cannot have sent it: a RST that is not exact, or a SYN from elsewhere (RFC 5961). */
  readonly isForged: boolean;
  readonly isKeepalive: boolean;
  /** An ICMP error came back for it. */
  readonly isBounced: boolean;
  readonly name: SegmentName;
  /** When it left its sender, and when it reached the other end. At the other side of the capture both are reckoned. */
  readonly sentAt: number;
  readonly arrivesAt: number;
}

/** The first segments of a connection, as many as a run may have, in capture order, and what they tell of the path. */
export interface Observed {
  readonly rows: readonly ObservedRow[];
  /** How many segments the whole connection has, each counted once. */
  readonly of: number;
  /** The host at which it was captured. */
  readonly at: End;
  /** One-way delay, half of the shortest round trip. */
  readonly delay: number;
  /** When the capture ended. */
  readonly end: number;
  /**
   * The smaller of both announced MSS, or the largest segment where that is larger: a host that leaves the cutting to its
   * network card is captured so. Where none is announced, the usual one at least.
   */
  readonly mss: number;
  readonly hasTimestamps: boolean;
}

/** Reads an analysis as {@link Observed}; null where a script cannot begin: no SYN of the client, numbers or times. */
export function observe(analysis: ConnectionAnalysis): Observed | null {
  const { segments, connection, verdict } = analysis;
  const isComplete = verdict.startCaptured && connection.roleBasis === "SYN" && !connection.isSelfConnect;
  const first = segments.time[0] ?? Number.NaN;
  if (!isComplete || Number.isNaN(first)) return null;
  const at: End = analysis.capturedAt === "server" ? 1 : 0;
  const delay = delayOf(analysis, at);
  // What is captured at the server left the client one delay before.
  const shift = (at === 1 ? delay : 0) - first;
  const rows = readRows(analysis, at, delay, shift);
  if (rows === null) return null;
  const last = segments.time[segments.length - 1] ?? first;
  const end = Math.max(last, Number.isNaN(segments.lastRecordTime) ? last : segments.lastRecordTime);
  const syns = rows
    .filter(({ flags }) => (flags & SYN) !== 0)
    .map(({ position }) => optionsOf(segments, position - 1));
  const hasTimestamps = syns.length > 0 && syns.every(({ timestamps }) => timestamps !== undefined);
  const largest = Math.max(...rows.map(({ octets }) => octets)) + (hasTimestamps ? TIMESTAMP_OCTETS : 0);
  const offered = syns.flatMap(({ mss }) => (mss === undefined ? [] : [mss]));
  return {
    rows,
    of:
      analysis.segments.length -
      analysis.findings.filter((bits) => (bits & Finding.CapturedTwice) !== 0).length,
    at,
    delay,
    end: Math.round(end + shift) + 2 * delay + REST,
    mss: Math.max(offered.length === 0 ? USUAL_MSS : Math.min(...offered), largest),
    hasTimestamps,
  };
}

/** Half of the shortest round trip that the capture shows, less what a host takes, in whole microseconds. */
function delayOf(analysis: ConnectionAnalysis, at: End): number {
  const opening = analysis.verdict.handshakeRoundTrip?.duration ?? firstAnswerAfter(analysis);
  let shortest = opening ?? 2 * UNKNOWN_DELAY + PROCESSING;
  for (const roundTrip of roundTripsAt(analysis, at)) shortest = Math.min(shortest, roundTrip);
  return Math.round(Math.max(0, shortest - PROCESSING) / 2000) * 1000;
}

/** From what the end of the capture sent once to the ACK that first covers just that (Karn), in nanoseconds. */
function* roundTripsAt(analysis: ConnectionAnalysis, at: End): Generator<number> {
  const sentAt = new Map<number, number>();
  let acknowledged = 0;
  const length = Math.min(analysis.segments.length, MOST_SEGMENTS);
  for (let position = 1; position <= length; position++) {
    const { sender, flags, sequence, acknowledgment, payloadLength } = segmentAt(analysis, position);
    const time = analysis.segments.time[position - 1] ?? Number.NaN;
    const isOwn = sender === (at === 0 ? "client" : "server");
    if (isOwn && sequence.relative !== null && payloadLength !== null && (flags & RST) === 0) {
      const end = sequence.relative + sequenceLength(flags, payloadLength);
      if (end > sequence.relative) sentAt.set(end, sentAt.has(end) ? Number.NaN : time);
    } else if (!isOwn && (flags & RST) === 0 && (acknowledgment.relative ?? 0) > acknowledged) {
      acknowledged = acknowledgment.relative ?? 0;
      const roundTrip = time - (sentAt.get(acknowledged) ?? Number.NaN);
      if (roundTrip > 0) yield roundTrip;
    }
  }
}

/** From the last segment before the first answer to that answer; null: nothing was answered. */
function firstAnswerAfter({ fromClient, segments }: ConnectionAnalysis): number | null {
  const answer = fromClient.indexOf(0);
  if (answer < 1) return null;
  return (segments.time[answer] ?? Number.NaN) - (segments.time[answer - 1] ?? Number.NaN);
}

function readRows(analysis: ConnectionAnalysis, at: End, delay: number, shift: number): ObservedRow[] | null {
  const names = new NameCounter();
  const keepalives = new Set(
    analysis.annotations.flatMap(({ kind, position }) => (kind === "keep-alive" ? [position] : [])),
  );
  const bounced = new Set(analysis.quotedErrors.map(({ position }) => position));
  const rows: ObservedRow[] = [];
  const length = Math.min(analysis.segments.length, MOST_SEGMENTS);
  for (let position = 1; position <= length; position++) {
    const findings = analysis.findings[position - 1] ?? 0;
    if ((findings & Finding.CapturedTwice) !== 0) continue;
    const { sender, flags, sequence, acknowledgment, payloadLength, fate } = segmentAt(analysis, position);
    const time = (analysis.segments.time[position - 1] ?? Number.NaN) + shift;
    const isRefusal = (flags & (RST | ACK)) === (RST | ACK) && sequence.wire === 0;
    const start = isRefusal ? 0 : sequence.relative;
    if (start === null || payloadLength === null || Number.isNaN(time)) return null;
    const from: End = sender === "client" ? 0 : 1;
    const isOwn = from === at;
    rows.push({
      position,
      from,
      flags,
      start,
      ack: acknowledgment.relative,
      octets: payloadLength,
      fate,
      rstShape: RST_SHAPES[analysis.rstShape[position - 1] ?? 0] ?? "none",
      isForged: !isOwn && (findings & FORGED) !== 0,
      isKeepalive: keepalives.has(position),
      isBounced: bounced.has(position),
      name: names.next(nameOf(from, flags, start, acknowledgment.relative, payloadLength)),
      sentAt: Math.round(isOwn ? time : time - delay),
      arrivesAt: Math.round(isOwn ? time + delay : time),
    });
  }
  return rows;
}

function nameOf(
  end: End,
  flags: number,
  start: number,
  ack: number | null,
  octets: number,
): Omit<SegmentName, "copy"> {
  const first = start + ((flags & SYN) === 0 ? 0 : 1);
  const range = octets > 0 && (flags & RST) === 0 ? ([first, first + octets - 1] as const) : null;
  const kind = kindOf(flags, octets);
  return { end, kind, octets: range, ack: kind === "ack" ? ack : null };
}

function kindOf(flags: number, octets: number): SegmentName["kind"] {
  if ((flags & RST) !== 0) return "rst";
  if ((flags & SYN) !== 0) return (flags & ACK) === 0 ? "syn" : "syn-ack";
  if ((flags & FIN) !== 0) return "fin";
  return octets > 0 ? "data" : "ack";
}

/** What arrives at an end in sequence: when, and up to which octet, and when the FIN. */
export interface Stream {
  readonly reads: readonly { readonly time: number; readonly octets: number }[];
  readonly eof: number | null;
}

/** The other end's octets as they come to this one. */
export function streamTo(end: End, rows: readonly ObservedRow[]): Stream {
  const reads: { time: number; octets: number }[] = [];
  let held: ObservedRow[] = [];
  let [next, eof]: [number, number | null] = [1, null];
  const arrived = rows
    .filter((row) => row.from === otherEnd(end) && (row.flags & (RST | SYN)) === 0)
    .filter(({ fate, isForged }) => !MISSED.has(fate) && !isForged)
    .toSorted((a, b) => a.arrivesAt - b.arrivesAt);
  for (const row of arrived) {
    held = [...held, row].toSorted((a, b) => a.start - b.start);
    for (const { start, octets, flags } of held) {
      if (start > next) break;
      if (start + octets > next) {
        next = start + octets;
        reads.push({ time: row.arrivesAt, octets: next - 1 });
      }
      if ((flags & FIN) !== 0 && start + octets === next) eof ??= row.arrivesAt;
    }
    held = held.filter(({ start }) => start > next);
  }
  return { reads, eof };
}
