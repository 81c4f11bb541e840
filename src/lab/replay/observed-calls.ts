import { ACK, FIN, PSH, RST, SYN } from "../../segments/flags.ts";
import { type Call, type Cause, type End, otherEnd, type Verb } from "../script/script.ts";
import { MISSED, type Observed, type ObservedRow, type Stream, streamTo } from "./observed-rows.ts";

/** What leaves within this time of something belongs to it, in nanoseconds. */
const PROMPT = 1e6;

/** A call with the time at which it must have been made. */
interface Timed {
  readonly time: number;
  readonly verb: Verb;
  /** What its segment acknowledges: nothing above it had come before. null: not known. */
  readonly ack: number | null;
}

/** A cause with its time, and what the end acknowledges from then on. */
interface Happened {
  readonly time: number;
  readonly cause: Cause;
  readonly ack: number;
}

/**
 * The calls of one end that explain what it sends: each hangs on the latest event there that could have caused it, with
 * the measured pause (docs/laboratory.md 1).
 */
export function callsOf(end: End, observed: Observed): Call[] {
  const rows = observed.rows.filter(({ from, isForged }) => from === end && !isForged);
  const stream = streamTo(end, observed.rows);
  const opening = openingOf(end, rows);
  if (opening === null) return [];
  const calls = [
    ...opening,
    ...sendsOf(rows, observed),
    ...probesOf(rows, observed),
    ...endingsOf(end, rows, observed, stream),
  ];
  const causes = causesOf(end, observed.rows, stream);
  const timed = calls.toSorted((a, b) => a.time - b.time);
  return timed.map((call, index) => callOf(end, call, timed[index - 1], causes, end === observed.at));
}

/** @param isNear the end is that of the capture: its times are measured, those of the other end only reckoned */
function callOf(
  end: End,
  { time: measured, verb, ack }: Timed,
  previous: Timed | undefined,
  causes: readonly Happened[],
  isNear: boolean,
): Call {
  const opens = verb.kind === "connect" || verb.kind === "listen";
  const last = opens ? undefined : causes.findLast((each) => isBefore(each, measured, ack, isNear));
  const time = Math.max(measured, last?.time ?? 0);
  const isLater = last !== undefined && (previous === undefined || last.time >= previous.time);
  const isOpened = previous?.verb.kind === "connect" || previous?.verb.kind === "listen";
  if (isLater)
    return { kind: "call", end, when: { kind: "after", cause: last.cause, pause: time - last.time }, verb };
  if (previous === undefined || isOpened) {
    const isStart = time === 0;
    return { kind: "call", end, when: isStart ? START : { kind: "at", time }, verb };
  }
  return { kind: "call", end, when: { kind: "after", cause: null, pause: time - previous.time }, verb };
}

/** Whether a cause came before a call: what the call's segment acknowledges tells it surely, else the times do. */
function isBefore(cause: Happened, time: number, ack: number | null, isNear: boolean): boolean {
  if (ack === null) return cause.time <= time;
  return cause.ack <= ack && (!isNear || cause.time <= time);
}

const START = { kind: "after", cause: null, pause: 0 } as const;

/** connect() at the SYN, or a listener from the start; null: the end never opens anything. */
function openingOf(end: End, rows: readonly ObservedRow[]): Timed[] | null {
  const syn = rows.find(({ flags }) => (flags & (SYN | ACK)) === SYN);
  const synAck = rows.find(({ flags }) => (flags & (SYN | ACK)) === (SYN | ACK));
  if (syn !== undefined && (end === 0 || synAck === undefined || syn.position < synAck.position))
    return [{ time: syn.sentAt, verb: { kind: "connect" }, ack: null }];
  return synAck === undefined ? null : [{ time: 0, verb: { kind: "listen" }, ack: null }];
}

/** When the end became ESTABLISHED, what it read, and the end of the stream, in order of time. */
function causesOf(end: End, rows: readonly ObservedRow[], { reads, eof }: Stream): Happened[] {
  const causes: Happened[] = reads.map(({ time, octets }) => ({
    time,
    cause: { kind: "read", octets },
    ack: octets + 1,
  }));
  const listens = rows.find(({ from, flags }) => from === end && (flags & SYN) !== 0 && (flags & ACK) !== 0);
  const connects = rows.some(({ from, flags }) => from === end && (flags & (SYN | ACK)) === SYN);
  const confirmed = rows.find(
    ({ from, flags, ack, fate }) =>
      from === otherEnd(end) && (flags & RST) === 0 && ack !== null && ack >= 1 && !MISSED.has(fate),
  );
  if (confirmed !== undefined && (connects || listens !== undefined))
    causes.push({ time: confirmed.arrivesAt, cause: { kind: connects ? "connected" : "accepted" }, ack: 1 });
  if (eof !== null) causes.push({ time: eof, cause: { kind: "eof" }, ack: (reads.at(-1)?.octets ?? 0) + 2 });
  return causes.toSorted((a, b) => a.time - b.time || a.ack - b.ack);
}

