import { describe, expect, test } from "vitest";
import { compactTable } from "../../testing/compact-notation.ts";
import { analyseCompact, epilogueWords, moveWords } from "../../testing/story.ts";
import { analyseTable } from "../analyse-table.ts";
import type { ConnectionAnalysis } from "../analysis.ts";

/** The moves at the last segment of an exchange in the compact notation of docs/state-machine.md section 12. */
function lastMoves(compact: string): string[] {
  const analysis = analyseCompact(compact);
  return moveWords(analysis, analysis.segments.length);
}

/** The moves at one segment of it. */
function movesAtSegment(compact: string, position: number): string[] {
  return moveWords(analyseCompact(compact), position);
}

function first(compact: string): ConnectionAnalysis {
  const [analysis] = analyseTable(compactTable(compact));
  if (analysis === undefined) throw new Error("no connection");
  return analysis;
}

describe("CLOSED", () => {
  test("a SYN that is sent shows the active OPEN and leads to SYN-SENT", () => {
    expect(lastMoves("cS")).toEqual(["T02 client CLOSED > SYN-SENT, sent"]);
  });

  test("a SYN that is refused does not move its receiver", () => {
    expect(movesAtSegment("cS sR.", 1)).toEqual(["T02 client CLOSED > SYN-SENT, sent"]);
    expect(first("cS sR.").initial.server.state).toBe("CLOSED");
  });

  test("a copy of a SYN that was refused opens nothing again", () => {
    expect(lastMoves("cS:id7 sR. ~0.3 cS:id7")).toEqual([]);
  });

  test("an ACK in answer to a SYN moves nothing if the other end sends a SYN then: split handshake", () => {
    const split = "cS s.@=400000/=1001 sS@=500000 cS.@0/1 s.@=500001";
    expect([1, 2, 3, 4, 5].flatMap((position) => movesAtSegment(split, position))).toEqual([
      "T02 client CLOSED > SYN-SENT, sent",
      "T02 server CLOSED > SYN-SENT, sent",
      "T05 client SYN-SENT > SYN-RECEIVED, proved",
      "T04 server SYN-SENT > ESTABLISHED, proved",
      "T06 client SYN-RECEIVED > ESTABLISHED, assumed",
    ]);
  });

  test("an old duplicate of a SYN shows no call: the client is in SYN-SENT for the next one (RFC 9293 figure 8)", () => {
    const moves = (compact: string): string[] =>
      [1, 2, 3].flatMap((position) => moveWords(first(compact), position));
    expect(moves("cS sS. cR cS* sS. c.")).toEqual([
      "T03 server LISTEN > SYN-RECEIVED, proved",
      "T09 server SYN-RECEIVED > LISTEN, assumed",
    ]);
    expect(first("cS sS. cR cS* sS. c.").initial.client.state).toBe("SYN-SENT");
    expect(first("cS sS. cR cS* sS. c.").epilogue).toEqual([]);
    expect(moves("cS sS. cR ~5 cS* sS. c.")).toContain("T15 client SYN-SENT > CLOSED, sent");
  });

  test("an end that answers a segment without ACK with RST,ACK has no connection (RFC 9293 section 3.10.7.1)", () => {
    expect(first("mid cF sR.@=0/=1002").initial.server.state).toBe("CLOSED");
    expect(first("mid cR.").initial.server.state).toBeNull();
  });

  test("with one direction captured a RST,ACK behind the SYN,ACK ends a connection, a bare RST a request", () => {
    expect(movesAtSegment("sS.@0/=1001 sR.@1/=1001", 2)).toEqual([
      "T41 server SYN-RECEIVED > ESTABLISHED, assumed",
      "T34 server ESTABLISHED > CLOSED, assumed",
      "T14 client SYN-SENT > CLOSED, assumed",
    ]);
    expect(movesAtSegment("sS.@0/=1001 sR@1", 2)[0]).toBe("T12 server SYN-RECEIVED > LISTEN, assumed");
  });

  test("nothing is said of a server that never speaks", () => {
    expect(first("cS ~1 cS").initial.server.state).toBeNull();
  });
});

