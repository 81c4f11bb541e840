import { uint16 } from "../../base/octets.ts";

const HEADER = 12;
const RESPONSE = 0x8000;
const A = 1;
const AAAA = 28;
/** Behind the name of a record: type, class, time to live, length. */
const RECORD_HEADER = 10;
/** The most records of one message, and labels of one name, that are read. */
const MOST_RECORDS = 64;
const MOST_LABELS = 64;
const POINTER = 0xc0;

/** An address that a message gives to the name that was asked for. It stands in `octets[at .. at + length)`. */
interface DnsAnswer {
  readonly name: string;
  readonly at: number;
  readonly length: 4 | 16;
}

/** The addresses in the answers of a DNS message (RFC 1035 section 4.1), with the name of its question. */
export function* dnsAnswers(octets: Uint8Array, at: number, end: number): Generator<DnsAnswer> {
  if (at + HEADER > end || (uint16(octets, at + 2) & RESPONSE) === 0) return;
  const questions = uint16(octets, at + 4);
  const answers = Math.min(uint16(octets, at + 6), MOST_RECORDS);
  if (questions > 1 || answers === 0) return;
  let next = at + HEADER;
  let asked = "";
  if (questions === 1) {
    const name = readName(octets, at, next, end);
    if (name === null) return;
    asked = name.text;
    next = name.next + 4;
  }
  for (let answer = 0; answer < answers; answer++) {
    const owner = readName(octets, at, next, end);
    if (owner === null || owner.next + RECORD_HEADER > end) return;
    const type = uint16(octets, owner.next);
    const length = uint16(octets, owner.next + 8);
    const data = owner.next + RECORD_HEADER;
    next = data + length;
    if (next > end) return;
    const name = asked || owner.text;
    if (name === "") continue;
    if (type === A && length === 4) yield { name, at: data, length };
    if (type === AAAA && length === 16) yield { name, at: data, length };
  }
}

/** A name of printable labels, with pointers followed backwards only; null: there is none. */
function readName(
  octets: Uint8Array,
  message: number,
  start: number,
  end: number,
): { readonly text: string; readonly next: number } | null {
  const labels: string[] = [];
  let at = start;
  let next = -1;
  for (let count = 0; count < MOST_LABELS && at < end; count++) {
    const length = octets[at];
    if (length === 0) return { text: labels.join("."), next: next < 0 ? at + 1 : next };
    if (length >= POINTER) {
      const target = message + (uint16(octets, at) & 0x3fff);
      if (next < 0) next = at + 2;
      if (target >= at) return null;
      at = target;
      continue;
    }
    if (length >= 64 || at + 1 + length > end) return null;
    labels.push(printable(octets, at + 1, at + 1 + length));
    at += 1 + length;
  }
  return null;
}

/** Octets as text; what cannot be printed in ASCII is a question mark. */
export function printable(octets: Uint8Array, at: number, end: number): string {
  let text = "";
  for (let i = at; i < end; i++) {
    const octet = octets[i];
    text += octet > 0x20 && octet < 0x7f ? String.fromCharCode(octet) : octet === 0x20 ? " " : "?";
  }
  return text;
}
