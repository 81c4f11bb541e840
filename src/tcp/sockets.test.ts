import { describe, expect, test } from "vitest";
import { analyseTable } from "../testing/analyse-table.ts";
import { STATE_CASES, tableOfCase } from "../testing/state-cases.ts";
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
});
