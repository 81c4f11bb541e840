import { ACK, AE, CWR, ECE, FIN, PSH, RST, SYN, URG } from "../segments/flags.ts";
import type { SegmentTableBuilder } from "../segments/segment-table-builder.ts";
import { advance, isBefore } from "../segments/sequence-number.ts";
import { sequenceLength } from "../segments/sequence-space.ts";
import { type CaseSegment, tableOfCase } from "./state-cases.ts";

const FLAGS: Record<string, number> = {
  F: FIN,
  S: SYN,
  R: RST,
  P: PSH,
  ".": ACK,
  U: URG,
  E: ECE,
  W: CWR,
  A: AE,
};
const TOKEN = /^([cs])([FSRPUEWA.]+)(\*)?(?:@(=?)(\d+))?(?:\+(\d+))?(?:\/(=?)(\d+))?((?::\w+)*)$/;
/**
 * By how much a new ISN differs from the old one: that of the end that opens again, and that of the end that answers.
 */
const NEW_INITIAL = 14_000_000;
const NEW_ANSWER = 18_000_000;

interface End {
  initial: number;
  /** null before the end has sent anything. */
  next: number | null;
  lastAck: number | null;
  answersNew: boolean;
}

interface Tuple {
  readonly ports: readonly [number, number];
  readonly ends: { readonly c: End; readonly s: End };
}

/**
 * The segments that the compact notation of docs/state-machine.md section 12 describes: `cS sS. c. ~1 cP.+5 s.`
 * Throws on a word it does not know.
 */
export function compactSegments(compact: string): CaseSegment[] {
  const reader = new CompactReader();
  for (const word of compact.split(/\s+/).filter(Boolean)) reader.take(word);
  return reader.segments;
}

/** As {@link compactSegments}, in a table. */
export function compactTable(compact: string): SegmentTableBuilder {
  return tableOfCase({ segments: compactSegments(compact) });
}

class CompactReader {
  readonly segments: CaseSegment[] = [];
  private readonly tuples = new Map<string, Tuple>();
  private tuple: Tuple = tuple([40000, 80], 0);
  private time = 0;
  private wait: number | null = null;

  take(word: string): void {
    if (word.startsWith("~")) this.wait = Number(word.slice(1));
    else if (word.startsWith("ports=")) this.select(word.slice("ports=".length));
    else if (word.startsWith("ic=")) this.tuple.ends.c.initial = Number(word.slice("ic=".length));
    else if (word === "mid") this.skipHandshake();
    else this.takeSegment(word);
  }

  private select(ports: string): void {
    const [client = 0, server = 0] = ports.split(",").map(Number);
    this.tuple = this.tuples.get(ports) ?? tuple([client, server], this.tuples.size + 1);
    this.tuples.set(ports, this.tuple);
  }

  private skipHandshake(): void {
    const { c, s } = this.tuple.ends;
    c.next = advance(c.initial, 1);
    s.next = advance(s.initial, 1);
  }

  private takeSegment(word: string): void {
    const match = TOKEN.exec(word);
    if (match === null) throw new Error(`the notation does not know "${word}"`);
    const [, from, letters = "", isNew, absolute, seqText, length, ackAbsolute, ackText, options = ""] =
      match;
    const side = from === "c" ? "c" : "s";
    const own = this.tuple.ends[side];
    const peer = this.tuple.ends[side === "c" ? "s" : "c"];
    const flags = letters.split("").reduce((bits, letter) => bits | (FLAGS[letter] ?? 0), 0);
    if ((flags & SYN) !== 0) renew(own, peer, flags, isNew !== undefined);
    const seq =
      seqText === undefined
        ? defaultSequence(own, peer, flags)
        : absolute === "="
          ? Number(seqText)
          : advance(own.initial, Number(seqText));
    if ((flags & SYN) !== 0 && absolute === "=") own.initial = seq;
    const ack = ackOf(peer, flags, ackText, ackAbsolute === "=");
    const len = Number(length ?? 0);
    this.append(
      side,
      { flags, seq, ack, len },
      Object.fromEntries(options.split(":").slice(1).map(optionOf)),
    );
    const end = advance(seq, sequenceLength(flags, len));
    if ((flags & RST) === 0 && (own.next === null || isBefore(own.next, end) || isNew !== undefined))
      own.next = end;
    if ((flags & RST) === 0 && ack !== null) own.lastAck = ack;
  }

  private append(
    from: "c" | "s",
    segment: Pick<CaseSegment, "flags" | "seq" | "ack" | "len">,
    opts: CaseSegment["opts"] & { readonly w?: string },
  ): void {
    this.time = Math.round((this.time + (this.wait ?? 0.01)) * 1e6) / 1e6;
    this.wait = null;
    const [client, server] = this.tuple.ports;
    const win = opts.w === undefined ? ((segment.flags & RST) === 0 ? 64240 : 0) : Number(opts.w);
    const [sport, dport] = from === "c" ? [client, server] : [server, client];
    this.segments.push({ from, ...segment, win, t: this.time, sport, dport, opts });
  }
}

function tuple(ports: readonly [number, number], index: number): Tuple {
  const end = (initial: number): End => ({ initial, next: null, lastAck: null, answersNew: false });
  return { ports, ends: { c: end(1000 + 77777 * index), s: end(500000 + 99999 * index) } };
}

function renew(own: End, peer: End, flags: number, isNew: boolean): void {
  if (isNew) {
    own.initial = advance(own.initial, NEW_INITIAL);
    own.next = null;
    peer.answersNew = (flags & ACK) === 0;
  } else if (own.answersNew && (flags & ACK) !== 0) {
    own.initial = advance(own.initial, NEW_ANSWER);
    own.next = null;
    own.answersNew = false;
  }
}

function defaultSequence(own: End, peer: End, flags: number): number {
  if ((flags & SYN) !== 0) return own.initial;
  if ((flags & RST) === 0) return own.next ?? own.initial;
  if ((flags & ACK) !== 0) return own.next ?? 0;
  return peer.lastAck ?? own.next ?? 0;
}

function ackOf(peer: End, flags: number, text: string | undefined, isAbsolute: boolean): number | null {
  if ((flags & ACK) === 0) return null;
  if (text === undefined) return peer.next ?? 0;
  return isAbsolute ? Number(text) : advance(peer.initial, Number(text));
}

function optionOf(text: string): [string, string | true] {
  const match = /^(ws|w|id|ttl|tfo|u)(\d*)$/.exec(text);
  if (match === null) throw new Error(`the notation does not know ":${text}"`);
  const [, name = "", value = ""] = match;
  return [name, value === "" ? true : value];
}
