import type { ZstdDecoder } from "../capture/unzstd.ts";

/** Loads what unpacks zstd, for readers of files. */
export async function zstd(): Promise<ZstdDecoder> {
  return (await import("fzstd")).Decompress;
}