describe("LISTEN", () => {
  test("a SYN that arrives leads to SYN-RECEIVED", () => {
    expect(movesAtSegment("cS sS.", 1)).toContain("T03 server LISTEN > SYN-RECEIVED, proved");
  });

  test("a SYN that was lost leads nowhere", () => {
    expect(movesAtSegment("cS ~1 cS sS. c.", 1)).toEqual(["T02 client CLOSED > SYN-SENT, sent"]);
    expect(movesAtSegment("cS ~1 cS sS. c.", 2)).toEqual(["T03 server LISTEN > SYN-RECEIVED, proved"]);
  });

  test("a SYN,ACK without its SYN shows that the SYN was not captured", () => {
    expect(movesAtSegment("sS.@0/=1001 c.@=1001/1", 1)).toContain("T40 server LISTEN > SYN-RECEIVED, gap");
  });
});

describe("SYN-SENT", () => {
  test("a SYN,ACK leads to ESTABLISHED", () => {
    expect(movesAtSegment("cS sS. c.", 2)).toEqual(["T04 client SYN-SENT > ESTABLISHED, proved"]);
  });

  test("a SYN,ACK of something never sent does not", () => {
    expect(movesAtSegment("cS sS./=77 cR ~1 cS sS.* c.", 2)).toEqual([
      "T40 server LISTEN > SYN-RECEIVED, gap",
    ]);
  });

  test("the peer's SYN leads to SYN-RECEIVED: simultaneous open", () => {
    expect(movesAtSegment("cS sS cS. sS.@0/1 cP.+5 s.", 2)).toEqual([
      "T02 server CLOSED > SYN-SENT, sent",
      "T05 server SYN-SENT > SYN-RECEIVED, proved",
      "T05 client SYN-SENT > SYN-RECEIVED, proved",
    ]);
  });

  test("a RST that acknowledges the SYN ends the attempt", () => {
    expect(lastMoves("cS sR.")).toEqual(["T14 client SYN-SENT > CLOSED, assumed"]);
  });

  test("a RST that acknowledges nothing does not", () => {
    expect(lastMoves("cS sR")).toEqual([]);
  });

  test("a RST of its own gives the attempt up", () => {
    expect(lastMoves("cS cR@1")).toEqual(["T15 client SYN-SENT > CLOSED, sent"]);
  });

  test("a RST that answers the SYN,ACK gives it up as well, and the SYN,ACK had no effect", () => {
    expect(movesAtSegment("cS sS. cR", 2)).toEqual([]);
    expect(lastMoves("cS sS. cR")).toEqual([
      "T15 client SYN-SENT > CLOSED, sent",
      "T09 server SYN-RECEIVED > LISTEN, assumed",
    ]);
  });

  test("the retransmission limit is only predicted", () => {
    const analysis = first("cS ~1 cS ~2 cS ~4 cS");
    expect(epilogueWords(analysis)).toEqual(["T16 client SYN-SENT > CLOSED, predicted"]);
    expect(analysis.epilogue[0]?.time).toBe(15e9);
  });

  test("the limit has run out when the capture goes on for long enough", () => {
    expect(epilogueWords(first("cS ~1 cS ~2 cS ports=5,6 ~60 cS"))).toEqual([
      "T16 client SYN-SENT > CLOSED, timer",
    ]);
  });

  test("anything but a SYN shows that the SYN,ACK came but was not captured", () => {
    expect(lastMoves("cS c./=500001")).toEqual([
      "T40 server unknown > SYN-RECEIVED, gap",
      "T39 client SYN-SENT > ESTABLISHED, gap",
      "T06 server SYN-RECEIVED > ESTABLISHED, assumed",
    ]);
  });
});

