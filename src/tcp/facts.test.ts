import { describe, expect, it } from "vitest";
import { readText } from "../testing/printed-segments.ts";
import { STATE_CASES, tableOfCase } from "../testing/state-cases.ts";
import { analyseTable } from "./analyse-table.ts";
import type { ConnectionAnalysis } from "./analysis.ts";
import type { Fact, FactKind } from "./fact.ts";
import { factsAt } from "./facts.ts";
import type { Position } from "./position.ts";

function analyseText(text: string): ConnectionAnalysis {
  const [analysis] = analyseTable(readText(text).table);
  if (analysis === undefined) throw new Error("no connection in the text");
  return analysis;
}

function analyseCase(id: string): ConnectionAnalysis {
  const stateCase = STATE_CASES.find((candidate) => candidate.id === id);
  const [analysis] = stateCase === undefined ? [] : analyseTable(tableOfCase(stateCase));
  if (analysis === undefined) throw new Error(`no case ${id}`);
  return analysis;
}

function facts<Kind extends FactKind>(
  analysis: ConnectionAnalysis,
  position: Position,
  kind: Kind,
): Extract<Fact, { kind: Kind }>[] {
  return factsAt(analysis, position).filter(
    (fact): fact is Extract<Fact, { kind: Kind }> => fact.kind === kind,
  );
}

/** Seed 000, console 1, its first lines. */
const HTTP = analyseText(`
12:49:33.192719 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [S], seq 284972257, win 64240, options [mss 1460,sackOK,TS val 2670079469 ecr 0,nop,wscale 7], length 0
12:49:33.192983 IP 192.168.0.61.80 > 192.168.0.60.39002: Flags [S.], seq 1986854381, ack 284972258, win 65160, options [mss 1460,sackOK,TS val 1234 ecr 2670079469,nop,wscale 7], length 0
12:49:33.193013 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [.], ack 1, win 502, length 0
12:49:33.193037 IP 192.168.0.60.39002 > 192.168.0.61.80: Flags [P.], seq 1:77, ack 1, win 502, length 76
12:49:33.193256 IP 192.168.0.61.80 > 192.168.0.60.39002: Flags [.], ack 77, win 509, length 0`);

describe("why a number is what it is", () => {
  it("acknowledges a SYN with its number plus one", () => {
    expect(facts(HTTP, 2, "acknowledgment")).toEqual([
      {
        kind: "acknowledgment",
        value: 284972258,
        relative: 1,
        reason: "end-of-segment",
        of: 1,
        sequenceNumber: 284972257,
        length: 1,
        payloadLength: 0,
        countsSyn: true,
        countsFin: false,
        isNew: true,
      },
    ]);
  });

  it("acknowledges data up to its last octet", () => {
    expect(facts(HTTP, 5, "acknowledgment")).toMatchObject([
      {
        value: 284972334,
        of: 4,
        sequenceNumber: 284972258,
        payloadLength: 76,
        countsSyn: false,
        isNew: true,
      },
    ]);
  });

  it("says when the text did not print the sequence number", () => {
    expect(facts(HTTP, 3, "sequence-number")).toMatchObject([
      { value: 284972258, relative: 1, role: "derived" },
    ]);
    expect(facts(HTTP, 1, "sequence-number")).toMatchObject([{ role: "initial", relative: 0 }]);
  });

  it("names octets first to next", () => {
    expect(facts(HTTP, 4, "takes")).toMatchObject([{ first: 284972258, next: 284972334, payloadLength: 76 }]);
    expect(facts(HTTP, 5, "takes")).toEqual([]);
  });

  it("does not explain what nobody captured", () => {
    expect(facts(analyseCase("B10"), 5, "acknowledgment")).toMatchObject([
      { reason: "beyond-captured", of: null },
    ]);
  });
});

