/** A file of at most this many octets is read in one go. */
const SMALL_FILE = 1 << 20;
/** The browser's pipe gives 2 MiB at most, so a larger buffer gains nothing. */
const STREAM_BUFFER = 2 << 20;
const SLICE = 8 << 20;
/** A read that takes longer counts as stalled. A wrong guess only costs the fallback to slices. */
const STALL_MILLISECONDS = 4000;

/**
 * Chromium collects a byte reader of a Blob that only a local variable holds, and its pending `read()` then never
 * settles. Readers are kept here until they are done.
 */
const heldReaders = new Set<ReadableStreamBYOBReader>();

/** The part of a File that reading needs. */
export type ReadableFile = Pick<Blob, "size" | "slice" | "stream">;

/**
 * The octets of a file, slice by slice in order; each slice reuses the memory of the one before. Reads by stream,
 * which is fastest. If there is no stream, or if it stalls, goes on by `slice()` from the same offset. Throws the
 * browser's error when the file cannot be read.
 */
export async function* readFileSlices(
  file: ReadableFile,
  stallAfter = STALL_MILLISECONDS,
): AsyncGenerator<Uint8Array> {
  let at = 0;
  if (file.size > SMALL_FILE) {
    for await (const octets of streamSlices(file, stallAfter)) {
      yield octets;
      at += octets.length;
    }
  }
  while (at < file.size) {
    const octets = new Uint8Array(await file.slice(at, at + SLICE).arrayBuffer());
    if (octets.length === 0) throw new Error("the file became shorter while it was read");
    yield octets;
    at += octets.length;
  }
}

/** Ends early, without an error, when there is no byte stream or when a read stalls. */
async function* streamSlices(file: ReadableFile, stallAfter: number): AsyncGenerator<Uint8Array> {
  const reader = byteReader(file);
  if (!reader) return;
  heldReaders.add(reader);
  try {
    let buffer = new ArrayBuffer(STREAM_BUFFER);
    for (;;) {
      const result = await settled(reader.read(new Uint8Array(buffer)), stallAfter);
      if (!result || result.done || !result.value) return;
      yield result.value;
      buffer = result.value.buffer;
    }
  } finally {
    heldReaders.delete(reader);
    // A stalled reader may never settle this promise either, so it is not awaited.
    reader.cancel().catch(() => {});
  }
}

function byteReader(file: ReadableFile): ReadableStreamBYOBReader | null {
  try {
    return file.stream().getReader({ mode: "byob" });
  } catch {
    return null;
  }
}

/** The read's result, or null if it takes longer than allowed. */
function settled<T>(read: Promise<T>, milliseconds: number): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const watchdog = setTimeout(() => resolve(null), milliseconds);
    read.then(resolve, reject).finally(() => clearTimeout(watchdog));
  });
}