describe("SYN-RECEIVED", () => {
  test("an ACK leads to ESTABLISHED, as long as nothing speaks against it", () => {
    expect(lastMoves("cS sS. c.")).toEqual(["T06 server SYN-RECEIVED > ESTABLISHED, assumed"]);
  });

  test("the next segment that is no SYN,ACK proves it", () => {
    expect(movesAtSegment("cS sS. c. sP.+5", 3)).toEqual(["T06 server SYN-RECEIVED > ESTABLISHED, proved"]);
  });

  test("a repeated SYN,ACK disproves it", () => {
    expect(movesAtSegment("cS sS. c. ~1 sS. c.", 3)).toEqual([]);
  });

  test("with Fast Open the server speaks in SYN-RECEIVED", () => {
    expect(movesAtSegment("cS+10:tfo8 sS./11 sP.+20 c.", 3)).toEqual([]);
  });

  test("without Fast Open data shows that the ACK came but was not captured", () => {
    expect(lastMoves("cS sS. sP.+20")).toContain("T41 server SYN-RECEIVED > ESTABLISHED, gap");
  });

  test("in a simultaneous open the peer's SYN,ACK leads to ESTABLISHED", () => {
    expect(movesAtSegment("cS sS cS. sS.@0/1 cP.+5 s.", 4)).toEqual([
      "T07 server SYN-RECEIVED > ESTABLISHED, proved",
      "T07 client SYN-RECEIVED > ESTABLISHED, proved",
    ]);
  });

  test("an ACK that carries FIN passes ESTABLISHED", () => {
    expect(movesAtSegment("cS sS. cF. s.", 3)).toContain(
      "T08 server SYN-RECEIVED > ESTABLISHED > CLOSE-WAIT, proved",
    );
  });

  test("a FIN of its own leads to FIN-WAIT-1", () => {
    expect(movesAtSegment("cS sS. sF. c./2", 3)).toContain("T11 server SYN-RECEIVED > FIN-WAIT-1, assumed");
  });

  test("a RST takes a passive opener back to LISTEN and an active one to CLOSED", () => {
    expect(lastMoves("cS sS. cR")).toContain("T09 server SYN-RECEIVED > LISTEN, assumed");
    expect(lastMoves("cS sS sR@1")).toContain("T09 client SYN-RECEIVED > CLOSED, assumed");
  });

  test("a RST of its own refuses the completing ACK", () => {
    expect(lastMoves("cS sS. c. sR")).toEqual([
      "T12 server SYN-RECEIVED > LISTEN, assumed",
      "T32 client ESTABLISHED > CLOSED, assumed",
    ]);
  });

  test("the limit of the SYN,ACK is only predicted", () => {
    expect(epilogueWords(first("cS sS. ~1 sS. ~2 sS."))).toContain(
      "T13 server SYN-RECEIVED > LISTEN, predicted",
    );
  });

  test("a new SYN that is answered took it back to LISTEN", () => {
    expect(epilogueWords(first("cS sS. cS* sS. c."))).toContain("T10 server SYN-RECEIVED > LISTEN, proved");
  });
});

const HANDSHAKE = "cS sS. c.";

describe("ESTABLISHED", () => {
  test("a FIN that is sent leads to FIN-WAIT-1, one that arrives to CLOSE-WAIT", () => {
    expect(movesAtSegment(`${HANDSHAKE} cF. s.`, 4)).toEqual([
      "T18 client ESTABLISHED > FIN-WAIT-1, sent",
      "T19 server ESTABLISHED > CLOSE-WAIT, proved",
    ]);
  });

  test("a FIN whose data is missing has no effect until the hole is filled", () => {
    const hole = `${HANDSHAKE} c.+10 cF. ~0.3 s./1 c.@1+10 s.`;
    expect(movesAtSegment(hole, 5)).toEqual(["T18 client ESTABLISHED > FIN-WAIT-1, sent"]);
    expect(movesAtSegment(hole, 7)).toEqual(["T19 server ESTABLISHED > CLOSE-WAIT, proved"]);
  });

  test("a RST ends it", () => {
    expect(lastMoves(`${HANDSHAKE} cP.+5 s. cR.`)).toEqual([
      "T34 client ESTABLISHED > CLOSED, sent",
      "T32 server ESTABLISHED > CLOSED, assumed",
    ]);
  });

  test("a RST outside the window does not, nor does one that is challenged", () => {
    expect(movesAtSegment(`${HANDSHAKE} cP.+5 s. cR.@900000 cP.@6+5 s.`, 6)).toEqual([]);
    expect(movesAtSegment(`${HANDSHAKE} cP.+5 s. cR.@100 s. cP.@6+5 s.`, 6)).toEqual([]);
  });

  test("a RST after vain probes may be lost as they are", () => {
    expect(lastMoves(`${HANDSHAKE} cP.+10 ~10 c.@10 ~10 c.@10 ~10 cR.`)).toEqual([
      "T34 client ESTABLISHED > CLOSED, sent",
    ]);
  });

  test("a connection that the capture found open has its state by inference", () => {
    expect(first("mid c.+10 s.").initial.client).toEqual({
      state: "ESTABLISHED",
      basis: "gap",
      alternatives: [],
    });
  });

  test("a segment after a lone RST shows that the connection was open", () => {
    expect(lastMoves("mid sR. ~5 c.+10 sP.+20")).toContain("T42 server unknown > ESTABLISHED, gap");
  });

  test("the end that opens a new connection has left the old one", () => {
    const again = `${HANDSHAKE} cP.+10 s. ~60 cS* s.@=500001/=1011 cR@=1011 ~0.02 cS sS. c.`;
    expect(moveWords(first(again), 6)).toEqual(["T37 client ESTABLISHED > CLOSED, sent"]);
  });
});

