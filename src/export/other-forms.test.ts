import fc from "fast-check";
import { expect, test } from "vitest";
import type { SegmentTable } from "../segments/segment-table.ts";
import { analyseTable } from "../tcp/analyse-table.ts";
import { FATES, type Fate } from "../tcp/analysis.ts";
import { exchangeOf } from "../testing/lab-exchange.ts";
import { readOctets } from "../testing/read-octets.ts";
import { analyseCompact, analyseText, story } from "../testing/story.ts";
import { csv } from "./csv.ts";
import { markdownTable } from "./markdown-table.ts";
import { mermaidDiagram } from "./mermaid.ts";
import { pcapOfConnection } from "./pcap.ts";

const CONSOLE = `
12:49:33.000000 IP 192.0.2.1.40000 > 192.0.2.2.80: Flags [S], seq 100, win 512, length 0
12:49:34.000000 IP 192.0.2.1.40000 > 192.0.2.2.80: Flags [S], seq 100, win 512, length 0
12:49:34.010000 IP 192.0.2.2.80 > 192.0.2.1.40000: Flags [R.], seq 0, ack 101, win 0, length 0
`;

const WORDS = {
  number: "No.",
  seconds: "s",
  sender: "from",
  client: "client",
  server: "server",
  flags: "flags",
  sequence: "seq",
  acknowledgment: "ack",
  length: "len",
  window: "win",
  or: (states: readonly string[]) => states.join(" or "),
};

function rowsOf(table: SegmentTable): object[] {
  return Array.from({ length: table.length }, (_, row) => ({
    time: table.timeBase.origin + BigInt(Math.round(table.time[row] ?? 0)),
    flow: table.flow[row],
    flags: table.flags[row],
    sequenceNumber: table.sequenceNumber[row],
    acknowledgmentNumber: table.acknowledgmentNumber[row],
    window: table.window[row],
    payloadLength: table.payloadLength[row],
  }));
}

test("a pcap of a connection, read again, has the same fields and tells the same story", async () => {
  const property = fc.asyncProperty(fc.integer(), async (seed) => {
    const simulated = exchangeOf(seed).table;
    const [analysis] = analyseTable(simulated);
    const file = analysis && pcapOfConnection(analysis);
    if (!analysis || !file) throw new Error("no pcap");
    const { table } = await readOctets(file);
    const [again] = analyseTable(table);
    expect(again && story(again)).toEqual(story(analysis));
    // A pcap made of what was read is the same pcap, and its rows the same rows.
    const second = again && pcapOfConnection(again);
    expect(second).toEqual(file);
    expect(rowsOf((await readOctets(second ?? file)).table)).toEqual(rowsOf(table));
  });
  await fc.assert(property, { numRuns: 100, seed: 20261121 });
});

test("no pcap is made of what does not tell addresses, ports or times", async () => {
  const named = await analyseText(CONSOLE.replaceAll("192.0.2.2.80", "server.http"));
  const timeless = await analyseText(CONSOLE.replaceAll(/^[\d:.]+ /gmu, ""));
  expect([named[0], timeless[0]].map((analysis) => analysis && pcapOfConnection(analysis))).toEqual([
    null,
    null,
  ]);
});

test("a Markdown table has a row a segment with both states", async () => {
  const [analysis] = await analyseText(CONSOLE);
  if (!analysis) throw new Error("no connection");
  const lines = markdownTable(analysis, WORDS, "a|b", "<b>").split("\n");
  expect(lines[0]).toBe(
    "| No. | s | from | flags | seq | ack | len | win | client a\\|b | server &lt;b\\> |",
  );
  expect(lines[2]).toBe("| 1 | 0.000000 | client | SYN | 0 |  | 0 | 512 | SYN-SENT | CLOSED |");
  expect(lines[4]).toBe("| 3 | 1.010000 | server | RST, ACK |  | 1 | 0 | 0 | CLOSED? | CLOSED |");
});

test("what lies before the base of relative numbers is below 0, as on the page", () => {
  // A capture from the middle whose second segment lies 100 octets before its first.
  const analysis = analyseCompact("mid cP.@1000+10 ~0.1 cP.@900+10 ~0.1 s.");
  expect(markdownTable(analysis, WORDS, "a", "b").split("\n")[3]).toContain("| -99 |");
  expect(mermaidDiagram(analysis, WORDS, "a", "b")).toContain("seq -99 ");
});

test("a Mermaid diagram has arrows, states as notes, and names that cannot leave their place", async () => {
  const [analysis] = await analyseText(CONSOLE);
  if (!analysis) throw new Error("no connection");
  const text = mermaidDiagram(analysis, WORDS, "x;\n  C->>S: no", "[2001:db8::1]:80");
  expect(text.split("\n").slice(0, 3)).toEqual([
    "sequenceDiagram",
    "  participant C as client x#59;#10;  C-#62;#62;S#58; no",
    "  participant S as server #91;2001#58;db8#58;#58;1#93;#58;80",
  ]);
  expect(text).toContain("  C->>S: SYN seq 0\n");
  expect(text).toContain("  Note left of C: SYN-SENT\n");
});

const ONE_DIRECTION = `
12:00:00.000000 IP 192.0.2.1.40000 > 192.0.2.2.80: Flags [S], seq 100, win 512, length 0
12:00:00.010000 IP 192.0.2.1.40000 > 192.0.2.2.80: Flags [.], seq 101, ack 501, win 512, length 0
12:00:00.020000 IP 192.0.2.1.40000 > 192.0.2.2.80: Flags [P.], seq 101:106, ack 601, win 512, length 5
12:00:00.100000 IP 192.0.2.1.40000 > 192.0.2.2.80: Flags [F.], seq 106, ack 601, win 512, length 0
`;

test("an end in one of two states has both names in Markdown and Mermaid", async () => {
  const [analysis] = await analyseText(ONE_DIRECTION);
  if (!analysis) throw new Error("no connection");
  const both = "LAST-ACK? or FIN-WAIT-1?";
  expect(markdownTable(analysis, WORDS, "a", "b")).toContain(`| ${both} | TIME-WAIT? or CLOSE-WAIT? |`);
  expect(mermaidDiagram(analysis, WORDS, "a", "b")).toContain(
    `  Note left of C: ${both.replaceAll("?", "#63;")}\n`,
  );
});

test("an arrow of Mermaid ends where the segment did, and is dotted where that is not certain", async () => {
  const [analysis] = await analyseText(CONSOLE);
  if (!analysis) throw new Error("no connection");
  const withFates = (...fates: readonly Fate[]): string[] =>
    mermaidDiagram(
      { ...analysis, fate: Uint8Array.from(fates, (fate) => FATES.indexOf(fate)) },
      WORDS,
      "a",
      "b",
    )
      .split("\n")
      .flatMap((line) => /^ {2}[CS](-\S+?)[CS]:/u.exec(line)?.[1] ?? []);
  expect(withFates("lost", "lost-or-ignored", "doubtful")).toEqual(["-x", "--x", "--x"]);
  expect(withFates("lost-or-late", "no-answer", "unknown")).toEqual(["--)", "--)", "--)"]);
  expect(withFates("delivered", "assumed", "duplicate")).toEqual(["->>", "->>", "->>"]);
});

test("CSV quotes as RFC 4180 says, and disarms formulas", () => {
  expect(csv([["a,b", 'say "x"', "=1+1", "-5", "@x", null, 7]])).toBe(
    `"a,b","say ""x""",'=1+1,-5,'@x,,7\r\n`,
  );
});
