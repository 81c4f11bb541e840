import { formatAddress, ipv4Number } from "./address.ts";

const COLON = 58;
const POINT = 46;
/** Digits of a group: 16 bits. */
const LONGEST_GROUP = 4;

/**
 * The 4 or 16 octets of an address that is written as `formatAddress` writes it; null for any other text (a host
 * name, another spelling).
 */
export function addressOctets(text: string): Uint8Array | null {
  const ipv4 = ipv4Number(text);
  if (ipv4 !== null) return Uint8Array.of(ipv4 >>> 24, ipv4 >>> 16, ipv4 >>> 8, ipv4);
  const octets = ipv6Octets(text);
  return octets !== null && formatAddress(octets, 0, 16) === text ? octets : null;
}

/** An IPv6 address in the spelling of `formatAddress` (RFC 5952 section 4), whatever way it is written; any other text as it is. */
export function canonicalAddress(text: string): string {
  const octets = ipv6Octets(text);
  return octets === null ? text : formatAddress(octets, 0, 16);
}

/** The 16 octets of an IPv6 address in any spelling of RFC 4291 section 2.2; null for any other text. */
function ipv6Octets(text: string): Uint8Array | null {
  const octets = new Uint8Array(16);
  let length = 0;
  let gap = -1;
  let at = 0;
  if (text.startsWith("::")) {
    gap = 0;
    at = 2;
  }
  while (at < text.length) {
    const from = at;
    let group = 0;
    for (let digit = hexDigit(text.charCodeAt(at)); digit >= 0; digit = hexDigit(text.charCodeAt(at))) {
      group = group * 16 + digit;
      at++;
    }
    const isDotted = text.charCodeAt(at) === POINT;
    const value = isDotted ? ipv4Number(text.slice(from)) : group;
    if (value === null || at === from || at - from > LONGEST_GROUP) return null;
    const size = isDotted ? 4 : 2;
    if (length + size > 16) return null;
    for (let bits = 8 * size - 8; bits >= 0; bits -= 8) octets[length++] = value >>> bits;
    if (isDotted || at === text.length) break;
    if (text.charCodeAt(at++) !== COLON || at === text.length) return null;
    if (text.charCodeAt(at) === COLON) {
      if (gap >= 0) return null;
      gap = length;
      at++;
    }
  }
  if (gap < 0) return length === 16 ? octets : null;
  // "::" stands for one group at least.
  if (length > 14) return null;
  const behind = 16 - (length - gap);
  octets.copyWithin(behind, gap, length);
  return octets.fill(0, gap, behind);
}

/** What a hexadecimal digit counts, by its character code; -1 for any other character, NaN (the end of a text) included. */
function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 0x20;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}