describe("calls", () => {
  it("stand behind SYN, data and FIN, and TCP answers a SYN by itself", () => {
    expect(facts(HTTP, 1, "call")).toEqual([
      { kind: "call", side: "client", certainty: "implied", calls: ["connect"] },
      { kind: "call", side: "server", certainty: "implied", calls: ["listen"] },
    ]);
    expect(facts(HTTP, 2, "call")).toEqual([{ kind: "call", side: "server", certainty: "none", calls: [] }]);
    expect(facts(HTTP, 4, "call")).toMatchObject([{ side: "client", calls: ["send"] }]);
    expect(facts(analyseCase("C01"), 4, "call")).toMatchObject([
      { certainty: "one-of", calls: ["close", "shutdown", "exit"] },
    ]);
  });

  it("are none for what TCP repeats and for a RST that answers", () => {
    expect(facts(analyseCase("A03"), 2, "call")).toMatchObject([
      { certainty: "none" },
      { calls: ["listen"] },
    ]);
    expect(facts(analyseCase("C20"), 5, "call")).toEqual([
      { kind: "call", side: "server", certainty: "none", calls: [] },
    ]);
    expect(facts(analyseCase("C18"), 6, "call")).toMatchObject([{ side: "client", certainty: "one-of" }]);
  });
});

describe("options and windows", () => {
  it("say what both ends agreed on", () => {
    expect(facts(HTTP, 2, "negotiated")).toEqual([
      { kind: "negotiated", option: "mss", client: 1460, server: 1460, isInUse: true },
      { kind: "negotiated", option: "window-scale", client: 7, server: 7, isInUse: true },
      { kind: "negotiated", option: "sack-permitted", client: 1, server: 1, isInUse: true },
      { kind: "negotiated", option: "timestamps", client: 1, server: 1, isInUse: true },
    ]);
  });

  it("scale every window but that of a SYN", () => {
    expect(facts(HTTP, 1, "window")).toEqual([{ kind: "window", field: 64240, shift: 0, octets: 64240 }]);
    expect(facts(HTTP, 3, "window")).toEqual([{ kind: "window", field: 502, shift: 7, octets: 64256 }]);
  });

  it("take no window scale from a stray SYN that the other end only challenges", () => {
    const attacked = analyseText(`
01:00:00.000000 IP a.1024 > b.80: Flags [S], seq 1000, win 64240, options [mss 1460,wscale 10], length 0
01:00:00.010000 IP b.80 > a.1024: Flags [S.], seq 5000, ack 1001, win 65160, options [mss 1460,wscale 10], length 0
01:00:00.020000 IP a.1024 > b.80: Flags [.], ack 1, win 63, length 0
01:00:01.000000 IP a.1024 > b.80: Flags [S], seq 9000, win 0, length 0
01:00:01.000100 IP b.80 > a.1024: Flags [.], ack 1, win 64, length 0
01:00:02.000000 IP a.1024 > b.80: Flags [P.], seq 1:10, ack 1, win 63, length 9
01:00:02.010000 IP b.80 > a.1024: Flags [.], ack 10, win 64, length 0`);
    expect(attacked.segments.length).toBe(7);
    expect(facts(attacked, 6, "window")).toEqual([{ kind: "window", field: 63, shift: 10, octets: 64512 }]);
  });

  it("scale the windows of a socket that is connected to itself by its own SYN", () => {
    const self = analyseText(`
01:00:00.000000 IP a.7 > a.7: Flags [S], seq 100, win 65495, options [mss 1460,wscale 10], length 0
01:00:00.000010 IP a.7 > a.7: Flags [S.], seq 100, ack 101, win 65495, options [mss 1460,wscale 10], length 0
01:00:00.000020 IP a.7 > a.7: Flags [.], ack 1, win 64, length 0`);
    expect(facts(self, 3, "window")).toEqual([{ kind: "window", field: 64, shift: 10, octets: 65536 }]);
  });

  it("leave a window unscaled-or-not open when the handshake is not in the capture", () => {
    expect(facts(analyseCase("D01"), 1, "window")).toMatchObject([{ shift: null, octets: null }]);
  });
});

