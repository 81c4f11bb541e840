/** How the inflating of a gzip stream ended. */
export interface InflateOutcome {
  /** Octets that came out. */
  length: number;
  /** The stream broke off or is damaged; what came out before is right. */
  isDamaged: boolean;
}

/** One turn of the event loop: what the inflater has ready comes out meanwhile. */
const aTurn = (): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), 0));
const TURNS_TO_DRAIN = 4;

/**
 * Inflates gzip slice by slice. Errors of `slices` are thrown, damage of the gzip data is not: it ends the
 * stream and is told in `outcome`. Everything that came out before the damage is handed on: the end of input
 * is announced only when nothing more comes, because an error then discards what is still waiting.
 */
export async function* inflate(
  slices: AsyncIterable<Uint8Array>,
  outcome: InflateOutcome,
): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new DecompressionStream("gzip");
  const writer = writable.getWriter();
  const reader = readable.getReader();
  writer.closed.catch(() => {});
  let next = settled(reader.read());
  const inflated = function* (chunk: Chunk): Generator<Uint8Array> {
    if (chunk === "end" || chunk === "damage") return;
    outcome.length += chunk.length;
    next = settled(reader.read());
    yield chunk;
  };
  for await (const slice of slices) {
    const written: Promise<Written> = writer.write(new Uint8Array(slice)).then(
      () => "written",
      () => "refused",
    );
    for (;;) {
      const first = await Promise.race([next, written]);
      if (first === "written") break;
      if (first === "refused" || first === "damage" || first === "end") {
        outcome.isDamaged = true;
        return;
      }
      yield* inflated(first);
    }
  }
  for (let turns = 0; turns < TURNS_TO_DRAIN; turns++) {
    const chunk = await Promise.race([next, aTurn()]);
    if (chunk === null) continue;
    yield* inflated(chunk);
    if (chunk === "end" || chunk === "damage") break;
    turns = -1;
  }
  writer.close().catch(() => {});
  for (let chunk = await next; chunk !== "end"; chunk = await next) {
    if (chunk === "damage") {
      outcome.isDamaged = true;
      return;
    }
    yield* inflated(chunk);
  }
}

type Chunk = Uint8Array | "end" | "damage";
type Written = "written" | "refused";

function settled(read: Promise<ReadableStreamReadResult<Uint8Array>>): Promise<Chunk> {
  return read.then(
    ({ done, value }): Chunk => (done ? "end" : (value ?? new Uint8Array(0))),
    () => "damage",
  );
}