describe("FIN-WAIT-1", () => {
  test("the ACK of the FIN leads to FIN-WAIT-2; nothing can prove it", () => {
    expect(lastMoves(`${HANDSHAKE} cF. s.`)).toEqual(["T20 client FIN-WAIT-1 > FIN-WAIT-2, assumed"]);
  });

  test("an ACK after which the FIN is repeated had not come", () => {
    expect(movesAtSegment(`${HANDSHAKE} cF. s. ~0.2 cF.@1 s.`, 5)).toEqual([]);
  });

  test("a FIN that does not acknowledge the own one leads to CLOSING", () => {
    expect(movesAtSegment(`${HANDSHAKE} cF.@1/1 sF.@1/1 c.@2/2 s.@2/2`, 5)).toEqual([
      "T18 server ESTABLISHED > FIN-WAIT-1, sent",
      "T21 server FIN-WAIT-1 > CLOSING, proved",
      "T21 client FIN-WAIT-1 > CLOSING, proved",
    ]);
  });

  test("a FIN that does passes FIN-WAIT-2 on its way to TIME-WAIT", () => {
    expect(movesAtSegment(`${HANDSHAKE} cF. sF. c.`, 5)).toEqual([
      "T26 server CLOSE-WAIT > LAST-ACK, sent",
      "T22 client FIN-WAIT-1 > FIN-WAIT-2 > TIME-WAIT, proved",
    ]);
  });

  test("a RST ends it", () => {
    expect(lastMoves(`${HANDSHAKE} cF. sR.`)).toContain("T32 client FIN-WAIT-1 > CLOSED, assumed");
  });

  test("giving up is only predicted", () => {
    expect(epilogueWords(first(`${HANDSHAKE} cF. ~0.2 cF.@1 ~0.4 cF.@1`))).toEqual([
      "T35 client FIN-WAIT-1 > CLOSED, predicted",
    ]);
  });
});

describe("FIN-WAIT-2", () => {
  test("a FIN leads to TIME-WAIT", () => {
    expect(movesAtSegment(`${HANDSHAKE} cF. s. sF. c.`, 6)).toContain(
      "T23 client FIN-WAIT-2 > TIME-WAIT, proved",
    );
  });

  test("the acknowledgment of a FIN that was not captured leads there as well", () => {
    expect(lastMoves(`${HANDSHAKE} cF. s. c.@2/2`)).toEqual([
      "T26 server CLOSE-WAIT > LAST-ACK, gap",
      "T23 client FIN-WAIT-2 > TIME-WAIT, gap",
      "T27 server LAST-ACK > CLOSED, assumed",
    ]);
  });

  test("data for a receiver that is gone is answered with a RST", () => {
    expect(lastMoves(`${HANDSHAKE} cF. s. ~0.3 sP.+10 cR`)).toEqual([
      "T34 client FIN-WAIT-2 > CLOSED, assumed",
      "T32 server CLOSE-WAIT > CLOSED, assumed",
    ]);
  });

  test("the FIN-WAIT-2 timer is only predicted, for nothing shows it", () => {
    expect(epilogueWords(first(`${HANDSHAKE} cF. s. ports=5,6 ~900 cS`))).toEqual([
      "T24 client FIN-WAIT-2 > CLOSED, predicted",
    ]);
  });
});

