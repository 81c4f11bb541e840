import { ACK, FIN, SYN } from "../../segments/flags.ts";
import { patternOf } from "../run/segment-name.ts";
import type { SegmentPattern, Statement } from "../script/script.ts";
import { MISSED, type Observed, type ObservedRow } from "./observed-rows.ts";

/** A SYN,ACK that is repeated after this long was repeated by its timer (RFC 6298 rule 2.1), in nanoseconds. */
const BY_TIMER = 0.9e9;

/** What the wire did, as far as a capture at one end shows it. */
export function wireOf({ rows, at }: Observed): Statement[] {
  const own = rows.filter(({ from, fate }) => from === at && MISSED.has(fate));
  const far = rows.filter(({ from, isForged }) => from !== at && !isForged);
  const late = holesIn(far.filter(({ octets, flags }) => octets > 0 || (flags & FIN) !== 0));
  const bounced = own.filter(({ isBounced }) => isBounced);
  const lost = [...own.filter(({ isBounced }) => !isBounced), ...late]
    .map(({ name }) => patternOf(name))
    .concat(at === 1 ? lostAnswers(rows) : lostSynAcks(rows));
  return [
    ...bounced.map(({ name }) => ({ kind: "icmp", segment: patternOf(name) }) as const),
    ...lost.map((segment) => ({ kind: "lose", segment }) as const),
    ...rows.filter(({ isForged }) => isForged).map(injectionOf),
  ];
}

function injectionOf({ from, flags, start, ack, octets, arrivesAt }: ObservedRow): Statement {
  const raw = {
    flags,
    sequence: start >>> 0,
    acknowledgment: ack === null ? null : ack >>> 0,
    window: 0,
    octets,
  };
  return { kind: "inject", end: from, raw, time: arrivesAt };
}

/** A server's SYN,ACK that came, and was repeated without another SYN: the client's ACK of it was lost. */
function lostAnswers(rows: readonly ObservedRow[]): SegmentPattern[] {
  const lost: SegmentPattern[] = [];
  let before: ObservedRow | null = null;
  for (const row of rows) {
    if ((row.flags & SYN) === 0) continue;
    const isRepeated = row.from === 1 && before?.from === 1 && row.sentAt - before.sentAt > BY_TIMER;
    if (isRepeated && (row.flags & ACK) !== 0 && before !== null && !MISSED.has(before.fate))
      lost.push({ end: 0, kind: "ack", octets: null, ack: 1, copy: lost.length + 1 });
    before = row;
  }
  return lost;
}

/**
 * The client sent a SYN again although the one before had come: the server's answer to that one was lost. Its copies are
 * counted before any that came.
 */
function lostSynAcks(rows: readonly ObservedRow[]): SegmentPattern[] {
  const answer = rows.findIndex(({ from, flags }) => from === 1 && (flags & SYN) !== 0);
  const answered = rows
    .slice(0, Math.max(0, answer))
    .filter(({ from, flags, fate }) => from === 0 && (flags & SYN) !== 0 && !MISSED.has(fate));
  return answered
    .slice(1)
    .map((_, index) => ({ end: 1, kind: "syn-ack", octets: null, ack: null, copy: index + 1 }) as const);
}

/**
 * What of the far end comes although something behind it has come already was lost on its first way: the capture does
 * not hold that copy.
 */
function holesIn(rows: readonly ObservedRow[]): ObservedRow[] {
  const late: ObservedRow[] = [];
  let next = 1;
  const had = new Set<number>();
  for (const row of rows) {
    if ((row.flags & SYN) !== 0) continue;
    const isNew = !had.has(row.start);
    if (row.start < next && isNew) late.push(row);
    had.add(row.start);
    next = Math.max(next, row.start + row.octets);
  }
  return late;
}
