/** Numbers in headers. An octet beyond the end reads as 0: callers check lengths first. */

/** Unsigned 16-bit number in network byte order. */
export function uint16(octets: Uint8Array, at: number): number {
  return ((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0);
}

/** Unsigned 32-bit number in network byte order. */
export function uint32(octets: Uint8Array, at: number): number {
  return ((uint16(octets, at) << 16) | uint16(octets, at + 2)) >>> 0;
}

/** Unsigned 16-bit number, least significant octet first. */
export function uint16Little(octets: Uint8Array, at: number): number {
  return (octets[at] ?? 0) | ((octets[at + 1] ?? 0) << 8);
}

/** Unsigned 32-bit number, least significant octet first. */
export function uint32Little(octets: Uint8Array, at: number): number {
  return (uint16Little(octets, at) | (uint16Little(octets, at + 2) << 16)) >>> 0;
}

/** Up to `count` octets from `at` as `1f 8b 08`. */
export function hexOctets(octets: Uint8Array, at: number, count: number): string {
  return Array.from(octets.subarray(at, at + count), (octet) => octet.toString(16).padStart(2, "0")).join(
    " ",
  );
}
