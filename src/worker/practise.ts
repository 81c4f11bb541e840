import { judgeAll, type JudgingListener } from "./judge-capture.ts";
import { practiceCapture } from "./practice-capture.ts";
import { practiceText } from "./practice-text.ts";
import { type GroupedCapture, readSource } from "./read-source.ts";
import { sourceOctets } from "./source-slices.ts";

/** Some 16,000 segments, 2 MB: as much as the reader of files hands on at once. */
const COPIES = 128;
/** Some two seconds of work in all; docs/performance.md has what it gains. */
const ROUNDS = 4;
/** A text of 4,000 lines: longer ones gain less and leave more memory behind. */
const TEXT_COPIES = 32;
const TEXT_ROUNDS = 10;

const ignore = (): void => {};
const NOBODY: JudgingListener = { onListed: ignore, onJudged: ignore, looked: Promise.resolve() };

/** As in `Practice`. Throws the signal's reason once it is aborted. */
export async function practise(captures: readonly Uint8Array[], signal: AbortSignal): Promise<void> {
  const openPcap = (copies: number, rounds: number): Promise<GroupedCapture | null> =>
    openOften(new File([practiceCapture(captures, copies)], "practice.pcap"), rounds, signal);
  await openPcap(COPIES, ROUNDS);
  const once = await openPcap(1, 1);
  if (once === null) return;
  await openOften(new File([practiceText(once, TEXT_COPIES)], "practice.txt"), TEXT_ROUNDS, signal);
}

/** Reads the file several times; returns the last result, or null if it cannot be read. */
async function openOften(file: File, rounds: number, signal: AbortSignal): Promise<GroupedCapture | null> {
  let opened: GroupedCapture | null = null;
  for (let round = 0; round < rounds; round++) {
    const source = { kind: "file", file } as const;
    const read = await readSource(source, sourceOctets(source), signal, () => {});
    if (!read.ok) return null;
    await judgeAll(read.value, signal, NOBODY);
    opened = read.value;
  }
  return opened;
}
