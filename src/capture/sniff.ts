import { uint32 } from "../base/octets.ts";
import type { Packing, Refusal } from "./read-report.ts";
import { isZstdBeyond } from "./unzstd.ts";

/** The kind of an input, from its first octets. */
export type Sniffed =
  | { readonly kind: "pcap" }
  | { readonly kind: "pcapng" | "snoop" }
  | { readonly kind: Packing }
  /** Text, or refused: `sniffOther` tells. */
  | { readonly kind: "other" }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** How many octets {@link sniff} looks at; with fewer, it may ask for more. */
export const SNIFFED_OCTETS = 65536;

const PCAP_MAGICS = new Set([0xa1b2c3d4, 0xd4c3b2a1, 0xa1b23c4d, 0x4d3cb2a1, 0xa1b2cd34, 0x34cdb2a1]);
const PCAPNG_MAGIC = 0x0a0d0d0a;
const SNOOP_MAGIC = [0x73, 0x6e, 0x6f, 0x6f, 0x70, 0, 0, 0];

const ZSTD_MAGIC = [0x28, 0xb5, 0x2f, 0xfd];

/**
 * Says what an input is, from its first octets alone; the name of a file decides nothing (docs/text-formats.md 1).
 *
 * @param head the first octets, as many as there are yet
 * @param isWhole nothing follows `head`
 * @returns null if more octets are needed to decide
 */
export function sniff(head: Uint8Array, isWhole: boolean): Sniffed | null {
  if (!isWhole && head.length < SNOOP_MAGIC.length) return null;
  const byMagic = sniffMagic(head);
  if (byMagic !== null) return byMagic;
  if (!isWhole && head.length < SNIFFED_OCTETS) return null;
  return { kind: "other" };
}

function sniffMagic(head: Uint8Array): Sniffed | null {
  if (head.length >= 4) {
    const magic = uint32(head, 0);
    if (PCAP_MAGICS.has(magic)) return { kind: "pcap" };
    if (magic === PCAPNG_MAGIC) return { kind: "pcapng" };
  }
  if (SNOOP_MAGIC.every((octet, i) => head[i] === octet)) return { kind: "snoop" };
  if (head[0] === 0x1f && head[1] === 0x8b) return { kind: "gzip" };
  if (ZSTD_MAGIC.every((octet, i) => head[i] === octet)) {
    return isZstdBeyond(head) ? { kind: "refused", refusal: { kind: "zstd" } } : { kind: "zstd" };
  }
  return null;
}
