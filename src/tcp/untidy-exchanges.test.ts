import { describe, expect, test } from "vitest";
import { compactTable } from "../testing/compact-notation.ts";
import { analyseCompact, fateWords } from "../testing/story.ts";
import { analyseTable } from "./analyse-table.ts";
import { endStatesAt, statePath } from "./states.ts";

/** The states of both ends, without those they start in. */
function paths(compact: string): string {
  const analysis = analyseCompact(compact);
  const path = (side: "client" | "server"): string => statePath(analysis, side).slice(1).join(" ");
  return `${path("client")} / ${path("server")}`;
}

/** What a segment says of its sender, or does not: `[exchange, states, why]`. */
const EXCHANGES = [
  [
    "cS sS. ~1 cS ~2 cS",
    "SYN-SENT / SYN-RECEIVED",
    "a client that repeats its SYN is in SYN-SENT: it never accepted the SYN,ACK (RFC 9293 3.8.1)",
  ],
  [
    "cS sS. ~0.02 sS.@=900000 c.@1/=500001 cP.@1+10/=500001 s.@=500001/=1011",
    "SYN-SENT ESTABLISHED / SYN-RECEIVED ESTABLISHED",
    "of two SYN,ACKs the one that the client acknowledges counts (3.10.7.3)",
  ],
  [
    "cS s.@=70000/=900 cR@=900 ~1 cS s.@=70000/=900 cR@=900",
    "SYN-SENT / ",
    "an ACK of something else than the SYN belongs to another connection, and the RST that answers it ends nothing",
  ],
  [
    "cS sS. c. cP.+10 s. cF@11 ~1 cP.@11+5 s./16",
    "SYN-SENT ESTABLISHED / SYN-RECEIVED ESTABLISHED",
    "a segment without ACK is dropped (3.10.7.4, fifth check)",
  ],
  [
    "cS sS. c. cF.@1 cP.@1+20 s./21",
    "SYN-SENT ESTABLISHED / SYN-RECEIVED ESTABLISHED",
    "a FIN at the number of data that was acknowledged is none of the stream",
  ],
  [
    "cS sS. c. cP.+6 s. cF.@6 sP.+5",
    "SYN-SENT ESTABLISHED / SYN-RECEIVED ESTABLISHED",
    "nor is one at the last octet of data that was acknowledged before",
  ],
  [
    "cS sS. c. cP.+5 s. cF. s. ~0.5 cP.@6+100 s.@1/7 sF.@1/7 c.@7",
    "SYN-SENT ESTABLISHED FIN-WAIT-1 FIN-WAIT-2 TIME-WAIT / SYN-RECEIVED ESTABLISHED CLOSE-WAIT LAST-ACK CLOSED",
    "data at the number of a FIN that was acknowledged is ignored (3.10.7.4, seventh check)",
  ],
  [
    "cS sS. c. cP.+5 s. cF. s. cP.@2+5 cF.@6 s.@1/7",
    "SYN-SENT ESTABLISHED FIN-WAIT-1 FIN-WAIT-2 / SYN-RECEIVED ESTABLISHED CLOSE-WAIT",
    "and what is wrong behind such a FIN leaves its copies FINs",
  ],
  [
    "mid c.@1/1 c.@1/210 ~0.2 cS@0 s.@210/1 sF.@210/1 c.@1/211",
    "CLOSE-WAIT / FIN-WAIT-1 FIN-WAIT-2",
    "a SYN that the peer does not answer, though it speaks, is a copy that came into the connection that it opened (RFC 5961 4.2)",
  ],
  [
    "cS sS. c. ~0.0002 cR. ~0.03 sR@1",
    "SYN-SENT ESTABLISHED CLOSED / SYN-RECEIVED ESTABLISHED CLOSED",
    "a bare RST behind the client's own RST refuses a copy of the ACK, not the ACK (3.10.7.1)",
  ],
  [
    "cS sS. c. sS@0 c.@1/1 cP.+5 s.",
    "SYN-SENT ESTABLISHED / SYN-RECEIVED ESTABLISHED",
    "a SYN behind the SYN,ACK of its sender makes no simultaneous open, whatever its number (3.10.7.4, fourth check)",
  ],
  [
    "cS sS@=7000000 sS.@=500000 c.@1/=500001 cP.@1+5/=500001 s.@=500001/=1006",
    "SYN-SENT ESTABLISHED / SYN-RECEIVED ESTABLISHED",
    "nor does one before it, if the SYN,ACK has another ISS",
  ],
  [
    "sS@=7000000 cS sS.@=500000 c.@1/=500001 cP.@1+5/=500001 s.@=500001/=1006",
    "SYN-SENT ESTABLISHED / SYN-RECEIVED ESTABLISHED",
    "not even as the first segment: the other end is the client",
  ],
  [
    "cS sS. c. cP.+5 s. sS.@=9500000/=7777777 c.@6/=500001 cP.@6+5/=500001 s.@=500001/=1011",
    "SYN-SENT ESTABLISHED / SYN-RECEIVED ESTABLISHED",
    "a SYN,ACK to an open connection is stray, too (RFC 5961 4.2)",
  ],
  [
    "mid cP.@100+5/=200 s.@=200/=1105 sS@=9500000 c.@105/=200 cP.@105+5/=200 s.@=200/=1110",
    " / ",
    "and a SYN where the opening was not captured",
  ],
  [
    "cS s.@=700000/=1500 cR@=1500 ~1 cS sS.@=500000 c.@1/=500001 cP.@1+700/=500001 s.@=500001/=1701",
    "SYN-SENT ESTABLISHED / SYN-RECEIVED ESTABLISHED",
    "an ACK of what was not sent yet proves no SYN, although it is sent later (3.10.7.3, first check)",
  ],
  [
    "cS sS. cR ~1 sS. cR",
    "SYN-SENT CLOSED / SYN-RECEIVED LISTEN",
    "a repeated SYN,ACK opens no request again",
  ],
  [
    "cS sS. ~0.001 c. ~0.001 sS. c. sP.+5",
    "SYN-SENT ESTABLISHED / SYN-RECEIVED ESTABLISHED",
    "a SYN,ACK again, sooner than any timer, contradicts no ACK (RFC 6298)",
  ],
  [
    "cS sS. c. cF. s. cR@1",
    "SYN-SENT ESTABLISHED FIN-WAIT-1 CLOSED / SYN-RECEIVED ESTABLISHED CLOSE-WAIT CLOSED",
    "a bare RST with the number of its sender's FIN answers what was sent before the FIN was acknowledged (3.10.7.1)",
  ],
  [
    "cS sS. c. cF. s. sF. c. sR@1",
    "SYN-SENT ESTABLISHED FIN-WAIT-1 FIN-WAIT-2 TIME-WAIT / SYN-RECEIVED ESTABLISHED CLOSE-WAIT LAST-ACK CLOSED",
    "TIME-WAIT takes a RST at RCV.NXT only (RFC 5961 3.2)",
  ],
  [
    "cS sS. ~1 sS. cR",
    "SYN-SENT CLOSED / SYN-RECEIVED LISTEN",
    "who refuses one copy of the SYN,ACK accepted none",
  ],
] as const;

