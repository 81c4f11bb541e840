import { expect, test } from "vitest";
import { witnessedSlice } from "../segments/witnessed-rows.ts";
import type { Side, TcpState } from "../tcp/state.ts";
import { statePath } from "../tcp/states.ts";
import { mergedAnalysis, mergedOf } from "../testing/two-captures.ts";
import { statesAtOwnEvents } from "./own-states.ts";

function ownStates(first: string, second: string, side: Side): (TcpState | null)[] {
  const merged = mergedOf(first, second);
  const analysis = mergedAnalysis(merged);
  return statesAtOwnEvents(analysis, witnessedSlice(merged.witnessed, analysis.connection.rows), side);
}

test("a FIN that overtook data takes effect when that data comes, not when the next segment is sent", () => {
  const states = ownStates(
    "~1 cS ~0.02 sS. ~0.0001 c. ~0.1 cP.+5 ~0.0001 cF. ~0.0205 s.@1/1 ~0.01 s.@1/7",
    "~1.01 cS ~0.0001 sS. ~0.02 c. ~0.1 cF.@6/1 ~0.0001 s.@1/1 ~0.01 cP.@1+5/1 ~0.0001 s.@1/7",
    "server",
  );
  // At its own: the data (4), the FIN (5), the ACK between them (6), the last ACK (7).
  expect(states.slice(4)).toEqual(["CLOSE-WAIT", "ESTABLISHED", "ESTABLISHED", "CLOSE-WAIT"]);
});

test("who answers with a bare RST had no connection from what it answers on, and not before", () => {
  const states = ownStates(
    "~1 cS ~0.02 sS. ~0.0001 c. ~0.1 cP.+5 ~0.0001 cF. ~0.02 s.@1/6 ~0.01 sP.@1+3/6 ~0.0001 cR@6",
    "~1.01 cS ~0.0001 sS. ~0.02 c. ~0.1 cP.+5 ~0.0001 s.@1/6 ~0.01 sP.@1+3/6 ~0.005 cF.@6/1 ~0.0152 cR@6",
    "client",
  );
  expect(states.slice(5)).toEqual(["FIN-WAIT-1", "FIN-WAIT-1", "CLOSED", "CLOSED"]);
});

test("a RST that refuses a copy of the SYN refuses neither the SYN nor what followed it", () => {
  // Both open at once; the network copied the SYN of the server, and the copy came when all was over.
  const merged = mergedOf(
    "~1 cS ~0.01 sS:id1 ~0.0001 cS.@0/1 ~0.01 sS.@0/1 ~0.0001 c. ~0.1 cR.@1/1 ~0.1 sS@0:id1 ~0.0001 cR.@=0/1",
    "~1 sS:id1 ~0.01 cS ~0.0001 sS.@0/1 ~0.01 cS.@0/1 ~0.0001 c. ~0.1 cR.@1/1 ~0.1 cR.@=0/1",
  );
  expect(statePath(mergedAnalysis(merged), "client")).toEqual([
    "CLOSED",
    "SYN-SENT",
    "SYN-RECEIVED",
    "ESTABLISHED",
    "CLOSED",
  ]);
});
