import { describe, expect, test } from "vitest";
import { compactTable } from "../../testing/compact-notation.ts";
import { analyseTable } from "../analyse-table.ts";

/** `outcome [evidence] opening closing` of the first connection of an exchange in the compact notation. */
function verdictOf(compact: string): string {
  const [analysis] = analyseTable(compactTable(compact));
  if (analysis === undefined) throw new Error("no connection");
  const { outcome, evidence, opening, closing } = analysis.verdict;
  return `${outcome} [${evidence.join()}] ${opening} ${closing}`;
}

/** RFC 9293 section 3.10.7.3: only an acceptable RST, one that acknowledges the SYN, refuses it. */
const ATTEMPTS = [
  ["cS sR.", "refused [1,2] syn-only none", "it acknowledges the SYN"],
  ["cS cS sR.", "refused [2,3] syn-only none", "the last copy before it"],
  ["cS+10 sR./11", "refused [1,2] syn-only none", "with its data"],
  ["cS+10 sR./1", "refused [1,2] syn-only none", "without its data"],
  ["cS sR./=77", "no-answer [1,2] syn-only none", "it acknowledges something else: the SYN stands"],
  ["cS sR", "no-answer [1,2] syn-only none", "it acknowledges nothing"],
  ["cS", "no-answer [1] syn-only none", "nothing came"],
  ["cS ~1 cS", "no-answer [1,2] syn-only none", "nothing came twice"],
  ["cS cR@1", "abandoned-by-client [1,2] syn-only rst", "the client gave it up"],
  ["cS s.", "half-open [1] syn-only none", "a challenge ACK opens nothing"],
  ["cS sS.", "half-open [2] three-way none", "the completing ACK is missing"],
  ["cS sS. sR.", "reset-by-server-during-handshake [2,3] three-way rst", "the server gave it up"],
  ["cS sS. cR", "reset-by-client-during-handshake [2,3] three-way rst", "RFC 9293 figure 11"],
] as const;

/** A capture that begins inside a connection shows no attempt: no RST in it refuses one. */
const WITHOUT_BEGINNING = [
  ["mid cP.+5 sR.", "reset-by-server [2] not-captured rst", "an abort of an end that was silent before"],
  ["mid cF. sR.", "reset-by-server [1,2] not-captured fin-then-rst", "as the answer to a FIN"],
  [
    "sS.@0/=1001 cR.",
    "reset-by-client-during-handshake [1,2] partly-captured rst",
    "as the answer to a SYN,ACK",
  ],
  ["mid cR.", "reset-by-client [1] not-captured rst", "alone"],
  [
    "c.@11/1 c.@10/1 c.@10/1 c.@10/1 cR.@11/1",
    "reset-by-client [5] not-captured rst",
    "keep-alives whose answers were not captured",
  ],
  ["mid c. cP.+5", "one-direction-captured [1] not-captured none", "one end is never heard"],
  ["sS.@0/=1001 c.@=1001/1", "open [2] partly-captured none", "the SYN is missing"],
] as const;

const OPENINGS = [
  ["cS sS. c.", "open [3] three-way none", "RFC 9293 figure 6"],
  ["cS sS. cP.+5 s.", "open [3,4] three-way none", "data completes the handshake"],
  ["cS+10 sS./11 c.@11", "open [3] fast-open none", "RFC 7413: the SYN,ACK takes the data of the SYN"],
  ["cS+10 sS./1 c.+10", "open [3] three-way none", "it does not take them"],
  ["cS+10 ~1 cS sS./11 c.@11", "open [4] fast-open none", "one of two SYNs had data"],
  ["cS:tfo sS.:tfo8 c.", "open [3] three-way none", "a request for a cookie is no data"],
  ["cS sS cS. sS.@0/1 cR.", "reset-by-client [5] simultaneous-open rst", "RFC 9293 figure 7"],
  [
    "cS sS cS. sS.@0/1 ~1 sS.@0/1 c. s.",
    "open [6,7] simultaneous-open none",
    "a SYN,ACK that comes again takes nothing back",
  ],
  [
    "cS sS./=77 cR ~1 cS sS.* c. cP.+5 s.",
    "open [6,8] three-way none",
    "RFC 9293 section 3.5.1: what answers an old SYN is reset, and the SYN comes again",
  ],
] as const;