/** The octets that options may take of an MSS. */
const MOST_OPTIONS = 40;

/** What was sent for the first time: full segments that follow one another are one call. */
function sendsOf(rows: readonly ObservedRow[], { rows: all, at, mss }: Observed): Timed[] {
  const sends: { time: number; octets: number; ack: number | null }[] = [];
  const full = Math.max(...rows.map(({ octets }) => octets));
  const isFilled = full > mss - MOST_OPTIONS;
  let sentUpTo = 1;
  let before: ObservedRow | null = null;
  for (const row of rows) {
    const fresh = row.start + row.octets - Math.max(sentUpTo, row.start);
    if (row.octets === 0 || row.isKeepalive || fresh <= 0 || (row.flags & (SYN | RST)) !== 0) continue;
    const last = sends.at(-1);
    // A shorter segment ends a call if it pushes what was sent (RFC 9293 section 3.9.1.2).
    const goesOn = before !== null && before.octets === full && (isFilled || (before.flags & PSH) === 0);
    const follows = goesOn && row.start === sentUpTo;
    if (last !== undefined && follows && isClocked(row, before, all, at)) last.octets += fresh;
    else sends.push({ time: row.sentAt, octets: fresh, ack: row.ack });
    sentUpTo = row.start + row.octets;
    before = row;
  }
  return sends.map(({ time, octets, ack }) => ({ time, verb: { kind: "send", octets }, ack }));
}

/** Whether a segment leaves right behind another one, or behind an acknowledgment that made room for it. */
function isClocked(
  row: ObservedRow,
  before: ObservedRow | null,
  all: readonly ObservedRow[],
  at: End,
): boolean {
  if (before !== null && row.sentAt - before.sentAt < PROMPT) return true;
  const margin = row.from === at ? PROMPT : 4 * PROMPT;
  return all.some(
    ({ from, arrivesAt }) =>
      from === otherEnd(row.from) && row.sentAt >= arrivesAt && row.sentAt - arrivesAt < margin,
  );
}

/** Sockets count the silence before a keep-alive in seconds: what comes sooner is an octet sent again. In nanoseconds. */
const SHORTEST_IDLE = 0.9e9;

/** Keep-alives begin a fixed silence after the last segment that came. */
function probesOf(rows: readonly ObservedRow[], { rows: all }: Observed): Timed[] {
  const probe = rows.find(({ isKeepalive }) => isKeepalive);
  const heard = all.findLast(
    ({ from, arrivesAt }) => from !== probe?.from && probe !== undefined && arrivesAt < probe.sentAt,
  );
  const idle = Math.round(((probe?.sentAt ?? 0) - (heard?.arrivesAt ?? 0)) / 1000) * 1000;
  if (probe === undefined || heard === undefined || idle < SHORTEST_IDLE) return [];
  return [{ time: heard.arrivesAt, verb: { kind: "keepalive", idle }, ack: probe.ack }];
}

/** close(), shutdown(), abort, or a crash, as the FIN or RST shows it. */
function endingsOf(end: End, rows: readonly ObservedRow[], observed: Observed, stream: Stream): Timed[] {
  const fin = rows.find(({ flags }) => (flags & FIN) !== 0);
  const reset = rows.find(({ flags }) => (flags & RST) !== 0);
  const endings: Timed[] = [];
  if (fin !== undefined) {
    const readsOn = stream.reads.some(({ time }) => time > fin.sentAt) && reset === undefined;
    endings.push({ time: fin.sentAt, verb: { kind: readsOn ? "shutdown" : "close" }, ack: fin.ack });
  }
  if (reset === undefined || reset.rstShape === "refused") return endings;
  const isAnswer = (reset.flags & ACK) === 0;
  if (!isAnswer) endings.push({ time: reset.sentAt, verb: { kind: "abort" }, ack: reset.ack });
  else if (fin === undefined) endings.push(...disappearance(end, rows, reset, observed));
  return endings;
}

/** A bare RST answers for a connection that is gone: it was given up while connecting, or its host forgot it. */
function disappearance(
  end: End,
  rows: readonly ObservedRow[],
  reset: ObservedRow,
  { rows: all }: Observed,
): Timed[] {
  const last = rows.findLast(({ position }) => position < reset.position);
  const answered = all.findLast(({ from, position }) => from === otherEnd(end) && position < reset.position);
  if (last === undefined) return [];
  // Somewhere between its last segment and what it answers so.
  const until = answered === undefined ? reset.sentAt : Math.min(answered.arrivesAt, reset.sentAt);
  const time = last.sentAt + Math.max(0, Math.floor((until - last.sentAt) / 2000)) * 1000;
  const isConnecting = rows.every(
    ({ flags, position }) => position >= reset.position || (flags & (SYN | ACK)) === SYN,
  );
  if (isConnecting) return [{ time, verb: { kind: "close" }, ack: null }];
  return [
    { time, verb: { kind: "crash" }, ack: null },
    { time, verb: { kind: "restart" }, ack: null },
  ];
}
