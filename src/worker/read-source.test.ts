import { expect, test } from "vitest";
import { unportedAnalyser } from "../testing/ported-analyser.ts";
import type { ReadProgress } from "./analyser.ts";
import type { CaptureSource } from "./capture-source.ts";
import { LINES_A_PROGRESS, LINES_WHILE_READING } from "./read-source.ts";

/** One SYN from each of `count` ports. */
function syns(count: number): string {
  return Array.from(
    { length: count },
    (_, index) =>
      `12:00:00.000000 IP 10.0.0.1.${10_000 + index} > 10.0.0.2.80: Flags [S], seq ${index}, win 64240, length 0\n`,
  ).join("");
}

async function progressOf(text: string): Promise<ReadProgress[]> {
  const source: CaptureSource = { kind: "text", name: "pasted text", text };
  const seen: ReadProgress[] = [];
  await unportedAnalyser().open(source, (progress) => seen.push(progress));
  return seen;
}

test("progress carries the connections found, each with its ends and its segments so far", async () => {
  const lines = (await progressOf(syns(1).repeat(3))).flatMap((progress) => progress.lines);
  expect(lines.at(-1)).toEqual({
    line: 0,
    client: { address: "10.0.0.1", port: 10_000 },
    server: { address: "10.0.0.2", port: 80 },
    rolesTold: true,
    segments: 3,
  });
});

test("a line that did not change is not told again", async () => {
  const lines = (await progressOf(syns(50))).flatMap((progress) => progress.lines);
  expect(lines.map(({ line }) => line)).toEqual(Array.from({ length: 50 }, (_, line) => line));
});

test("however many connections there are, a progress and the list stay bounded", async () => {
  const seen = await progressOf(syns(30_000));
  expect(seen.at(-1)?.connections).toBe(30_000);
  for (const { lines } of seen) {
    expect(lines.length).toBeLessThanOrEqual(LINES_A_PROGRESS);
    for (const { line } of lines) expect(line).toBeLessThan(LINES_WHILE_READING);
  }
});