/** RFC 9293 section 3.8.4: a TCP that gives up its keep-alives ends the connection. */
const KEPT_ALIVE = [
  ["~75 c.@10 ~75 c.@10 ~75 c.@10 ~75 cR.@11", "keep-alive-limit [6,7,8,9] three-way rst", "nobody answers"],
  [
    "~75 c.@10 s. ~75 c.@10 ~75 c.@10 ~75 c.@10 ~75 cR.@11",
    "keep-alive-limit [8,9,10,11] three-way rst",
    "nobody answers the last ones",
  ],
  [
    "~75 c.@10+1 ~75 c.@10+1 ~75 c.@10+1 ~75 cR.@11",
    "keep-alive-limit [6,7,8,9] three-way rst",
    "each with an octet",
  ],
  [
    "sF. c. ~75 c.@10 ~75 c.@10 ~75 c.@10 ~75 cR.@11",
    "keep-alive-limit [8,9,10,11] three-way fin-then-rst",
    "half-closed",
  ],
  ["~75 c.@10 ~75 c.@10 ~75 cR.@11", "reset-by-client [8] three-way rst", "two say nothing yet"],
  ["~75 c.@10 ~75 c.@10 ~75 c.@10 s. ~75 cR.@11", "reset-by-client [10] three-way rst", "they were answered"],
  ["~75 c.@10 ~75 c.@10 ~75 c.@10 sR.", "reset-by-server [9] three-way rst", "with a RST of the other end"],
] as const;

const CLOSES = [
  ["cS sS. c. cF. s. sF. c.", "complete [4,5,6,7] three-way four-segments", "RFC 9293 figure 12"],
  ["cS sS. c. cF. sF. c.", "complete [4,5,6] three-way three-segments", "ACK and FIN in one"],
  ["cS sS. c. cF. sF./1 c. s.", "complete [4,5,6,7] three-way simultaneous", "RFC 9293 figure 13"],
  ["cS sS. c. cF. s.", "half-closed-by-client [4,5] three-way one-side-only", "the other end goes on"],
  [
    "cS sS. c. cF. ~1 cF.@1",
    "close-unanswered-by-client [4,5] three-way one-side-only",
    "nobody acknowledges",
  ],
  ["cS sS. c. cF. s. cR@2", "reset-by-client [4,6] three-way fin-then-rst", "it closed, then aborted"],
  [
    "cS sS. c. cF. sF./1 cR.",
    "closed-then-reset-by-client [4,5,6] three-way fin-then-rst",
    "both had closed",
  ],
  ["cS sS. c. cR.", "reset-by-client [4] three-way rst", "RFC 9293 section 3.10.5"],
  [
    "cS sS. c. sR@2 cP.+10",
    "reset-by-server [4] three-way rst",
    "RFC 5961: in the window, and nobody challenges it",
  ],
  ["cS sS. c. cP.+10 cR@1 s./11", "reset-by-client [5] three-way rst", "an ACK that crossed the RST"],
] as const;

describe.each([
  ["an attempt", ATTEMPTS],
  [
    "a connection kept alive",
    KEPT_ALIVE.map(([compact, said, why]) => [`cS sS. c. cP.+10 s. ${compact}`, said, why] as const),
  ],
  ["without its beginning", WITHOUT_BEGINNING],
  ["an opening", OPENINGS],
  ["a close", CLOSES],
] as const)("%s", (_name, rows) => {
  test.each<readonly [string, string, string]>(rows)("%s: %s (%s)", (compact, expected) => {
    expect(verdictOf(compact)).toBe(expected);
  });
});

test("a RST that cannot be believed leaves state and outcome of one mind", () => {
  const [analysis] = analyseTable(compactTable("cS sR./=77"));
  expect(analysis?.moves.map(({ arrow }) => arrow)).toEqual(["T02"]);
  expect(analysis?.verdict.outcome).not.toBe("refused");
});

test("an end that aborts a connection of which the beginning is missing is CLOSED afterwards", () => {
  const [analysis] = analyseTable(compactTable("mid cP.+5 sR."));
  expect(analysis?.moves.map(({ arrow, side }) => `${arrow} ${side}`)).toEqual(["T34 server", "T32 client"]);
});

