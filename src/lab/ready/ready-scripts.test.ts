import { describe, expect, test } from "vitest";
import { linesOfTrace, pathOf, runText } from "../../testing/run-text.ts";
import golden from "./golden-traces.json";
import { READY_SCRIPTS, type ReadyScript } from "./ready-scripts.ts";

const S = 1e9;

/** When the client's segments of a kind left, in seconds. */
function sent(name: ReadyScript, kind: string, end: 0 | 1 = 0): number[] {
  const { segments } = runText(READY_SCRIPTS[name]);
  return segments
    .filter(({ from, name: each }) => from === end && each.kind === kind)
    .map(({ sentAt }) => sentAt / S);
}

function paths(name: ReadyScript, block = 0): string[] {
  const trace = runText(READY_SCRIPTS[name]);
  return ([0, 1] as const).map((end) => pathOf(trace, end, block).join(" "));
}

// These traces are for ever: what they say must never change. Add to the list, never touch what is in it.
test.each(Object.keys(READY_SCRIPTS) as ReadyScript[])("%s gives the same trace, octet for octet", (name) => {
  expect(linesOfTrace(runText(READY_SCRIPTS[name]))).toEqual(golden[name]);
});

describe("the situations of the articles", () => {
  test("nobody listens: SYN, RST,ACK", () => {
    const { segments } = runText(READY_SCRIPTS["nobody-listens"]);
    expect(segments.map(({ name: { kind, end } }) => [end, kind])).toEqual([
      [0, "syn"],
      [1, "rst"],
    ]);
    expect(paths("nobody-listens")).toEqual(["CLOSED SYN-SENT CLOSED", "CLOSED"]);
  });

  test("the SYN never arrives: seven SYNs 1, 2, 4, 8, 16 and 32 s apart, ETIMEDOUT at 127 s", () => {
    expect(sent("syn-dropped", "syn")).toEqual([0, 1, 3, 7, 15, 31, 63]);
    const { moves } = runText(READY_SCRIPTS["syn-dropped"]);
    expect(moves.map(({ at, arrow }) => [at / S, arrow])).toContainEqual([127, "T16"]);
    expect(paths("syn-dropped")).toEqual(["CLOSED SYN-SENT CLOSED", "CLOSED LISTEN"]);
  });

  test("the SYN,ACK never arrives: SYN-RECEIVED beside SYN-SENT", () => {
    const { moves } = runText(READY_SCRIPTS["syn-ack-dropped"]);
    const at = (arrow: string): number => (moves.find((move) => move.arrow === arrow)?.at ?? Number.NaN) / S;
    expect([at("T02"), at("T03"), at("T16")]).toEqual([0, 0.01002, 127]);
    expect(paths("syn-ack-dropped")[1]).toMatch(/^CLOSED LISTEN SYN-RECEIVED LISTEN/u);
  });

  test("the FIN never arrives: FIN-WAIT-1 beside ESTABLISHED, until the retries end", () => {
    expect(paths("fin-dropped")).toEqual([
      "CLOSED SYN-SENT ESTABLISHED FIN-WAIT-1 CLOSED",
      "CLOSED LISTEN SYN-RECEIVED ESTABLISHED",
    ]);
    // The first, a tail loss probe, and eight copies by the timer.
    expect(sent("fin-dropped", "fin")).toHaveLength(10);
  });

  test("three segments close, and four do", () => {
    const closing = (name: ReadyScript): string[] =>
      runText(READY_SCRIPTS[name])
        .segments.slice(-4)
        .map(({ name: { kind, end } }) => `${end === 0 ? "c" : "s"}.${kind}`);
    expect(closing("three-segment-close").slice(1)).toEqual(["c.fin", "s.fin", "c.ack"]);
    expect(closing("four-segment-close")).toEqual(["c.fin", "s.ack", "s.fin", "c.ack"]);
  });

  test("half close: the server sends after the client's FIN", () => {
    expect(paths("half-close")).toEqual([
      "CLOSED SYN-SENT ESTABLISHED FIN-WAIT-1 FIN-WAIT-2 TIME-WAIT CLOSED",
      "CLOSED LISTEN SYN-RECEIVED ESTABLISHED CLOSE-WAIT LAST-ACK CLOSED",
    ]);
    expect(sent("half-close", "data", 1)).toHaveLength(2);
  });

  test("both ends open, and both close, at once", () => {
    expect(paths("simultaneous-open")[0]).toMatch(/^CLOSED SYN-SENT SYN-RECEIVED ESTABLISHED/u);
    expect(paths("simultaneous-open")[1]).toMatch(/^CLOSED SYN-SENT SYN-RECEIVED ESTABLISHED/u);
    for (const path of paths("simultaneous-close")) expect(path).toContain("FIN-WAIT-1 CLOSING TIME-WAIT");
  });

  test("a host that crashed and restarted answers with a RST", () => {
    const { segments } = runText(READY_SCRIPTS["crash-and-restart"]);
    expect(segments.at(-1)?.name).toMatchObject({ end: 1, kind: "rst" });
    expect(paths("crash-and-restart")[0]).toBe("CLOSED SYN-SENT ESTABLISHED CLOSED");
  });

  test("a port is used again while the server is in TIME-WAIT", () => {
    expect(paths("port-reuse-in-time-wait")[1]).toMatch(/TIME-WAIT CLOSED$/u);
    const { moves } = runText(READY_SCRIPTS["port-reuse-in-time-wait"]);
    expect(moves.map(({ arrow }) => arrow)).toContain("T30");
    expect(paths("port-reuse-in-time-wait", 1)[0]).toContain("ESTABLISHED");
  });
});
