import { describe, expect, test } from "vitest";
import { STATE_CASES, tableOfCase } from "../testing/state-cases.ts";
import { analyseCompact } from "../testing/story.ts";
import { analyseTable } from "./analyse-table.ts";
import type { ConnectionAnalysis } from "./analysis.ts";
import { socketsAt } from "./sockets.ts";
import type { Side } from "./state.ts";

function analysisOf(id: string): ConnectionAnalysis {
  const found = STATE_CASES.find((one) => one.id === id);
  const analysis = found && analyseTable(tableOfCase(found))[0];
  if (analysis === undefined) throw new Error(`no case ${id}`);
  return analysis;
}

/** `STATE receive-queue send-queue`, `-` where not known. */
function lines(id: string, position: number, side: Side): string[] {
  return socketsAt(analysisOf(id), position)[side].lines.map(
    ({ state, receiveQueue, sendQueue }) => `${state} ${receiveQueue ?? "-"} ${sendQueue ?? "-"}`,
  );
}

describe("what ss -tan would print", () => {
  // kernel/07: SYN-SENT 0 1 10.77.7.1:40007 10.77.7.2:8080
  test("a SYN that is not acknowledged stands in the send queue", () => {
    expect(lines("A04", 1, "client")).toEqual(["SYN-SENT 0 1"]);
    expect(socketsAt(analysisOf("A04"), 1).server).toEqual({ lines: [], isUnknown: true });
  });

  // kernel/13b: LISTEN 0 16 …, SYN-RECV 0 0 …
  test("a passive opener in SYN-RECEIVED has its listening socket and a request beside it", () => {
    expect(lines("A01", 1, "server")).toEqual(["LISTEN - -", "SYN-RECV 0 0"]);
  });

  // kernel/11: SYN-RECV 0 1 on both hosts
  test("in a simultaneous open both are SYN-RECV with their SYN unacknowledged", () => {
    expect(lines("A16", 2, "client")).toEqual(["SYN-RECV 0 1"]);
    expect(lines("A16", 2, "server")).toEqual(["SYN-RECV 0 1"]);
  });

  test("data counts until its acknowledgment has arrived", () => {
    expect(lines("A02", 3, "client")).toEqual(["ESTAB - 10"]);
    expect(lines("A02", 4, "client")).toEqual(["ESTAB - 0"]);
  });

  // kernel/11: LAST-ACK 1 1
  test("a FIN counts one", () => {
    expect(lines("C13", 6, "server")).toEqual(["LISTEN - -", "LAST-ACK - 1"]);
    expect(lines("C13", 6, "client")).toEqual(["FIN-WAIT-2 - 0"]);
  });

  test("a closed socket is gone, the listening one stays", () => {
    expect(lines("C01", 7, "client")).toEqual(["TIME-WAIT 0 0"]);
    expect(lines("C01", 7, "server")).toEqual(["LISTEN - -"]);
    expect(lines("A09", 2, "client")).toEqual([]);
  });

  // RFC 9293 section 3.3.1: SND.UNA moves with acknowledgments that arrive, SND.NXT with what is sent for the first time.
  const QUEUES = [
    ["cS sS. c. cP.+5", 4, "ESTAB - 5", "data under way"],
    ["cS sS. c. cP.+5 cP.+5 s./6", 6, "ESTAB - 5", "half of it is acknowledged"],
    ["cS sS. c. cP.+5 cP.+5 s. s./6", 7, "ESTAB - 0", "an older acknowledgment takes nothing back"],
    ["cS sS. c. cP.+5 ~1 cP.@1+5", 5, "ESTAB - 5", "a repetition is not sent anew"],
    ["cS sS. c. cP.+5 s. cR.@600 s. cP.+5", 7, "ESTAB - 0", "a RST takes no number"],
    ["cS sS. c. cP.+5 cF.", 5, "FIN-WAIT-1 - 6", "the FIN counts one"],
  ] as const;
  test.each(QUEUES)("of %s after segment %i the client has %s: %s", (compact, position, expected) => {
    const [line] = socketsAt(analyseCompact(compact), position).client.lines;
    expect(`${line?.state} ${line?.receiveQueue ?? "-"} ${line?.sendQueue ?? "-"}`).toBe(expected);
  });

  test("only ESTABLISHED and CLOSE-WAIT may hold data that was not sent yet", () => {
    const analysis = analysisOf("C01");
    const may = (position: number): (boolean | undefined)[] =>
      (["client", "server"] as const).map(
        (side) => socketsAt(analysis, position)[side].lines.at(-1)?.mayHoldMore,
      );
    expect([1, 3, 5, 6].map(may)).toEqual([
      [false, false],
      [true, true],
      [false, true],
      [false, false],
    ]);
  });

  test("a listening socket has its own end and any peer; its state is as sure as LISTEN is", () => {
    const { lines: before } = socketsAt(analysisOf("A01"), 0).server;
    expect(before).toMatchObject([{ state: "LISTEN", basis: "start", peer: null, local: { port: 80 } }]);
    const { lines: after } = socketsAt(analysisOf("A01"), 1).server;
    expect(after).toMatchObject([
      { state: "LISTEN", basis: "assumed", peer: null, mayHoldMore: false },
      { state: "SYN-RECV", local: { port: 80 }, peer: { port: 40000 } },
    ]);
  });
});
