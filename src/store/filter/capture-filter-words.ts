import { FLAG_NAMES } from "../../segments/flags.ts";
import { writeFlagPattern } from "./flag-pattern.ts";
import type { Translation } from "./wireshark-words.ts";

/** A phrase that was read, in our words. */
export interface Phrase extends Translation {
  readonly word: string;
  readonly isNegated: boolean;
}

const SIDES = String.raw`(?:src|dst|from|to)(?:\s+(?:or|and)\s+(?:src|dst))?\s+`;
const WORD = String.raw`(?!(?:and|or|not|host|net|port|portrange)\b)[^\s()&|=<>!:][^\s()&|]*`;
const ADDRESS = String.raw`(?:\d{1,3}(?:\.\d{1,3}){1,3}|(?=[\da-f]*:)[\da-f:.]+)(?:/\d{1,3})?(?![^\s()&|])`;
/** pcap-filter(7): `src host 10.0.0.1`, `net 10.0.0.0 mask 255.0.0.0`, `tcp dst port 80 or 443`, `src 10.0.0.1`. */
const PRIMITIVE = new RegExp(
  String.raw`(?<sign>[-!]?)(?:(?:ip6?|tcp)\s+)?(?:` +
    String.raw`(?:${SIDES})?(?:(?:port|portrange)\s+(?<ports>${WORD}(?:\s+or\s+\d+(?:-\d+)?(?![^\s()]))*)` +
    String.raw`|net\s+(?<net>[\da-f.:]+(?:/\d+)?)(?:\s+mask\s+(?<mask>\d+(?:\.\d+){3}))?` +
    String.raw`|host\s+(?<host>(?:[\da-f]*:[\da-f:.]+|${WORD})))` +
    String.raw`|(?:${SIDES})(?<address>${ADDRESS}))`,
  "uy",
);
const BITS = String.raw`(?:\([^()]*\)|[\w-]+)`;
/** `tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn`, `tcp[13] & 4 != 0`; Wireshark's `tcp.flags == 0x002`. */
const FLAGS = new RegExp(
  String.raw`(?<sign>[-!]?)(?:tcp\[(?:tcpflags|13)(?::1)?\]|tcp\.flags(?![.\w]))` +
    String.raw`(?=\s*[&=!>]|\s+(?:eq|ne)\s)\s*(?:&\s*(?<mask>${BITS})\s*)?` +
    String.raw`(?:(?<compared>==?|!=|>|eq|ne)\s*(?<value>${BITS}))?`,
  "uy",
);
const TIME = String.raw`(?:\d{4}-\d\d-\d\dT)?\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?`;
/** As one says it: `after 10:00:05`, `between 10:00:05 and 10:00:07`. */
const WHEN = new RegExp(
  String.raw`(?<sign>[-!]?)(?:(?:since|after)\s+(?<from>${TIME})|(?:before|until)\s+(?<to>${TIME})` +
    String.raw`|between\s+(?<first>${TIME})\s+and\s+(?<last>${TIME}))`,
  "uy",
);

/**
 * A phrase of tcpdump's filters, or a time in words, that begins there; null: none does. What it asks of the sender
 * or the receiver of a packet, a connection has at either end.
 */
export function phraseAt(text: string, at: number): Phrase | null {
  for (const [pattern, read] of [
    [PRIMITIVE, primitive],
    [FLAGS, flags],
    [WHEN, time],
  ] as const) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found)
      return { word: found[0], isNegated: found.groups?.["sign"] !== "", ...read(found.groups ?? {}) };
  }
  return null;
}

type Groups = Readonly<Record<string, string | undefined>>;

function primitive({ ports, net, mask, host, address }: Groups): Translation {
  if (ports !== undefined) return { own: `port:${ports.split(/\s+or\s+/u).join(",")}`, question: null };
  return { own: `host:${net === undefined ? (host ?? address) : networkOf(net, mask)}`, question: null };
}

/** `10.0.0.0 mask 255.0.0.0` → `10.0.0.0/8`; `10.1` → `10.1.*`, as pcap-filter takes the octets that are missing. */
function networkOf(net: string, mask: string | undefined): string {
  if (mask !== undefined) {
    const ones = mask.split(".").map((octet) => Number(octet).toString(2).replaceAll("0", "").length);
    return `${net}/${ones.reduce((sum, one) => sum + one, 0)}`;
  }
  return /^\d+(?:\.\d+){0,2}$/u.test(net) ? `${net}.*` : net;
}

function flags({ mask, compared, value }: Groups): Translation {
  const masked = mask === undefined ? null : bitsOf(mask);
  const wanted = value === undefined ? null : bitsOf(value);
  if (Number.isNaN(masked) || Number.isNaN(wanted)) return { own: null, question: null };
  const isEqual = compared === "==" || compared === "=" || compared === "eq";
  if (isEqual && wanted !== null) return patternOf(wanted, (masked ?? 0xff) & ~wanted);
  if (masked === null || (wanted ?? 0) !== 0) return { own: null, question: null };
  // One of them is set.
  const names = FLAG_NAMES.filter(([bit]) => (masked & bit) !== 0).map(([, name]) => name.toLowerCase());
  return names.length > 1 ? { own: `flag:${names.join(",")}`, question: null } : patternOf(masked, 0);
}

function patternOf(set: number, clear: number): Translation {
  const question = { kind: "bits", set, clear } as const;
  return { own: `flag:${writeFlagPattern(question)}`, question };
}

/** `tcp-syn|tcp-ack`, `0x12`, `18` as a number; NaN for anything else. */
function bitsOf(text: string): number {
  let bits = 0;
  for (const part of text.replaceAll(/[()\s]/gu, "").split(/[|+]/u)) {
    const named = FLAG_NAMES.find(([, name]) => part.toLowerCase() === `tcp-${name.toLowerCase()}`)?.[0];
    if (named === undefined && !/^(?:0x[\da-f]+|\d+)$/iu.test(part)) return Number.NaN;
    bits |= named ?? Number(part);
  }
  return bits;
}

function time({ from, to, first, last }: Groups): Translation {
  return { own: `time:${from ?? first ?? ""}-${to ?? last ?? ""}`, question: null };
}