describe("moves, fates and times", () => {
  it("come with the row of the transition table", () => {
    const [sent, received] = facts(HTTP, 1, "move");
    expect(sent).toMatchObject({ move: { side: "client", to: "SYN-SENT" }, arrow: { event: "active OPEN" } });
    expect(received).toMatchObject({ move: { arrow: "T03", basis: "proved", provedBy: 2 } });
  });

  it("give the evidence that a segment was not taken", () => {
    expect(facts(analyseCase("A18"), 3, "fate")).toMatchObject([{ fate: "lost-or-ignored" }]);
    expect(facts(analyseCase("A18"), 4, "linux-differs")).toEqual([
      { kind: "linux-differs", difference: "accept-queue-full" },
    ]);
  });

  it("measure handshake and data", () => {
    expect(facts(HTTP, 2, "round-trip")).toEqual([
      { kind: "round-trip", of: "handshake", from: 1, duration: 264_000 },
    ]);
    expect(facts(HTTP, 5, "round-trip")).toEqual([
      { kind: "round-trip", of: "data", from: 4, duration: 219_000 },
    ]);
  });

  it("say that the timer doubled", () => {
    const factors = [2, 3, 4].flatMap((position) =>
      facts(analyseCase("A04"), position, "annotation").map(({ factor }) => factor),
    );
    expect(factors).toEqual([null, 2, 2]);
  });
});

describe("what is not on the wire", () => {
  it("begins where an end waits and says when the wait is over", () => {
    expect(facts(analyseCase("C01"), 4, "wait")).toMatchObject([
      { side: "server", state: "CLOSE-WAIT", endsAt: 6, duration: 1_010_000_000 },
    ]);
    expect(facts(analyseCase("C29"), 5, "wait")).toMatchObject([
      { side: "client", state: "FIN-WAIT-2", endsAt: null },
    ]);
    expect(facts(analyseCase("C01"), 6, "wait")).toMatchObject([
      { side: "client", state: "TIME-WAIT", duration: 60_000_000_000 },
    ]);
  });

  it("comes after the last segment", () => {
    expect(facts(analyseCase("C01"), 7, "afterwards")).toMatchObject([{ move: { arrow: "T28" } }]);
    expect(facts(analyseCase("C01"), 6, "afterwards")).toEqual([]);
  });

  it("starts with the states before the first segment", () => {
    expect(factsAt(analyseCase("A01"), 0)).toEqual([
      { kind: "initial-state", side: "client", state: "CLOSED" },
      { kind: "initial-state", side: "server", state: "LISTEN" },
    ]);
    expect(factsAt(analyseCase("D01"), 0)).toContainEqual({
      kind: "start-not-captured",
      roleBasis: "well-known-port",
    });
  });
});

describe("every segment of every case", () => {
  it.each(STATE_CASES.map((stateCase) => [stateCase.id, stateCase] as const))(
    "%s has facts, and the same round trips as the whole",
    (_id, stateCase) => {
      for (const analysis of analyseTable(tableOfCase(stateCase))) {
        for (let position = 1; position <= analysis.segments.length; position++) {
          const kinds = factsAt(analysis, position).map(({ kind }) => kind);
          expect(kinds.slice(0, 1)).toEqual(["segment"]);
          expect(kinds).toContain("fate");
        }
      }
    },
  );
});

describe("the call behind a segment", () => {
  it("is not claimed of a segment that the receiver must not believe", () => {
    expect(facts(analyseCase("B16"), 6, "call")).toEqual([]);
    expect(facts(analyseCase("C21"), 6, "call")).toEqual([]);
    expect(facts(analyseCase("C22"), 6, "call")).toEqual([]);
  });

  it("may be sendto() where the SYN asks for Fast Open", () => {
    expect(facts(analyseCase("A19"), 1, "call")[0]).toMatchObject({
      certainty: "one-of",
      calls: ["connect", "sendto-fast-open"],
    });
    expect(facts(analyseCase("A01"), 1, "call")[0]).toMatchObject({
      certainty: "implied",
      calls: ["connect"],
    });
  });
});

it("a SYN-SENT of which only the SYN,ACK speaks is inferred, not observed", () => {
  expect(analyseCase("A24").initial.client).toMatchObject({ state: "SYN-SENT", basis: "gap" });
  expect(analyseCase("A01").initial.client).toMatchObject({ state: "CLOSED", basis: "start" });
});
