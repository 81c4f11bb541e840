import { RefusedLink } from "./link-refusal.ts";

/** The octets as raw DEFLATE (RFC 1951); null in a browser that cannot make it. */
export async function deflate(octets: Uint8Array): Promise<Uint8Array | null> {
  const stream = madeBy(() => new CompressionStream("deflate-raw"));
  return stream && collect(octets, stream, Number.POSITIVE_INFINITY);
}

/**
 * The reverse. Throws {@link RefusedLink} in a browser that cannot do it, for what is no DEFLATE, or as soon as more
 * than `limit` octets come out.
 */
export async function inflate(octets: Uint8Array, limit: number): Promise<Uint8Array> {
  const stream = madeBy(() => new DecompressionStream("deflate-raw"));
  if (stream === null) throw new RefusedLink({ code: "cannot-inflate" });
  try {
    return await collect(octets, stream, limit);
  } catch (error) {
    if (error instanceof RefusedLink) throw error;
    throw new RefusedLink({ code: "damaged" });
  }
}

/** Browsers before 2023 lack the streams, or know gzip only: one throws a ReferenceError, the other a TypeError. */
function madeBy<Stream>(make: () => Stream): Stream | null {
  try {
    return make();
  } catch {
    return null;
  }
}

/** Octets that are inflated in one go: the output, at most 1,032 times as much, stays small. */
const PIECE = 1024;

async function collect(
  octets: Uint8Array,
  stream: CompressionStream | DecompressionStream,
  limit: number,
): Promise<Uint8Array> {
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  const writing = write(octets, writer);
  writing.catch(() => {});
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      chunks.push(next.value);
      length += next.value.length;
      if (length > limit) throw new RefusedLink({ code: "too-large" });
    }
    await writing;
  } finally {
    reader.cancel().catch(() => {});
    writer.abort().catch(() => {});
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

async function write(octets: Uint8Array, writer: WritableStreamDefaultWriter<BufferSource>): Promise<void> {
  for (let at = 0; at < octets.length; at += PIECE) {
    await writer.ready;
    await writer.write(octets.slice(at, at + PIECE));
  }
  await writer.close();
}
