import { describe, expect, it } from "vitest";
import { readText } from "../../testing/printed-segments.ts";
import { STATE_CASES, tableOfCase } from "../../testing/state-cases.ts";
import { analyseTable } from "../analyse-table.ts";
import type { ConnectionAnalysis } from "../analysis.ts";
import type { Verdict } from "../verdict.ts";

function analyseCase(id: string): ConnectionAnalysis {
  const stateCase = STATE_CASES.find((candidate) => candidate.id === id);
  const [analysis] = stateCase === undefined ? [] : analyseTable(tableOfCase(stateCase));
  if (analysis === undefined) throw new Error(`no case ${id}`);
  return analysis;
}

function verdictOf(id: string): Verdict {
  return analyseCase(id).verdict;
}

describe("evidence of an outcome", () => {
  it.each([
    ["A09", "refused", [1, 2]],
    ["A04", "no-answer", [1, 2, 3, 4, 5, 6, 7]],
    ["C01", "complete", [4, 5, 6, 7]],
    ["C03", "complete", [4, 5, 6]],
    ["C09", "close-unanswered-by-client", [4, 5, 6, 7, 8]],
    ["C29", "half-closed-by-client", [4, 5]],
    ["C13", "close-not-finished", [4, 5, 6, 7, 8]],
    ["C19", "reset-by-server", [6]],
    ["C25", "closed-then-reset-by-client", [4, 6, 7]],
    ["A12", "reset-by-client-during-handshake", [2, 3]],
    ["A28", "half-open", [2, 3, 4, 5, 6, 7]],
    ["A11", "abandoned-by-client", [1, 2]],
  ])("%s %s rests on %j", (id, outcome, evidence) => {
    expect(verdictOf(id)).toMatchObject({ outcome, evidence });
  });
});

describe("Zeek's conn_state", () => {
  it.each([
    ["A09", "REJ"],
    ["A04", "S0"],
    ["A11", "RSTOS0"],
    ["A01", "S1"],
    ["C29", "S2"],
    ["C01", "SF"],
    ["C17", "RSTO"],
    ["C19", "RSTR"],
    ["D01", "SF"],
    ["D07", "SH"],
    ["D04", "RSTRH"],
    ["C25", "SF"],
  ])("%s is %s", (id, zeek) => {
    expect(verdictOf(id).zeek).toBe(zeek);
  });
});

describe("octets of data", () => {
  it("count a repeated segment once and the SYN and FIN not at all", () => {
    expect(verdictOf("B05").payload).toEqual({ client: 10, server: 0 });
    expect(verdictOf("C05").payload).toEqual({ client: 5, server: 20 });
    expect(verdictOf("A21").payload).toEqual({ client: 10, server: 0 });
  });

  it("count what passes 2^32, and not what the capture missed", () => {
    expect(verdictOf("B12").payload.client).toBe(20);
    expect(verdictOf("D09").payload).toEqual({ client: 76, server: 612 });
  });

  it("count neither packets captured twice nor the repetitions among segments", () => {
    expect(verdictOf("B14").segments).toEqual({ client: 2, server: 1 });
    expect(verdictOf("C09").retransmissions).toEqual({ client: 4, server: 0 });
  });
});

describe("times", () => {
  it("measure the round trip from the last SYN and the opening from the first", () => {
    const { handshakeRoundTrip, openingTime } = verdictOf("A03");
    expect(handshakeRoundTrip).toEqual({ from: 2, to: 3, duration: 10_000_000 });
    expect(openingTime).toEqual({ from: 1, to: 4, duration: 1_020_000_000 });
  });

  it("measure the close from the first FIN to the last ACK", () => {
    expect(verdictOf("C01").close).toEqual({ from: 4, to: 7, duration: 1_020_000_000 });
    expect(verdictOf("C29").close).toBeNull();
  });

  it("show none over a stamp that cannot be right (seed 001)", () => {
    const [analysis] = analyseTable(
      readText(`
02:24:03.518594 IP localhost.27749 > localhost.12456: Flags [S], seq 1527358664, win 43690, options [mss 65495], length 0
22:49:27.762588 IP localhost.12456 > localhost.27749: Flags [S.], seq 2031984515, ack 1527358665, win 43690, options [mss 65495], length 0
02:24:03.518636 IP localhost.27749 > localhost.12456: Flags [.], ack 1, win 342, length 0
02:24:05.472290 IP localhost.27749 > localhost.12456: Flags [P.], seq 1:4, ack 1, win 342, length 3
02:24:05.472304 IP localhost.12456 > localhost.27749: Flags [.], ack 4, win 342, length 0`).table,
    );
    expect(analysis?.verdict.handshakeRoundTrip).toBeNull();
    expect(analysis?.verdict.openingTime).toBeNull();
    expect(analysis?.annotations.map(({ kind, position }) => [kind, position])).toEqual([["time-jump", 2]]);
  });
});
