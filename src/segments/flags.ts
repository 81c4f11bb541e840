/**
 * Control bits of the TCP header (RFC 9293 section 3.1), as they stand in octets 12 and 13 read as
 * one 16-bit number: FIN is bit 0, AE (RFC 9768, formerly NS) is bit 8.
 */
export const FIN = 0x001;
export const SYN = 0x002;
export const RST = 0x004;
export const PSH = 0x008;
export const ACK = 0x010;
export const URG = 0x020;
export const ECE = 0x040;
export const CWR = 0x080;
export const AE = 0x100;

/** All control bits with their names, in header order from the lowest bit up. */
export const FLAG_NAMES: readonly (readonly [bit: number, name: string])[] = [
  [FIN, "FIN"],
  [SYN, "SYN"],
  [RST, "RST"],
  [PSH, "PSH"],
  [ACK, "ACK"],
  [URG, "URG"],
  [ECE, "ECE"],
  [CWR, "CWR"],
  [AE, "AE"],
];

/** Names of the set bits in header order, e.g. `["SYN", "ACK"]`; empty when none is set. */
export function flagNames(flags: number): string[] {
  return FLAG_NAMES.filter(([bit]) => (flags & bit) !== 0).map(([, name]) => name);
}
