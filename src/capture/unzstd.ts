import type { InflateOutcome } from "./inflate.ts";

/** What unpacks zstd (RFC 8878), handed in: the core imports no package. As `Decompress` of fzstd. */
export type ZstdDecoder = new (onData: (chunk: Uint8Array) => void) => {
  push(chunk: Uint8Array, isLast?: boolean): void;
};

/** Pieces are small, because four octets may stand for a block of 128 KiB. */
const PIECE = 2048;
/** As many octets as `zstd` itself unpacks without being asked: 128 MiB. */
const LARGEST_WINDOW = 128 << 20;
const SINGLE_SEGMENT = 0x20;
const DICTIONARY = 0x03;
/** Magic number, frame header descriptor, window descriptor. */
const HEAD = 6;

/** Whether a stream asks for more memory than is given, or for a dictionary. @param head its first octets */
export function isZstdBeyond(head: Uint8Array): boolean {
  if (head.length < HEAD) return false;
  const descriptor = head[4];
  if ((descriptor & DICTIONARY) !== 0) return true;
  if ((descriptor & SINGLE_SEGMENT) !== 0) return contentSize(head, descriptor) > LARGEST_WINDOW;
  const window = head[5];
  const base = 2 ** (10 + (window >>> 3));
  return base + (base / 8) * (window & 7) > LARGEST_WINDOW;
}

/** The size of the content, which is the window of a frame of a single segment (RFC 8878 section 3.1.1.1.4). */
function contentSize(head: Uint8Array, descriptor: number): number {
  const octets = descriptor >>> 6 === 0 ? 1 : 2 ** (descriptor >>> 6);
  let size = 0;
  for (let at = octets - 1; at >= 0; at--) size = size * 256 + head[5 + at];
  return octets === 2 ? size + 256 : size;
}

/** Unpacks zstd slice by slice. Damage ends the stream and is noted in `outcome`; what came before it is right. */
export async function* unzstd(
  slices: AsyncIterable<Uint8Array>,
  outcome: InflateOutcome,
  Decoder: ZstdDecoder,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const decoder = new Decoder((chunk) => ready.push(chunk));
  const push = (piece: Uint8Array, isLast: boolean): Uint8Array[] => {
    ready = [];
    try {
      decoder.push(piece, isLast);
    } catch (error) {
      if (!(error instanceof Error) || error instanceof RangeError) throw error;
      outcome.isDamaged = true;
    }
    for (const chunk of ready) outcome.length += chunk.length;
    return ready.filter((chunk) => chunk.length > 0);
  };
  for await (const slice of slices) {
    for (let at = 0; at < slice.length && !outcome.isDamaged; at += PIECE) {
      yield* push(slice.slice(at, at + PIECE), false);
    }
    if (outcome.isDamaged) return;
  }
  yield* push(new Uint8Array(0), true);
}
