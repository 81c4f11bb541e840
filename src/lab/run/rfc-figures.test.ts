import { expect, test } from "vitest";
import { flagNames } from "../../segments/flags.ts";
import { ACK } from "../../segments/flags.ts";
import { advance, distance } from "../../segments/sequence-number.ts";
import { linesOfTrace, pathOf, runText } from "../../testing/run-text.ts";
import type { Trace } from "./trace.ts";

/*
 * Figures 6 to 13 of RFC 9293 as scripts. TCP Peer A is the client of the script, B the server. Every segment of a figure
 * is there with all of its numbers, once its initial sequence numbers are taken for those of the run.
 */

/**
 * The segments as the figures write them. @param starts what A's and B's first initial sequence numbers are called
 * @param from the first segment that counts
 */
function figure(trace: Trace, starts: readonly [number, number], from = 0): string[] {
  const isns = trace.blocks.map(([first]) => first?.isn ?? 0);
  return trace.segments.slice(from).map(({ from: end, flags, sequence, acknowledgment, octets }) => {
    const named = (number: number, whose: 0 | 1): number =>
      advance(starts[whose], distance(isns[whose] ?? 0, number));
    const other = end === 0 ? 1 : 0;
    const ack = (flags & ACK) === 0 ? "" : `<ACK=${named(acknowledgment, other)}>`;
    const data = octets === 0 ? "" : `<DATA=${octets}>`;
    const control = flagNames(flags).filter((name) => name !== "PSH");
    return `${end === 0 ? "A" : "B"} <SEQ=${named(sequence, end)}>${ack}${data}<CTL=${control.join(",")}>`;
  });
}

test("figure 6: basic three-way handshake", () => {
  const trace = runText("s: listen\nc: connect\nc: send 10\nend 100ms\n");
  expect(figure(trace, [100, 300]).slice(0, 4)).toEqual([
    "A <SEQ=100><CTL=SYN>",
    "B <SEQ=300><ACK=101><CTL=SYN,ACK>",
    "A <SEQ=101><ACK=301><CTL=ACK>",
    "A <SEQ=101><ACK=301><DATA=10><CTL=ACK>",
  ]);
  expect([pathOf(trace, 0), pathOf(trace, 1)]).toEqual([
    ["CLOSED", "SYN-SENT", "ESTABLISHED"],
    ["CLOSED", "LISTEN", "SYN-RECEIVED", "ESTABLISHED"],
  ]);
});

test("figure 7: simultaneous connection synchronization", () => {
  const trace = runText("c: connect\ns: at 1ms connect\nend 100ms\n");
  expect(figure(trace, [100, 300]).slice(0, 4)).toEqual([
    "A <SEQ=100><CTL=SYN>",
    "B <SEQ=300><CTL=SYN>",
    "B <SEQ=300><ACK=101><CTL=SYN,ACK>",
    "A <SEQ=100><ACK=301><CTL=SYN,ACK>",
  ]);
  for (const end of [0, 1] as const)
    expect(pathOf(trace, end)).toEqual(["CLOSED", "SYN-SENT", "SYN-RECEIVED", "ESTABLISHED"]);
});

test("figure 8: recovery from an old duplicate SYN", () => {
  // The old SYN has the number 90, ten below A's 100, and comes first.
  const trace = runText(
    "s: listen\nc: at 1ms connect\ndelay c.syn by 100ms\ninject c [S] seq 4294967286 at 5ms\nend 300ms\n",
  );
  const told = figure(trace, [100, 300]);
  expect(told.slice(0, 4)).toEqual([
    "A <SEQ=100><CTL=SYN>",
    "A <SEQ=90><CTL=SYN>",
    "B <SEQ=300><ACK=91><CTL=SYN,ACK>",
    "A <SEQ=91><CTL=RST>",
  ]);
  // B's second attempt has a number of its own, which the figure calls 400.
  expect(
    figure(trace, [100, 300 - distance(trace.blocks[1][0]?.isn ?? 0, trace.blocks[1][1]?.isn ?? 0) + 100], 4),
  ).toEqual(["B <SEQ=400><ACK=101><CTL=SYN,ACK>", "A <SEQ=101><ACK=401><CTL=ACK>"]);
  expect(pathOf(trace, 1)).toEqual(["CLOSED", "LISTEN", "SYN-RECEIVED", "LISTEN"]);
  expect(pathOf(trace, 1, 1)).toEqual(["LISTEN", "SYN-RECEIVED", "ESTABLISHED"]);
});

const ESTABLISHED = "s: listen\nc: connect\n";

