import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ACK, FIN, RST, SYN } from "../segments/flags.ts";
import { optionOctets } from "../segments/options.ts";
import { analyseTable } from "../tcp/analyse-table.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import { exchangeOf } from "../testing/lab-exchange.ts";
import { readOctets } from "../testing/read-octets.ts";
import { story, tableOfText } from "../testing/story.ts";
import { printOptions } from "./tcpdump-options.ts";
import { tcpdumpText } from "./tcpdump-text.ts";

const CAPTURE = new URL("../testing/captures/01-3way-data-4seg-close/", import.meta.url);

/** A print of tcpdump without the words that it adds from the payload. */
function withoutPayload(print: string): string {
  return print.replace(/(, length \d+): .*$/gmu, "$1");
}

/** What of each row a text carries. A number that tcpdump prints on no pure ACK is derived when it is read again. */
function carried({ segments }: ConnectionAnalysis): object[] {
  const start = segments.time[0] ?? Number.NaN;
  return Array.from({ length: segments.length }, (_, row) => {
    const flags = segments.flags[row] ?? 0;
    const payloadLength = segments.payloadLength[row] ?? 0;
    const printsSequence = payloadLength > 0 || (flags & (FIN | SYN | RST)) !== 0;
    return {
      microseconds: Math.round(((segments.time[row] ?? Number.NaN) - start) / 1000),
      flags,
      sequenceNumber: printsSequence ? segments.sequenceNumber[row] : null,
      acknowledgmentNumber: (flags & ACK) === 0 ? null : segments.acknowledgmentNumber[row],
      window: segments.window[row],
      payloadLength,
      options: [...optionOctets(segments, row)],
    };
  });
}

test("a capture is printed as tcpdump -nn -S -tttt prints it", async () => {
  const { table } = await readOctets(new Uint8Array(readFileSync(new URL("client.pcap", CAPTURE))));
  const [analysis] = analyseTable(table);
  if (!analysis) throw new Error("no connection");
  const print = readFileSync(new URL("client.abs.txt", CAPTURE), "utf8");
  expect(tcpdumpText(analysis)).toBe(withoutPayload(print));
});

test("a print is read again: the same fields and the same story", async () => {
  const property = fc.asyncProperty(fc.integer(), async (seed) => {
    for (const analysis of analyseTable(exchangeOf(seed).table)) {
      const [again, ...others] = analyseTable(await tableOfText(tcpdumpText(analysis)));
      if (again === undefined || others.length > 0) throw new Error("not one connection");
      expect(carried(again)).toEqual(carried(analysis));
    }
  });
  await fc.assert(property, { numRuns: 150, seed: 20261121 });
});

test("the story of a capture is the same from its print", async () => {
  const { table } = await readOctets(new Uint8Array(readFileSync(new URL("client.pcap", CAPTURE))));
  const [analysis] = analyseTable(table);
  if (!analysis) throw new Error("no connection");
  const [again] = analyseTable(await tableOfText(tcpdumpText(analysis)));
  expect(again && story(again)).toEqual(story(analysis));
});

test.each([
  [[2, 4, 5, 180, 4, 2, 1, 3, 3, 7], "mss 1460,sackOK,nop,wscale 7"],
  [[1, 1, 5, 10, 0, 0, 0, 1, 255, 255, 255, 255], "nop,nop,sack 1 {1:4294967295}"],
  [[34, 2, 34, 6, 1, 2, 3, 4], "tfo  cookiereq,tfo  cookie 01020304"],
  [[30, 4, 0, 129], "unknown-30 0x0081"],
  [[28, 4, 0x80, 0x0a], "uto 0x800a 16389"],
  [[2, 40], "[bad opt]"],
  [[2, 3, 5, 1, 0], "unknown-2 0x05,nop,eol"],
])("options %j are printed %s", (octets, printed) => {
  expect(printOptions(Uint8Array.from(octets))).toBe(printed);
});
