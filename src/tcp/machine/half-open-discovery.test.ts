import { expect, test } from "vitest";
import { readText } from "../../testing/printed-segments.ts";
import { analyseCompact, moveWords } from "../../testing/story.ts";
import { analyseTable } from "../analyse-table.ts";
import { FATES } from "../analysis.ts";
import { statePath } from "../states.ts";

/** RFC 9293 figure 9 where the capture begins at the new SYN: the old connection was never seen. */
const DISCOVERY = `
12:00:00.000000 IP a.40000 > b.80: Flags [S], seq 4000000400, win 64240, length 0
12:00:00.010000 IP b.80 > a.40000: Flags [.], ack 1000000100, win 64240, length 0
12:00:00.020000 IP a.40000 > b.80: Flags [R], seq 1000000100, win 0, length 0`;
const RETRY = `
12:00:01.030000 IP a.40000 > b.80: Flags [S], seq 4000000400, win 64240, length 0
12:00:01.040000 IP b.80 > a.40000: Flags [S.], seq 300, ack 4000000401, win 64240, length 0
12:00:01.050000 IP a.40000 > b.80: Flags [.], ack 1, win 64240, length 0`;

test("an ACK that the SYN-SENT rejects proves nothing of the SYN and moves nobody", () => {
  const [analysis, ...others] = analyseTable(readText(DISCOVERY).table);
  expect(others).toEqual([]);
  expect(analysis && statePath(analysis, "server")).toEqual([]);
  expect(analysis?.provedBy[0]).toBe(0);
});

test("the attempt goes on after its RST: the repeated SYN is answered in the same connection", () => {
  const [analysis, ...others] = analyseTable(readText(DISCOVERY + RETRY).table);
  if (analysis === undefined) throw new Error("no connection");
  expect(others).toEqual([]);
  expect(statePath(analysis, "client")).toEqual(["CLOSED", "SYN-SENT", "ESTABLISHED"]);
  expect(statePath(analysis, "server")).toEqual(["LISTEN", "SYN-RECEIVED", "ESTABLISHED"]);
  // It came: something that the RST rejects answered it. It opened nothing.
  expect(FATES[analysis.fate[0] ?? 0]).toBe("lost-or-ignored");
});

test("a repeated SYN without any answer was lost or late", () => {
  const [syn] = DISCOVERY.trim().split("\n");
  const [analysis] = analyseTable(readText(`${syn}${RETRY}`).table);
  expect(FATES[analysis?.fate[0] ?? 0]).toBe("lost-or-late");
});

test("the RST that answers an unacceptable SYN,ACK leaves the attempt open (RFC 9293 3.10.7.3, first check)", () => {
  // 5000 is beyond SND.NXT, which is 1; the server ends its request.
  expect(moveWords(analyseCompact("cS sS./5000 cR@5000"), 3)).toEqual([
    "T09 server SYN-RECEIVED > LISTEN, assumed",
  ]);
  expect(moveWords(analyseCompact("cS sS. cR@1"), 3)).toEqual([
    "T15 client SYN-SENT > CLOSED, sent",
    "T09 server SYN-RECEIVED > LISTEN, assumed",
  ]);
});
