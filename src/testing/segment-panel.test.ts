import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { NumberForm } from "../store/synfin-state.ts";
import { createSynfinStore } from "../store/synfin-store.ts";
import { analyseTable } from "../tcp/analyse-table.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import { factsAt } from "../tcp/facts.ts";
import { punctuation } from "../ui/parts/punctuation.words.ts";
import { ConnectionOverview } from "../ui/segment/ConnectionOverview.tsx";
import { headerRows } from "../ui/segment/header-fields.ts";
import { headerWords } from "../ui/segment/header.words.ts";
import { wordFacts } from "../ui/segment/word-facts.ts";
import { StoreContext } from "../ui/use-synfin.ts";
import { wordsIn } from "../ui/words.ts";
import { readOctets } from "./read-octets.ts";
import { SlowAnalyser } from "./slow-analyser.ts";

const HEADER = { ...wordsIn(headerWords, "en"), ...wordsIn(punctuation, "en") };

/** The first console of seed 000, without the options that do not matter here. */
const CONSOLE = `\
12:49:33.192719 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [S], seq 284972257, win 64240, options [mss 1460,sackOK,nop,wscale 7], length 0
12:49:33.192983 IP 192.168.0.61.80 > 192.168.0.60.39002: Flags [S.], seq 1986854381, ack 284972258, win 65160, options [mss 1400,sackOK,nop,wscale 7], length 0
12:49:33.193013 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [.], ack 1, win 502, length 0
12:49:33.193037 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [P.], seq 1:77, ack 1, win 502, length 76
12:49:33.193256 IP 192.168.0.61.80 > 192.168.0.60.39002: Flags [.], ack 77, win 509, length 0
12:49:33.193563 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [F.], seq 77, ack 1, win 501, length 0
12:49:33.193818 IP 192.168.0.61.80 > 192.168.0.60.39002: Flags [F.], seq 1, ack 78, win 509, length 0
12:49:33.193842 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [.], ack 2, win 501, length 0
`;

const REPEATED_SYN = `\
12:00:00.000000 IP 10.0.0.1.40000 > 10.0.0.2.80: Flags [S], seq 5, win 64240, length 0
12:00:01.000000 IP 10.0.0.1.40000 > 10.0.0.2.80: Flags [S], seq 5, win 64240, length 0
12:00:03.000000 IP 10.0.0.1.40000 > 10.0.0.2.80: Flags [S], seq 5, win 64240, length 0
`;

async function analyse(text: string): Promise<ConnectionAnalysis> {
  const { table } = await readOctets(new TextEncoder().encode(text));
  const [first] = analyseTable(table);
  if (!first) throw new Error("no connection");
  return first;
}

describe("the sentences of Why", () => {
  test("why an acknowledgment number is what it is, relative and as on the wire", async () => {
    const facts = factsAt(await analyse(CONSOLE), 2);
    expect(wordFacts(facts, "en", "relative").main).toContain(
      "ack 1 = seq 0 of segment 1 + 1: a SYN counts one.",
    );
    expect(wordFacts(facts, "en", "wire").main).toContain(
      "ack 284972258 = seq 284972257 of segment 1 + 1: a SYN counts one.",
    );
    expect(wordFacts(facts, "en", "hexadecimal").main).toContain(
      "ack 0x10fc54e2 = seq 0x10fc54e1 of segment 1 + 1: a SYN counts one.",
    );
  });

  test("what data takes of the sequence numbers", async () => {
    const facts = factsAt(await analyse(CONSOLE), 4);
    expect(wordFacts(facts, "en", "relative").main).toEqual([
      "The data is what the client’s application has given to send() or write().",
      "It carries 76 octets, numbers 1 to 76.",
      "ack 1 as before: it acknowledges nothing new.",
    ]);
    expect(wordFacts(facts, "en", "wire").main).toContain(
      "It carries 76 octets, numbers 284972258 to 284972333.",
    );
  });

  test("a FIN counts one, and which call is behind it cannot be told", async () => {
    const analysis = await analyse(CONSOLE);
    expect(wordFacts(factsAt(analysis, 6), "en", "relative").main).toEqual([
      "Behind it stands close(), shutdown() or the end of the program; the segment does not tell which.",
      "The FIN takes number 77.",
      "ack 1 as before: it acknowledges nothing new.",
    ]);
    expect(wordFacts(factsAt(analysis, 7), "en", "relative").main).toContain(
      "ack 78 = seq 77 of segment 6 + 1: a FIN counts one.",
    );
  });

  test("what came of the options, and the window in octets", async () => {
    const analysis = await analyse(CONSOLE);
    const { also } = wordFacts(factsAt(analysis, 2), "en", "relative");
    expect(also.slice(0, 3)).toEqual([
      "The client is to be sent at most 1,460 octets of data in one segment, the server 1,400 octets (MSS).",
      "Window scaling is in use: multiply the client’s windows by 128, the server’s by 128.",
      "Selective acknowledgments are in use: both ends permit them.",
    ]);
    expect(wordFacts(factsAt(analysis, 3), "en", "relative").also).toContain(
      "Window: 502 × 128 = 64,256 octets.",
    );
  });

  test("a repeated SYN, its wait, and that nothing can be known of the other end", async () => {
    expect(wordFacts(factsAt(await analyse(REPEATED_SYN), 3), "en", "relative").main).toEqual([
      "The client’s TCP sends it by itself: no call of the application is needed.",
      "The other end never says anything in this capture, so whether this segment arrived cannot be known.",
      "The same SYN once more (copy 3), 2.00 s after segment 2, twice the wait before.",
    ]);
  });
});

