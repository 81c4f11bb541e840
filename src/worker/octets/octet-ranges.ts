import { nextTurn } from "../../base/turns.ts";
import type { Unpack } from "../../capture/read-capture.ts";
import type { OctetRange, ReadRanges } from "../../capture/records/read-records.ts";
import { readFileSlices } from "../file-slices.ts";

const SLICE = 1 << 20;

/** How far reading has come. */
export interface OctetProgress {
  read: number;
  total: number;
}

/**
 * Reads parts of the file that a capture was read from. One that is compressed is unpacked once more, from its start to
 * the end of the last part. Throws the browser's error if the file cannot be read any more, and the signal's reason
 * once it is aborted.
 */
export function rangesOf(
  file: File,
  unpack: Unpack | null,
  progress: OctetProgress,
  signal: AbortSignal,
): ReadRanges {
  return unpack === null
    ? (ranges) => plainRanges(file, ranges, progress, signal)
    : (ranges) => unpackedRanges(file, unpack, ranges, progress, signal);
}

async function* plainRanges(
  file: File,
  ranges: readonly OctetRange[],
  progress: OctetProgress,
  signal: AbortSignal,
): ReturnType<ReadRanges> {
  const bounded = ranges.map(({ at, end }) => ({ at, end: Math.min(end, file.size) }));
  progress.total = bounded.reduce((sum, { at, end }) => sum + Math.max(0, end - at), 0);
  for (const [range, { at: from, end }] of bounded.entries()) {
    for (let at = from; at < end; at += SLICE) {
      signal.throwIfAborted();
      const slice = new Uint8Array(await file.slice(at, Math.min(at + SLICE, end)).arrayBuffer());
      progress.read += slice.length;
      yield { range, slice };
    }
  }
}

async function* unpackedRanges(
  file: File,
  unpack: Unpack,
  ranges: readonly OctetRange[],
  progress: OctetProgress,
  signal: AbortSignal,
): ReturnType<ReadRanges> {
  progress.total = file.size;
  async function* watched(): AsyncGenerator<Uint8Array> {
    for await (const slice of readFileSlices(file)) {
      signal.throwIfAborted();
      progress.read += slice.length;
      yield slice;
      await nextTurn();
    }
  }
  let at = 0;
  let range = 0;
  for await (const chunk of unpack(watched(), { length: 0, isDamaged: false })) {
    signal.throwIfAborted();
    for (let part = ranges[range]; part && part.at < at + chunk.length; part = ranges[range]) {
      const slice = chunk.subarray(Math.max(0, part.at - at), Math.max(0, part.end - at));
      if (slice.length > 0) yield { range, slice };
      if (part.end > at + chunk.length) break;
      range++;
    }
    at += chunk.length;
    if (range >= ranges.length) return;
  }
}
