import { describe, expect, test } from "vitest";
import { analyseTable } from "../tcp/analyse-table.ts";
import { exchangeOf } from "../testing/lab-exchange.ts";
import { readOctets } from "../testing/read-octets.ts";
import { story, tableOfText } from "../testing/story.ts";
import { markedText, SIMULATED } from "./mark-simulated.ts";
import { pcapOfConnection } from "./pcap.ts";
import { pcapngOf } from "./pcapng.ts";
import { tcpdumpText } from "./tcpdump-text.ts";

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

function analysisOf(seed: number) {
  const [analysis] = analyseTable(exchangeOf(seed).table);
  if (analysis === undefined) throw new Error("no connection");
  return analysis;
}

describe("what leaves the laboratory says that it is simulated", () => {
  test.each(SEEDS)("in a pcapng, which is read again as the same connection (%i)", async (seed) => {
    const analysis = analysisOf(seed);
    const pcap = pcapOfConnection(analysis) ?? new Uint8Array(0);
    const marked = pcapngOf([{ name: null, pcap, comments: new Map() }], SIMULATED);
    expect(new TextDecoder("latin1").decode(marked)).toContain(SIMULATED);
    const { table } = await readOctets(marked);
    const [again] = analyseTable(table);
    expect(again && story(again)).toEqual(story(analysis));
  });

  test.each(SEEDS)("in a text, which is read as without the sentence (%i)", async (seed) => {
    const analysis = analysisOf(seed);
    const text = tcpdumpText(analysis);
    const marked = markedText("tcpdump", text);
    expect(marked.startsWith(`# ${SIMULATED}\n`)).toBe(true);
    const stories = [text, marked].map(async (each) => analyseTable(await tableOfText(each)).map(story));
    expect(await stories[1]).toEqual(await stories[0]);
  });

  test("in Mermaid behind its first line, in Markdown above the table", () => {
    expect(markedText("mermaid", "sequenceDiagram\n  A->>B: SYN\n")).toBe(
      `sequenceDiagram\n  %% ${SIMULATED}\n  A->>B: SYN\n`,
    );
    expect(markedText("markdown", "| a |\n")).toBe(`*${SIMULATED}*\n\n| a |\n`);
  });
});