/** Of one direction: who closed first is read from what the captured end acknowledges. */
const ONE_DIRECTION = [
  [
    "cS c./=500001 cP.+5/=500001 cF./=500001",
    "SYN-SENT ESTABLISHED FIN-WAIT-1 / ESTABLISHED CLOSE-WAIT",
    "it had taken nothing, and so no FIN",
  ],
  [
    "cS c./=500001 cP.+5/=500101 cF./=500102",
    "SYN-SENT ESTABLISHED CLOSE-WAIT LAST-ACK / ESTABLISHED FIN-WAIT-1 FIN-WAIT-2 TIME-WAIT",
    "the last that it took is a single number: the FIN",
  ],
  [
    "cS c./=500001 cP.+5/=500101 c./=500102 cF./=500102",
    "SYN-SENT ESTABLISHED CLOSE-WAIT LAST-ACK / ESTABLISHED FIN-WAIT-1 FIN-WAIT-2 TIME-WAIT",
    "the FIN acknowledges what it had taken before",
  ],
  [
    "cS c./=500001 cP.+5/=500101 cF./=500101 ~1 cF.@6/=500101 c./=500201",
    "SYN-SENT ESTABLISHED FIN-WAIT-1 / ESTABLISHED",
    "it takes more behind its first FIN: it closed first",
  ],
  [
    "cS c./=500001 cP.+5/=500101 cF./=500101",
    "SYN-SENT ESTABLISHED / ESTABLISHED",
    "the FIN may be in what it took: neither is told",
  ],
  [
    "sS.@0/=1001 sR",
    " / SYN-RECEIVED LISTEN",
    "of a SYN,ACK that is all there is, nothing tells that it came",
  ],
] as const;

describe("where one direction was captured", () => {
  test.each(ONE_DIRECTION)("%s: %s (%s)", (compact, expected) => {
    expect(paths(compact)).toBe(expected);
  });

  test("a client that goes on was answered: its SYN came, one before it was lost or late", () => {
    expect(fateWords(analyseCompact("cS ~1 cS c./=500001")).slice(0, 2)).toEqual([
      "lost-or-late",
      "delivered@2 proved by 3",
    ]);
  });

  test("a client that never goes on was never answered", () => {
    expect(fateWords(analyseCompact("cS ~1 cS cR"))).toEqual(["no-answer", "no-answer", "delivered@3"]);
  });

  test("a state that may be one of two is told as both", () => {
    const { client } = endStatesAt(analyseCompact("cS c./=500001 cP.+5/=500101 cF./=500101"), 4);
    expect([client.state, client.alternatives]).toEqual([null, ["LAST-ACK", "FIN-WAIT-1"]]);
  });
});

test("no SYN,ACK is a new SYN of the other end: without a captured SYN the end of the old connection is a gap", () => {
  const table = compactTable("cS sS. c. cP.+5 s. ~90 sS.@=9500000/=7777777 c.@=7777777/=9500001");
  const [before] = analyseTable(table);
  const closed = [...(before?.moves ?? []), ...(before?.epilogue ?? [])].filter(
    ({ arrow }) => arrow === "T37",
  );
  expect(closed.map(({ basis }) => basis)).toEqual(["gap"]);
});

describe("an exchange that is not tidy", () => {
  test.each(EXCHANGES)("%s: %s (%s)", (compact, expected) => {
    expect(paths(compact)).toBe(expected);
  });
});
