import type { Stats } from "node:fs";
import { closeSync, createReadStream, fstatSync, openSync, readSync } from "node:fs";

/** Octets of a slice: large enough to be fast, small enough that many gigabytes need no more memory. */
const SLICE = 1 << 20;
const SMALLEST_SLICE = 4096;

/**
 * The octets of a file in order, never the whole file at once; `-` is standard input. Every slice is fresh: the
 * reader may keep it. Throws the system's error when the file cannot be read.
 */
export async function* readSlices(path: string): AsyncGenerator<Uint8Array> {
  if (path === "-") {
    yield* process.stdin;
    return;
  }
  const descriptor = openSync(path, "r");
  const stats = fstatSync(descriptor);
  if (stats.isFile()) yield* readRegularFile(descriptor, stats);
  else yield* createReadStream(path, { fd: descriptor, highWaterMark: SLICE });
}

/** Synchronous: for a thousand small files, the turns of the event loop would cost more than the reading. */
function* readRegularFile(descriptor: number, stats: Stats): Generator<Uint8Array> {
  const octets = Math.max(SMALLEST_SLICE, Math.min(SLICE, stats.size + 1));
  try {
    for (;;) {
      const slice = new Uint8Array(octets);
      const count = readSync(descriptor, slice, 0, octets, null);
      if (count === 0) return;
      yield slice.subarray(0, count);
    }
  } finally {
    closeSync(descriptor);
  }
}
