const POINT = 46;
const ZERO = 48;

/** Text of a 4-octet IPv4 or 16-octet IPv6 address (RFC 5952) at `offset`. */
export function formatAddress(octets: Uint8Array, offset: number, length: 4 | 16): string {
  return length === 4 ? formatIPv4(octets, offset) : formatIPv6(octets, offset);
}

/** Text of an IPv4 address that is given as a 32-bit number, signed or not. */
export function ipv4Text(address: number): string {
  return `${address >>> 24}.${(address >>> 16) & 0xff}.${(address >>> 8) & 0xff}.${address & 0xff}`;
}

/** An IPv4 address exactly as {@link formatAddress} writes it, as a signed 32-bit number; null for any other text. */
export function ipv4Number(text: string): number | null {
  let address = 0;
  let at = 0;
  for (let group = 0; group < 4; group++) {
    if (group > 0 && text.charCodeAt(at++) !== POINT) return null;
    const from = at;
    let value = 0;
    for (
      let digit = text.charCodeAt(at) - ZERO;
      digit >= 0 && digit <= 9;
      digit = text.charCodeAt(at) - ZERO
    ) {
      value = value * 10 + digit;
      at++;
    }
    const hasLeadingZero = at - from > 1 && text.charCodeAt(from) === ZERO;
    if (at === from || value > 255 || hasLeadingZero) return null;
    address = (address << 8) | value;
  }
  return at === text.length ? address : null;
}

function formatIPv4(octets: Uint8Array, at: number): string {
  return `${octets[at]}.${octets[at + 1]}.${octets[at + 2]}.${octets[at + 3]}`;
}

/**
 * RFC 5952: lower case, no leading zeros, the first longest run of two or more zero groups becomes `::`,
 * and an IPv4-mapped address (`::ffff:0:0/96`) ends in dotted form.
 */
function formatIPv6(octets: Uint8Array, at: number): string {
  const group = (index: number): number => (octets[at + 2 * index] << 8) | octets[at + 2 * index + 1];
  let gap = -1;
  let gapLength = 1;
  for (let start = 0; start < 8; start++) {
    let end = start;
    while (end < 8 && group(end) === 0) end++;
    if (end - start > gapLength) {
      gap = start;
      gapLength = end - start;
    }
    if (end > start) start = end;
  }
  if (gap === 0 && gapLength === 5 && group(5) === 0xffff) return `::ffff:${formatIPv4(octets, at + 12)}`;
  let text = "";
  for (let index = 0; index < 8; index++) {
    if (index === gap) {
      text += "::";
      index += gapLength - 1;
    } else
      text +=
        index === 0 || index === gap + gapLength
          ? group(index).toString(16)
          : `:${group(index).toString(16)}`;
  }
  return text;
}
