import { expect, test } from "vitest";
import { analyseTable } from "../../tcp/analyse-table.ts";
import { compactAnalyser } from "../../testing/compact-analyser.ts";
import { compactTable } from "../../testing/compact-notation.ts";
import { worksheetQuestions } from "./worksheet-questions.ts";

const CLOSE = "cS sS. c. cP.+10 s. cF. s. sF. c.";
const TRANSFER = `cS sS. c. ${"cP.+10 s. ".repeat(20)}cF. s. sF. c.`;

async function questionsOf(text: string, segments: number) {
  const [whole] = analyseTable(compactTable(text));
  if (whole === undefined) throw new Error("no connection");
  const analyser = compactAnalyser(text);
  await analyser.open(
    { kind: "text", name: "t", text: "t" },
    () => {},
    () => {},
  );
  return (await worksheetQuestions(analyser.ask, whole, segments)) ?? [];
}

test("each segment is asked about once at most, in their order, none behind the last that is shown", async () => {
  const questions = await questionsOf(CLOSE, 6);
  const about = questions.map((question) => question.about);
  expect(about).toEqual([...new Set(about)].toSorted((one, other) => one - other));
  expect(about.at(-1)).toBe(6);
  expect(questions.length).toBeGreaterThan(3);
});

test("the rest of a transfer is passed over", async () => {
  const [short, long] = [await questionsOf(CLOSE, 9), await questionsOf(TRANSFER, 47)];
  expect(long.length).toBeLessThan(short.length + 6);
  expect(long.at(-1)?.about).toBeGreaterThan(43);
});
