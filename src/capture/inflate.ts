import { inflateToDamage } from "./inflate-damaged.ts";

/** How the inflating of a gzip stream ended. */
export interface InflateOutcome {
  /** Octets of output. */
  length: number;
  /** The stream ended early or is damaged; the output before that is right. */
  isDamaged: boolean;
}

/** Browsers before 2023 lack the stream: Chromium 80, Firefox 113 and Safari 16.4 were the first to have it. */
export function canInflate(): boolean {
  return typeof DecompressionStream === "function";
}

/** One turn of the event loop, in which the inflater hands on what is ready. */
const aTurn = (): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), 0));
const TURNS_TO_DRAIN = 4;
/** The output of a damaged piece is lost, so pieces are small; */
const PIECE = 2048;
/** up to this size a damaged stream is inflated again without the browser, which loses nothing. */
const MOST_KEPT = 8 << 20;

/**
 * Inflates gzip slice by slice. Errors of `slices` are thrown; damage of the gzip data ends the stream and is noted
 * in `outcome`. All output before the damage is handed on; in a stream of more than 8 MiB, that of the last 2 KiB
 * before the damage may be missing.
 */
export async function* inflate(
  slices: AsyncIterable<Uint8Array>,
  outcome: InflateOutcome,
): AsyncGenerator<Uint8Array> {
  const kept = new KeptOctets(slices[Symbol.asyncIterator]());
  yield* inflateByBrowser(kept.taken(), outcome);
  const all = outcome.isDamaged ? await kept.all() : null;
  if (all === null) return;
  const again = inflateToDamage(all);
  let known = outcome.length;
  for (let next = again.next(); ; next = again.next()) {
    if (next.done) {
      // What the browser calls damage may be a second member. With a single member, the checksum is wrong.
      outcome.isDamaged = next.value < 2;
      return;
    }
    const fresh = next.value.subarray(Math.min(known, next.value.length));
    known -= next.value.length - fresh.length;
    outcome.length += fresh.length;
    if (fresh.length > 0) yield fresh;
  }
}

/** The slices of a source, kept as long as they are few octets. */
class KeptOctets {
  private readonly source: AsyncIterator<Uint8Array>;
  private slices: Uint8Array[] = [];
  private length = 0;

  constructor(source: AsyncIterator<Uint8Array>) {
    this.source = source;
  }

  /** Leaves the source open when it is left early. */
  async *taken(): AsyncGenerator<Uint8Array> {
    for (let next = await this.source.next(); !next.done; next = await this.source.next()) {
      this.length += next.value.length;
      if (this.length > MOST_KEPT) this.slices = [];
      else this.slices.push(next.value.slice());
      yield next.value;
    }
  }

  /** The whole source in one piece; null if it is too large. */
  async all(): Promise<Uint8Array | null> {
    const rest = this.taken();
    while (this.length <= MOST_KEPT && !(await rest.next()).done);
    if (this.length > MOST_KEPT) return null;
    const all = new Uint8Array(this.length);
    let at = 0;
    for (const slice of this.slices) {
      all.set(slice, at);
      at += slice.length;
    }
    return all;
  }
}

/**
 * As {@link inflate}. It writes nothing, and announces no end, while output is pending, because an error would
 * discard it.
 */
async function* inflateByBrowser(
  slices: AsyncIterable<Uint8Array>,
  outcome: InflateOutcome,
): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new DecompressionStream("gzip");
  const writer = writable.getWriter();
  const reader = readable.getReader();
  writer.closed.catch(() => {});
  let next = settled(reader.read());
  /** Hands on chunks until `stop` settles; true when the stream has ended or failed. */
  const drain = async function* (stop: () => Promise<unknown>): AsyncGenerator<Uint8Array, boolean> {
    for (;;) {
      const chunk = await Promise.race([next, stop().then(() => null)]);
      if (chunk === null) return false;
      if (chunk === "end" || chunk === "damage") {
        outcome.isDamaged = chunk === "damage";
        return true;
      }
      outcome.length += chunk.length;
      next = settled(reader.read());
      yield chunk;
    }
  };
  const write = async function* (): AsyncGenerator<Uint8Array> {
    let sinceTurn = 0;
    for await (const slice of slices) {
      for (let at = 0; at < slice.length; at += PIECE) {
        const written = writer.write(new Uint8Array(slice.subarray(at, at + PIECE))).catch(() => {});
        if (yield* drain(() => written)) return;
      }
      sinceTurn += slice.length;
      if (sinceTurn < PIECE) continue;
      sinceTurn = 0;
      if (yield* drain(aTurn)) return;
    }
    for (let turns = 0; turns < TURNS_TO_DRAIN; turns++) if (yield* drain(aTurn)) return;
    writer.close().catch(() => {});
    yield* drain(() => new Promise(() => {}));
  };
  try {
    yield* write();
  } finally {
    reader.cancel().catch(() => {});
  }
}

type Chunk = Uint8Array | "end" | "damage";

function settled(read: Promise<ReadableStreamReadResult<Uint8Array>>): Promise<Chunk> {
  return read.then(
    ({ done, value }): Chunk => (done ? "end" : (value ?? new Uint8Array(0))),
    () => "damage",
  );
}
