/** A file of at most this many octets is read in one go. */
const SMALL_FILE = 1 << 20;
/** The browser's pipe gives 2 MiB at most, so a larger buffer gains nothing. */
const STREAM_BUFFER = 2 << 20;
/** A read waits for so many octets: the pipe gives some 100 KiB at a time, and each read costs a turn. */
const LEAST_READ = 1 << 20;
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
  const watchdog = new Watchdog(stallAfter);
  try {
    let buffer = new ArrayBuffer(STREAM_BUFFER);
    for (;;) {
      const result = await watchdog.settled(reader.read(new Uint8Array(buffer), { min: LEAST_READ }));
      // The last read may bring octets and the end at once.
      if (result?.value !== undefined && result.value.length > 0) yield result.value;
      if (!result || result.done || !result.value) return;
      buffer = result.value.buffer;
    }
  } finally {
    watchdog.stop();
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

/** Gives up reads that stall. One timer looks after all of them: a timer for each costs as much as a small read. */
class Watchdog {
  private readonly timer: ReturnType<typeof setInterval>;
  /** Gives up the read that is waited for; null while there is none. */
  private giveUp: (() => void) | null = null;
  private isLate = false;

  /** @param milliseconds a read that takes as long may be given up; one that takes twice as long is */
  constructor(milliseconds: number) {
    this.timer = setInterval(() => {
      if (this.isLate) this.giveUp?.();
      this.isLate = true;
    }, milliseconds);
  }

  /** The read's result, or null if it stalls. */
  async settled<T>(read: Promise<T>): Promise<T | null> {
    this.isLate = false;
    const stalled = new Promise<null>((resolve) => {
      this.giveUp = () => resolve(null);
    });
    const result = await Promise.race([read, stalled]);
    this.giveUp = null;
    return result;
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