describe("CLOSE-WAIT", () => {
  test("a FIN that is sent leads to LAST-ACK", () => {
    expect(movesAtSegment(`${HANDSHAKE} cF. s. sF. c.`, 6)).toContain(
      "T26 server CLOSE-WAIT > LAST-ACK, sent",
    );
  });

  test("a RST that is sent leads to CLOSED", () => {
    expect(lastMoves(`${HANDSHAKE} cF. s. sR.`)).toEqual([
      "T34 server CLOSE-WAIT > CLOSED, sent",
      "T32 client FIN-WAIT-2 > CLOSED, assumed",
    ]);
  });

  test("a capture that begins with a FIN leaves open whether it was the second one", () => {
    const { ambiguousClose } = first("mid sF. c. cF. s.");
    expect(ambiguousClose).toEqual({ side: "server", from: 1, until: 3 });
  });
});

describe("CLOSING", () => {
  test("the ACK of the FIN leads to TIME-WAIT", () => {
    expect(lastMoves(`${HANDSHAKE} cF.@1/1 sF.@1/1 c.@2/2 s.@2/2`)).toEqual([
      "T25 client CLOSING > TIME-WAIT, assumed",
    ]);
  });

  test("a RST ends it", () => {
    expect(lastMoves(`${HANDSHAKE} cF.@1/1 sF.@1/1 sR.@2/2`)).toEqual([
      "T34 server CLOSING > CLOSED, sent",
      "T33 client CLOSING > CLOSED, assumed",
    ]);
  });
});

describe("LAST-ACK", () => {
  test("the ACK of the FIN leads to CLOSED; nothing can prove it", () => {
    expect(lastMoves(`${HANDSHAKE} cF. s. sF. c.`)).toEqual(["T27 server LAST-ACK > CLOSED, assumed"]);
  });

  test("a RST does too", () => {
    expect(lastMoves(`${HANDSHAKE} cF. s. sF. cR`)).toEqual([
      "T34 client FIN-WAIT-2 > CLOSED, assumed",
      "T33 server LAST-ACK > CLOSED, assumed",
    ]);
  });
});

describe("TIME-WAIT", () => {
  const closed = `${HANDSHAKE} cF. sF. c.`;

  test("the FIN again is acknowledged again", () => {
    expect(movesAtSegment(`${HANDSHAKE} cF. s. sF. c. ~0.2 sF.@1 c.`, 8)).toEqual([
      "T29 client TIME-WAIT > TIME-WAIT, assumed",
    ]);
  });

  test("2MSL later it is CLOSED: predicted, unless the capture goes on for long enough", () => {
    expect(epilogueWords(first(closed))).toEqual(["T28 client TIME-WAIT > CLOSED, predicted"]);
    expect(epilogueWords(first(`${closed} ports=5,6 ~80 cS`))).toEqual([
      "T28 client TIME-WAIT > CLOSED, timer",
    ]);
  });

  test("kernel timers run late: after 62 s nothing is claimed yet", () => {
    expect(epilogueWords(first(`${closed} ports=5,6 ~62 cS`))).toEqual([
      "T28 client TIME-WAIT > CLOSED, predicted",
    ]);
  });

  test("an exact RST ends it early: TIME-WAIT assassination", () => {
    expect(lastMoves(`${closed} sR@2`)).toEqual(["T31 client TIME-WAIT > CLOSED, assumed"]);
  });

  test("a new SYN that is answered ends it early", () => {
    expect(epilogueWords(first(`${HANDSHAKE} sF. c. cF. s. ~2 cS* sS. c.`))).toEqual([
      "T30 server TIME-WAIT > CLOSED, proved",
    ]);
  });
});
