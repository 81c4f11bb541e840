import { describe, expect, test } from "vitest";
import { compactTable } from "../testing/compact-notation.ts";
import { moveWords } from "../testing/story.ts";
import { analyseTable } from "./analyse-table.ts";
import { statePath } from "./states.ts";

/** The moves at a position of the only connection, or of the one that is named. */
function movesAt(compact: string, position: number, connection = 0): string {
  const analysis = analyseTable(compactTable(compact))[connection];
  return analysis === undefined ? "no such connection" : moveWords(analysis, position).join("; ");
}

const OPEN = "cS sS. c. cP.+20 s.";

/** What a RST shows of the end that it names as its sender: `[exchange behind OPEN, moves at the RST, why]`. */
describe("a RST that the end it names may not have sent", () => {
  test.each([
    [
      "cR@21",
      "T34 client ESTABLISHED > CLOSED, sent; T32 server ESTABLISHED > CLOSED, assumed",
      "at SND.NXT",
    ],
    ["cR@7", "T34 client ESTABLISHED > CLOSED, assumed", "in the middle of what was acknowledged at once"],
    ["cR.@7", "T34 client ESTABLISHED > CLOSED, assumed", "nor does an abort stand there"],
    [
      "cP.+5 cR@21",
      "T34 client ESTABLISHED > CLOSED, sent; T32 server ESTABLISHED > CLOSED, assumed",
      "at a number that the peer has acknowledged, as a refusal has it",
    ],
    [
      "cR@21 ~0.3 cR.@21",
      "T32 server ESTABLISHED > CLOSED, assumed",
      "before its own abort the end was open yet (RFC 9293 3.10.5)",
    ],
    [
      "cR.@21 ~0.3 cR@21",
      "T34 client ESTABLISHED > CLOSED, sent; T32 server ESTABLISHED > CLOSED, assumed",
      "behind its abort it refuses what comes",
    ],
  ])("%s: %s (%s)", (rest, moves) => {
    const reset = 6 + Number(rest.startsWith("cP"));
    expect(movesAt(`${OPEN} ${rest}`, reset)).toBe(moves);
  });

  test("one that refuses a SYN,ACK whose SYN nobody saw shows no attempt: it may answer backscatter", () => {
    expect(movesAt("sS./1 cR@1", 2)).toContain("T15 client SYN-SENT > CLOSED, assumed");
    expect(movesAt("cS sS. cR@1", 3)).toContain("T15 client SYN-SENT > CLOSED, sent");
  });
});

test.each([
  ["cS sR.@=7/2", 0, "it is more than was sent"],
  ["cS sS. c. cP.+20 sR.@1/21 ~0.5 s./1 sP.+4/1", 0, "its sender goes on"],
  ["cS sS. c. cP.+20 sR.@1/21", 5, "its sender leaves with it"],
])("%s: proof of the last segment before the RST: %i (%s)", (compact, proof) => {
  const [analysis] = analyseTable(compactTable(compact));
  const reset = compact.split(" ").findIndex((word) => word.startsWith("sR"));
  expect(analysis?.provedBy[reset - 1]).toBe(proof);
});

describe("a SYN that the end it names may not have sent", () => {
  test("challenged by the open connection, and nothing came of it: it is assumed that it opens anew", () => {
    expect(movesAt(`${OPEN} cS@=9000000 s./=1021`, 6)).toBe("T37 client ESTABLISHED > CLOSED, assumed");
    expect(movesAt(`${OPEN} cS@=9000000 s./=1021`, 1, 1)).toContain("T02 client CLOSED > SYN-SENT, assumed");
  });

  test.each([
    ["cR@=500001", "refuses the challenge, as in SYN-SENT (RFC 9293 figure 10)"],
    ["~1 cS@=9000000", "sends its SYN again"],
    ["~1 cS@=9000000 sS.", "is answered"],
  ])("its sender %s: it was sent (%s)", (rest) => {
    expect(movesAt(`${OPEN} cS@=9000000 s./=1021 ${rest}`, 6)).toBe("T37 client ESTABLISHED > CLOSED, sent");
    expect(movesAt(`${OPEN} cS@=9000000 s./=1021 ${rest}`, 1, 1)).toContain(
      "T02 client CLOSED > SYN-SENT, sent",
    );
  });

  test("an end whose SYN,ACK has another number opened passively, whoever answers the SYN", () => {
    expect(movesAt("cS sS@=9000 cS.@=1000/=9001 sS.@=600000/=1001", 2)).toContain(
      "T02 server CLOSED > SYN-SENT, assumed",
    );
    expect(movesAt("cS sS cS.@0 sS.@0", 2)).toContain("T02 server CLOSED > SYN-SENT, sent");
  });

  const CLOSED = "cS sS. c. cF. s. sF. c.";

  test("a TIME-WAIT that answers it with an ACK is no new connection, but one that opens anew is", () => {
    const [only, ...others] = analyseTable(compactTable(`${CLOSED} ~0.5 sS@=500004 c./=500002 sR@=500002`));
    expect(others).toEqual([]);
    expect(only && statePath(only, "client").slice(-2)).toEqual(["TIME-WAIT", "CLOSED"]);
    expect(analyseTable(compactTable(`${CLOSED} ~0.5 cS* sS.`))).toHaveLength(2);
  });

  test("nor is one that its sender's timer repeats part of the connection before", () => {
    const again = `${CLOSED} ~0.5 sS@=500004 c./=500002 sR@=500002 ~1`;
    expect(analyseTable(compactTable(`${again} sS@=500004`))).toHaveLength(2);
    expect(analyseTable(compactTable(`${again} sS@=500004 cS.`))).toHaveLength(2);
  });
});