describe("the header figure", () => {
  const valuesAt = async (
    position: number,
    form: NumberForm = "relative",
  ): Promise<Record<string, string>> => {
    const fields = headerRows(await analyse(CONSOLE), position, HEADER, form).flat();
    return Object.fromEntries(
      fields.map(({ id, value, note }) => [id, note === "" ? value : `${value} | ${note}`]),
    );
  };

  test("the numbers of the wire in hexadecimal", async () => {
    expect(await valuesAt(1, "hexadecimal")).toMatchObject({
      sourcePort: "39002",
      sequenceNumber: "0x10fc54e1 | relative 0",
      acknowledgmentNumber: "0x00000000 | does not count: the ACK flag is 0",
    });
  });

  test("the fields of a SYN; its acknowledgment number does not count", async () => {
    expect(await valuesAt(1)).toEqual({
      sourcePort: "39002",
      destinationPort: "80",
      sequenceNumber: "284972257 | relative 0",
      acknowledgmentNumber: "0 | does not count: the ACK flag is 0",
      dataOffset: "8 | 8 × 4 = 32 octets",
      reserved: "0",
      AE: "0",
      CWR: "0",
      ECE: "0",
      URG: "0",
      ACK: "0",
      PSH: "0",
      RST: "0",
      SYN: "1",
      FIN: "0",
      window: "64240",
      checksum: "not kept",
      urgentPointer: "0",
      options: "10 octets",
      data: "0 octets",
    });
  });

  test("the ports change places with the direction, the window is scaled after the handshake", async () => {
    expect(await valuesAt(5)).toMatchObject({
      sourcePort: "80",
      destinationPort: "39002",
      acknowledgmentNumber: "284972334 | relative 77",
      window: "509 | × 128 = 65,152 octets",
      ACK: "1",
    });
  });

  test("a number that the text does not print is said to be worked out", async () => {
    expect((await valuesAt(3))["sequenceNumber"]).toBe(
      "284972258 | relative 1; worked out, not printed in the text",
    );
  });

  test("of the segments that prove an outcome as many are named as one can look at", async () => {
    const repeated = Array.from(
      { length: 40 },
      (_, minute) =>
        `12:${String(minute + 10)}:00.000000 IP 10.0.0.1.40000 > 10.0.0.2.80: Flags [S], seq 5, win 64240, length 0`,
    );
    const analysis = await analyse(repeated.join("\n"));
    const store = createSynfinStore(new SlowAnalyser());
    const page = renderToStaticMarkup(
      createElement(StoreContext, { value: store }, createElement(ConnectionOverview, { analysis })),
    );
    expect(page.match(/segment-link/gu)).toHaveLength(16);
    expect(page).toContain(`and ${analysis.verdict.evidence.length - 16} between these`);
    expect(page).toContain(`>${analysis.verdict.evidence.at(-1)}<`);
  });

  test("every row has all of its 32 bits, once", async () => {
    for (const row of headerRows(await analyse(CONSOLE), 1, HEADER, "relative")) {
      const bits = row.flatMap(({ bits: [first, last] }) =>
        Array.from({ length: last - first + 1 }, (_, i) => first + i),
      );
      expect(bits).toEqual(Array.from({ length: 32 }, (_, i) => i));
    }
  });
});
