import { judgeAll, type JudgingListener } from "./judge-capture.ts";
import { practiceCapture } from "./practice-capture.ts";
import { readSource } from "./read-source.ts";
import { sourceOctets } from "./source-slices.ts";

/** Some 16,000 segments in one go, 2 MB: as much as the reader of files hands on at once. */
const COPIES = 128;
/** Some 1.2 seconds of work in all: a quarter of it gains half as much (docs/performance.md). */
const ROUNDS = 8;

const ignore = (): void => {};
const NOBODY: JudgingListener = { onListed: ignore, onJudged: ignore, looked: Promise.resolve() };

/** As in `Practice`. Throws the signal's reason once it is aborted. */
export async function practise(captures: readonly Uint8Array[], signal: AbortSignal): Promise<void> {
  const file = new File([practiceCapture(captures, COPIES)], "practice.pcap");
  for (let round = 0; round < ROUNDS; round++) {
    const source = { kind: "file", file } as const;
    const read = await readSource(source, sourceOctets(source), signal, () => {});
    if (!read.ok) return;
    await judgeAll(read.value, signal, NOBODY);
  }
}
