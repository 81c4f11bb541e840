import { expect, test } from "vitest";
import { type Example, exampleOctets, type PictureSegment } from "../lessons/example.ts";
import { EXAMPLES } from "../lessons/examples.ts";
import { FATES } from "../tcp/analysis.ts";
import { statePath } from "../tcp/states.ts";
import { en } from "../ui/messages/en.ts";
import { analyseTable } from "./analyse-table.ts";
import { readOctets } from "./read-octets.ts";

async function analyse(example: Example) {
  const { table, report } = await readOctets(exampleOctets(example));
  expect(report.warningCount).toBe(0);
  const analyses = analyseTable(table);
  expect(analyses).toHaveLength(1);
  const [analysis] = analyses;
  if (!analysis) throw new Error("no connection");
  return analysis;
}

test.each(EXAMPLES)("the small picture of $name shows what is in the capture", async (example) => {
  const { segments, fromClient, fate } = await analyse(example);
  const picture = Array.from({ length: segments.length }, (_, row): PictureSegment => ({
    fromClient: fromClient[row] === 1,
    flags: segments.flags[row] ?? 0,
    hasData: (segments.payloadLength[row] ?? 0) > 0,
    isLost: FATES[fate[row] ?? 0] === "lost",
  }));
  expect(example.picture).toEqual(picture);
});

test("the examples go the way that the kernels went which they were recorded from", async () => {
  const paths = await Promise.all(
    EXAMPLES.map(async (example) => {
      const analysis = await analyse(example);
      return [example.name, statePath(analysis, "client").join(" "), statePath(analysis, "server").join(" ")];
    }),
  );
  const opener = "CLOSED SYN-SENT ESTABLISHED FIN-WAIT-1 FIN-WAIT-2 TIME-WAIT";
  const listener = "LISTEN SYN-RECEIVED ESTABLISHED CLOSE-WAIT LAST-ACK CLOSED";
  expect(paths).toEqual([
    ["handshake-and-close", opener, listener],
    ["refused", "CLOSED SYN-SENT CLOSED", "CLOSED"],
    ["syn-lost", opener, listener],
  ]);
});

test("every example has a title and a text", () => {
  expect(EXAMPLES.map(({ name }) => name).toSorted()).toEqual(Object.keys(en.examples).toSorted());
});