test("figure 9: half-open connection discovery", () => {
  const trace = runText(`${ESTABLISHED}c: at 100ms crash\nc: restart\nc: connect\nend 1500ms\n`);
  // Before the crash A had sent up to 100 and B up to 300, so their initial sequence numbers were 99 and 299.
  const told = figure(trace, [99, 299], 3);
  const [syn] = told;
  expect(told.slice(1, 3)).toEqual(["B <SEQ=300><ACK=100><CTL=ACK>", "A <SEQ=100><CTL=RST>"]);
  expect(syn).toMatch(/^A <SEQ=\d+><CTL=SYN>$/u);
  // 7: A tries again with the number of its SYN, and B answers.
  expect(told[3]).toBe(syn);
  expect(pathOf(trace, 1).at(-1)).toBe("CLOSED");
  expect(pathOf(trace, 0, 1)).toEqual(["CLOSED", "SYN-SENT", "ESTABLISHED"]);
});

test("figure 10: the active side causes half-open connection discovery", () => {
  const trace = runText(`${ESTABLISHED}c: at 100ms crash\nc: restart\ns: at 200ms send 10\nend 1s\n`);
  expect(figure(trace, [99, 299], 3)).toEqual([
    "B <SEQ=300><ACK=100><DATA=10><CTL=ACK>",
    "A <SEQ=100><CTL=RST>",
  ]);
  expect(pathOf(trace, 1).at(-1)).toBe("CLOSED");
});

test("figure 11: an old duplicate SYN initiates a reset on two passive sockets", () => {
  const trace = runText("c: listen\ns: listen\ninject c [S] seq 0 at 1ms\nend 100ms\n");
  // Z is 700, X is 300.
  const [, answer] = trace.segments;
  const z = trace.segments[0]?.sequence ?? 0;
  expect(distance(z, answer?.acknowledgment ?? 0)).toBe(1);
  expect(trace.segments.map(({ from, flags }) => `${from} ${flagNames(flags).join(",")}`)).toEqual([
    "0 SYN",
    "1 SYN,ACK",
    "0 RST",
  ]);
  expect(distance(z, trace.segments[2]?.sequence ?? 0)).toBe(1);
  expect([pathOf(trace, 0), pathOf(trace, 1)]).toEqual([
    ["CLOSED", "LISTEN"],
    ["CLOSED", "LISTEN", "SYN-RECEIVED", "LISTEN"],
  ]);
});

test("figure 12: normal close sequence", () => {
  const trace = runText(`${ESTABLISHED}c: close\ns: after eof +100ms close\nend 300s\n`);
  expect(figure(trace, [99, 299], 3)).toEqual([
    "A <SEQ=100><ACK=300><CTL=FIN,ACK>",
    "B <SEQ=300><ACK=101><CTL=ACK>",
    "B <SEQ=300><ACK=101><CTL=FIN,ACK>",
    "A <SEQ=101><ACK=301><CTL=ACK>",
  ]);
  expect(pathOf(trace, 0).slice(3)).toEqual(["FIN-WAIT-1", "FIN-WAIT-2", "TIME-WAIT", "CLOSED"]);
  expect(pathOf(trace, 1).slice(4)).toEqual(["CLOSE-WAIT", "LAST-ACK", "CLOSED"]);
  // 2 MSL, with an MSL of two minutes.
  const [entered, left] = trace.moves.filter(({ end }) => end === 0).slice(-2);
  expect((left?.at ?? 0) - (entered?.at ?? 0)).toBe(240e9);
});

test("figure 13: simultaneous close sequence", () => {
  const trace = runText(`${ESTABLISHED}c: at 100ms close\ns: at 100ms close\nend 300s\n`);
  expect(figure(trace, [99, 299], 3)).toEqual([
    "A <SEQ=100><ACK=300><CTL=FIN,ACK>",
    "B <SEQ=300><ACK=100><CTL=FIN,ACK>",
    "A <SEQ=101><ACK=301><CTL=ACK>",
    "B <SEQ=301><ACK=101><CTL=ACK>",
  ]);
  for (const end of [0, 1] as const)
    expect(pathOf(trace, end).slice(-4)).toEqual(["FIN-WAIT-1", "CLOSING", "TIME-WAIT", "CLOSED"]);
});

test("a run is the same when it is run again", () => {
  const text = "lose 20%\nseed 9\ns: listen\nc: connect\nc: send 20000\nc: close\ns: after eof close\n";
  expect(linesOfTrace(runText(text))).toEqual(linesOfTrace(runText(text)));
});
