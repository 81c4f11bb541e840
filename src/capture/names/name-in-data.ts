import { uint16 } from "../../base/octets.ts";
import { printable } from "./dns-answers.ts";

const HANDSHAKE = 22;
const CLIENT_HELLO = 1;
const SERVER_NAME = 0;
const ALPN = 16;
/** The most characters of a request line or a host that are kept. */
const LONGEST = 200;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
/** `GET`, `PRI`, `HTTP/1.1`: how an HTTP message begins. */
const FIRST_WORD = /^[A-Z]{3,10} \S+ HTTP\/\d|^HTTP\/\d(?:\.\d)? \d{3}/u;
const LONGEST_METHOD = 10;

/**
 * The name in the first data of an end: server name and protocols of a TLS ClientHello (RFC 8446 section 4.1.2, RFC
 * 6066 section 3, RFC 7301), host and request line, or status line, of HTTP (RFC 9112). null: there is none.
 */
export function nameInData(octets: Uint8Array, at: number, end: number): string | null {
  const first = octets[at] ?? 0;
  if (first === HANDSHAKE) return nameInHello(octets, at, end);
  // Upper-case letters: a method, or HTTP.
  return first >= 0x41 && first <= 0x5a ? nameInHttp(octets, at, end) : null;
}

function nameInHello(octets: Uint8Array, start: number, end: number): string | null {
  // Record: type, version, length; handshake: type, length; then version and random.
  if (start + 43 > end || octets[start + 1] !== 3 || octets[start + 5] !== CLIENT_HELLO) return null;
  let at = start + 43;
  at += 1 + (octets[at] ?? 0);
  at += 2 + uint16(octets, at);
  at += 1 + (octets[at] ?? 0);
  if (at + 2 > end) return null;
  const extensionsEnd = Math.min(end, at + 2 + uint16(octets, at));
  at += 2;
  let host = "";
  let protocols = "";
  while (at + 4 <= extensionsEnd) {
    const type = uint16(octets, at);
    const data = at + 4;
    at = data + uint16(octets, at + 2);
    if (at > extensionsEnd) break;
    // List length, type of name, length of name.
    if (type === SERVER_NAME) {
      const length = uint16(octets, data + 3);
      if (octets[data + 2] === 0 && data + 5 + length <= at)
        host = printable(octets, data + 5, data + 5 + length);
    }
    if (type === ALPN) protocols = protocolList(octets, data + 2, at);
  }
  const words = [host.slice(0, LONGEST), protocols].filter((word) => word !== "");
  return words.length === 0 ? null : `TLS ${words.join(" ")}`;
}

function protocolList(octets: Uint8Array, start: number, end: number): string {
  const names: string[] = [];
  for (let at = start; at < end; at += 1 + (octets[at] ?? 0)) {
    const next = at + 1 + (octets[at] ?? 0);
    if (next > end) break;
    names.push(printable(octets, at + 1, next));
  }
  return names.join(",").slice(0, LONGEST);
}

function nameInHttp(octets: Uint8Array, at: number, end: number): string | null {
  if (!beginsWithWord(octets, at, end)) return null;
  const line = lineAt(octets, at, end);
  if (!FIRST_WORD.test(line)) return null;
  for (let next = nextLine(octets, at, end); next < end; next = nextLine(octets, next, end)) {
    const header = lineAt(octets, next, end);
    if (header === "") break;
    const host = /^host:\s*(\S+)/iu.exec(header)?.[1];
    if (host !== undefined) return `${host} ${line}`.slice(0, 2 * LONGEST);
  }
  return line;
}

/** Whether a blank or a slash follows some upper-case letters: a cheap look before text is made. */
function beginsWithWord(octets: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && at - start < LONGEST_METHOD && (octets[at] ?? 0) >= 0x41 && (octets[at] ?? 0) <= 0x5a)
    at++;
  return octets[at] === SPACE || octets[at] === 0x2f;
}

function lineAt(octets: Uint8Array, at: number, end: number): string {
  let stop = at;
  while (stop < end && stop - at < LONGEST && octets[stop] !== LF && octets[stop] !== CR) stop++;
  return printable(octets, at, stop);
}

function nextLine(octets: Uint8Array, at: number, end: number): number {
  let next = at;
  while (next < end && octets[next] !== LF) next++;
  return next + 1;
}
