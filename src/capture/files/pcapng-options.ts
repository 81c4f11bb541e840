/** Reads 16- and 32-bit numbers in the byte order of a section. */
export interface SectionOrder {
  readonly uint16: (octets: Uint8Array, at: number) => number;
  readonly uint32: (octets: Uint8Array, at: number) => number;
  readonly isLittle: boolean;
}

/** One option of a pcapng block; its value stands in `octets[at .. at + length)`. */
export interface PcapngOption {
  readonly code: number;
  readonly at: number;
  readonly length: number;
}

/** opt_comment, in every block. */
export const OPT_COMMENT = 1;
const OPT_END = 0;

/** The options between `at` and `end`; stops at the first that does not fit. */
export function* pcapngOptions(
  octets: Uint8Array,
  start: number,
  end: number,
  order: SectionOrder,
): Generator<PcapngOption> {
  let at = start;
  while (at + 4 <= end) {
    const code = order.uint16(octets, at);
    const length = order.uint16(octets, at + 2);
    if (code === OPT_END || at + 4 + length > end) return;
    yield { code, at: at + 4, length };
    at += 4 + ((length + 3) & ~3);
  }
}