/** What Zeek's documentation of conn_state says of control bits alone; scripts/checks/outcomes.mjs holds it against Zeek. */
const ZEEK = [
  ["cS", "S0", "an attempt without answer"],
  ["cS c. cP.+5", "S0", "of which only one end is seen"],
  ["cS sR.", "REJ", "rejected"],
  ["cS sS.", "S1", "Zeek takes a SYN,ACK for an open connection"],
  ["cS sS. c. cP.+5 s.", "S1", "open, not ended"],
  ["cS sS cS. sS.@0/1 c.", "S1", "opened by both"],
  ["cS sS. c. cF. s.", "S2", "only the originator closed"],
  ["cS sS. c. sF. c.", "S3", "only the responder closed"],
  ["cS sS. c. cF. s. sF. c.", "SF", "ended normally"],
  ["cS sS. c. cF. sF.", "SF", "two FINs are enough"],
  ["cS sS. c. cF. s. sF. cR", "SF", "a RST after both FINs changes nothing"],
  ["mid cP.+5 s. cF. s. sF. c.", "SF", "even without a SYN"],
  ["cS sS. c. cR.", "RSTO", "the originator aborted"],
  ["cS sS. cR", "RSTO", "after the SYN,ACK"],
  ["cS sS. c. sF. cR.", "RSTO", "after a FIN of the other"],
  ["cS sS. c. sR.", "RSTR", "the responder aborted"],
  ["cS sS. sR.", "RSTR", "before the handshake was complete"],
  ["cS sS. c. cF. sR.", "RSTR", "after a FIN of the other"],
  ["cS cR@1", "RSTOS0", "SYN and RST, no answer"],
  ["mid cR.", "RSTOS0", "a RST alone"],
  ["sS.@0/=1001 sR.@1/=1001", "RSTRH", "SYN,ACK and RST, no SYN"],
  ["mid sR.", "RSTRH", "a RST of the responder alone"],
  ["cS cF.@1/0", "SH", "SYN and FIN, no answer"],
  ["mid cF. s.", "SH", "a FIN, and nothing but ACKs of the other"],
  ["sS.@0/=1001 sF.@1/=1001", "SHR", "SYN,ACK and FIN, no SYN"],
  ["mid sF. c.", "SHR", "a FIN of the responder"],
  ["mid c. s.", "OTH", "no SYN at all"],
  ["sS.@0/=1001", "OTH", "a SYN,ACK alone"],
  ["cS s.", "S0", "some hosts acknowledge a SYN before they answer it"],
  ["cS sP.+5/1", "OTH", "but that is no data"],
  ["cS sS. c. cF. cR@2 sF. c.", "SF", "a RST behind the sender's own FIN is taken back by the other's FIN"],
  ["mid sF. c. sR. c./2 cF. s.", "SF", "even without a SYN"],
  ["cS sS. c. cF. cR@2 s.", "RSTO", "not by an ACK"],
  ["cS sS. c. ~1 sR. cF.", "RSTR", "nor where no FIN was before the RST"],
  ["cS sS. c. cR. sR.@1/1", "REJ", "a RST of both without data"],
  ["cS cR@1 sR.", "REJ", "without a handshake, too"],
  ["cS sS. cP.+10 cR. sR.", "RSTR", "not if there was data"],
  ["cS. sS. c. cP.+5 cR. s.", "REJ", "a RST to an end that has sent nothing but a SYN,ACK first"],
  ["mid c. cS", "S0", "a SYN behind an ACK of the same end begins an attempt"],
  ["mid c. cS.", "OTH", "a SYN,ACK does not"],
  ["mid c. cF. s. cS", "SH", "nor a SYN behind a FIN"],
  ["mid c. cR.", "RSTOS0", "a RST behind an ACK of the same end"],
  ["mid c. c.", "OTH", "ACKs of one end"],
  ["mid cP.+10 cF. sF. c. ~0.3 sF.@1", "SF", "a FIN that comes again changes nothing"],
] as const;

test.each(ZEEK)("Zeek calls %s %s: %s", (compact, expected) => {
  const [analysis] = analyseTable(compactTable(compact));
  expect(analysis?.verdict.zeek).toBe(expected);
});
