import { summariseAll } from "./judge-capture.ts";
import { practiceCapture } from "./practice-capture.ts";
import { readSource } from "./read-source.ts";
import { sourceOctets } from "./source-slices.ts";

/** Some 4,000 segments in one go: enough for the loops over a slice to be worth compiling. */
const COPIES = 32;
/** Half a second of work in all; four times as much gains another tenth (docs/performance.md). */
const ROUNDS = 5;

/** As in `Practice`. Throws the signal's reason once it is aborted. */
export async function practise(captures: readonly Uint8Array[], signal: AbortSignal): Promise<void> {
  const file = new File([practiceCapture(captures, COPIES)], "practice.pcap");
  for (let round = 0; round < ROUNDS; round++) {
    const source = { kind: "file", file } as const;
    const read = await readSource(source, sourceOctets(source), signal, () => {});
    if (!read.ok) return;
    await summariseAll(read.value, signal, () => {});
  }
}
