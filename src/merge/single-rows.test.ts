import { expect, test } from "vitest";
import { Mark } from "../segments/segment-table.ts";
import { Shown } from "../segments/witnessed-rows.ts";
import { FATES } from "../tcp/analysis.ts";
import { statePath } from "../tcp/states.ts";
import { compactTable } from "../testing/compact-notation.ts";
import { mergedAnalysis, mergedOf, mergedTables } from "../testing/two-captures.ts";
import type { MergedCapture } from "./merge-captures.ts";

const LOST = FATES.indexOf("lost");

/** What is told of the rows that one capture lacks, in the order of sending. */
function toldOfSingles({ witnessed, rows, table }: MergedCapture): string[] {
  const told: string[] = [];
  for (let row = 0; row < table.length; row++) {
    if (rows[0][row] >= 0 && rows[1][row] >= 0) continue;
    const shown = witnessed.shown[row] ?? 0;
    const has = (bit: number): boolean => (shown & bit) !== 0;
    told.push(
      has(Shown.NotSent) ? "injected" : has(Shown.NotCovered) ? "open" : has(Shown.Sent) ? "sent" : "missed",
    );
  }
  return told;
}

test("what a server answered came from its peer, although the peer's capture begins with the answer", () => {
  const client = "~1.02 sS./1 ~0.0001 c.@1/1 ~0.1 cP.@1+5/1 ~0.02 s.@1/6";
  const server = "~1.01 cS ~0.0001 sS. ~0.02 c. ~0.1 cP.+5 ~0.0001 s.";
  expect(toldOfSingles(mergedOf(client, server))).toEqual(["open"]);
});

test("a SYN that the sender's capture begins behind is no forged one: it may hold a later copy alone", () => {
  const client = "~2 cS:id2 ~0.02 sS. ~0.0001 c. ~0.1 cP.+5 ~0.02 s.";
  const server = "~1.01 cS:id1 ~1 cS@0:id2 ~0.0001 sS. ~0.02 c. ~0.1 cP.+5 ~0.0001 s.";
  expect(toldOfSingles(mergedOf(client, server))).toEqual(["open"]);
});

test("a SYN,ACK right before the numbers of the server, which its capture lacks, was missed there", () => {
  const client = "~1 cS ~0.02 sS. ~0.0001 c. ~0.1 cP.+5 ~0.02 s. ~0.1 sP.+7 ~0.0001 c.";
  const server = "~1.01 cS ~0.0201 c.@1/1 ~0.1 cP.@1+5/1 ~0.0001 s.@1/6 ~0.1 sP.@1+7/6 ~0.0201 c.@6/8";
  const merged = mergedOf(client, server);
  expect(toldOfSingles(merged)).toEqual(["missed"]);
  expect(statePath(mergedAnalysis(merged), "client")).toContain("ESTABLISHED");
});

test("a forged segment with the number that its sender goes on with is told as injected", () => {
  const client = "~1 cS ~0.02 sS. ~0.0001 c. ~0.1 cP.+5 ~0.02 s. ~0.5 cP.+9 ~0.02 s.";
  const server =
    "~1.01 cS ~0.0001 sS. ~0.02 c. ~0.1 cP.+5 ~0.0001 s. ~0.3 cF.@6/1 ~0.0001 s. ~0.2 cP.@6+9/1 ~0.0001 s.";
  expect(toldOfSingles(mergedOf(client, server))).toContain("injected");
});

test("between clocks that are free a row near the beginning of the other capture may lie before it", () => {
  // The other capture begins 4 ms behind the ACK as drawn, and the clocks are free within 20.
  const client = "~1 cS ~0.02 sS. ~0.0001 c. ~0.004 cP.+5 ~0.02 s.";
  const server = "~1.0343 cP.@1+5/1 ~0.0001 s.@1/6 ~0.0001 sP.@1+3/6";
  expect(toldOfSingles(mergedOf(client, server)).slice(0, 3)).toEqual(["open", "open", "open"]);
});

test("a handshake whose options were cut off in one capture is paired by its numbers", () => {
  const [client, server] = [
    compactTable("~1 cS:id1 ~0.02 sS.:id2 ~0.0001 c. ~0.1 cP.+5 ~0.02 s."),
    compactTable("~1.01 cS:id1 ~0.0001 sS.:id2 ~0.02 c. ~0.1 cP.+5 ~0.0001 s."),
  ];
  for (const row of [0, 1]) {
    server.marks[row] = (server.marks[row] ?? 0) | Mark.Truncated;
    server.optionsLength[row] = 0;
    client.window[row] = 1000;
  }
  expect(toldOfSingles(mergedTables(client, server))).toEqual([]);
});

test("which copy came is open where the first one was captured joined with others, and nothing tells them apart", () => {
  const client = "~1 cS ~0.02 sS. ~0.0001 c. ~0.1 c.+300 ~0.3 c.@101+100/1 ~0.04 s.@1/301";
  const server =
    "~1.01 cS ~0.0001 sS. ~0.02 c. ~0.1 c.+100 ~0.0001 c.@201+100/1 ~0.1 c.@101+100/1 ~0.2 c.@101+100/1 ~0.0001 s.@1/301";
  const { fate } = mergedAnalysis(mergedOf(client, server));
  expect([...fate]).not.toContain(LOST);
});
