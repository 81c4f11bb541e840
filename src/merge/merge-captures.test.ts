import { describe, expect, test } from "vitest";
import { segmentAt } from "../tcp/segment-at.ts";
import { statePath } from "../tcp/states.ts";
import { compactTable } from "../testing/compact-notation.ts";
import { captureOf, mergedAnalysis, mergedOf, mergedTables } from "../testing/two-captures.ts";
import { mergeCaptures } from "./merge-captures.ts";

/** At the client, with 10 ms to the server and 10 ms back; the server's clock is 5 s ahead. */
const CLIENT = "~1 cS ~0.02 sS. ~0.0001 c. ~0.1 cP.+5 ~0.02 s.";
const SERVER = "~6.01 cS ~0.0001 sS. ~0.02 c. ~0.1 cP.+5 ~0.0001 s.";

/** The possible offsets in seconds; the time columns count from the first record of each capture. */
function offsets(first: string, second: string): number[] {
  const { clock } = mergedOf(first, second);
  const [one, two] = [compactTable(first).timeBase.origin, compactTable(second).timeBase.origin];
  return [clock?.low, clock?.high].map((offset) => ((offset ?? NaN) + Number(two - one)) / 1e9);
}

describe("two captures of one connection", () => {
  test("tell it once, and every receipt as observed", () => {
    const merged = mergedOf(CLIENT, SERVER);
    expect(merged.isShared).toEqual([true]);
    const { moves, fate } = mergedAnalysis(merged);
    expect(moves.map(({ arrow, basis }) => `${arrow} ${basis}`)).toEqual([
      "T02 sent",
      "T03 arrived",
      "T04 arrived",
      "T06 arrived",
    ]);
    expect([...fate]).toEqual([0, 0, 0, 0, 0]);
  });

  test("do not claim that a server accepted which never spoke behind its SYN,ACK: its queue may be full", () => {
    const reset = "~0.002 cR.@1/1";
    const { moves } = mergedAnalysis(
      mergedOf(`~1 cS ~0.02 sS. ~0.0001 c. ${reset}`, `~1.01 cS ~0.0001 sS. ~0.02 c. ${reset}`),
    );
    expect(moves.find(({ arrow }) => arrow === "T06")?.basis).toBe("assumed");
  });

  test("leave an offset free by the smallest delays of both directions", () => {
    const [low, high] = offsets(CLIENT, SERVER);
    expect(low).toBeCloseTo(4.99, 3);
    expect(high).toBeCloseTo(5.01, 3);
    expect(mergedOf(CLIENT, SERVER).clock).toMatchObject({ rate: null, step: null });
  });

  test("are at the side of who answers soonest there, whatever copies of the network stand beside", () => {
    // 80 ms to the server and 120 back. The SYN,ACK came twice, right behind the RST that refused the first one.
    const [low, high] = offsets(
      "~1 cS:id1 ~0.2 sS.:id2 ~0.00002 cR@1:id3 ~0.00002 sS.@0/1:id2 ~0.00001 cR@1:id4",
      "~1.08 cS:id1 ~0.00005 sS.:id2 ~0.2 cR@1:id3 ~0.00005 cR@1:id4",
    );
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
  });

  test("bound no clock where nothing tells at which side each was made", () => {
    const { clock } = mergedOf("~1 cS ~1 cS@0 ~2 cS@0", "~1.01 cS ~1 cS@0 ~2 cS@0");
    expect([clock?.low, clock?.high]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });

  test("are at the side from which fewer routers were passed, where times do not tell it", () => {
    const [near, far] = [compactTable("~1 cS:id1 ~1 cS@0:id2"), compactTable("~1.01 cS:id1 ~1 cS@0:id2")];
    near.ttl.fill(64, 0, 2);
    far.ttl.fill(61, 0, 2);
    expect(mergedTables(near, far).clock?.low).toBe(Number.NEGATIVE_INFINITY);
    expect(mergedTables(far, near).clock?.high).toBe(Number.POSITIVE_INFINITY);
    expect(Number.isFinite(mergedTables(near, far).clock?.high)).toBe(true);
  });

  test("are at the side where their addresses are in other connections, where times do not tell it", () => {
    const alone = "ports=40001,80 ic=7000";
    const [low, high] = offsets(`${CLIENT} ${alone} ~1 cS`, `${SERVER} ${alone} ~1.02 cS`);
    expect(low).toBeLessThan(5);
    expect(high).toBeGreaterThan(5);
  });

  test("are merged in either order", () => {
    expect(offsets(SERVER, CLIENT)[0]).toBeCloseTo(-5.01, 3);
    expect(mergedAnalysis(mergedOf(SERVER, CLIENT)).moves.map(({ basis }) => basis)).not.toContain("assumed");
  });

  test("prove a loss: the other capture went on without the segment", () => {
    const merged = mergedOf(
      "~1 cS ~0.02 sS. ~0.0001 c. ~0.1 cP.+5:id7 ~0.3 cP.@1+5:id8 ~0.02 s. ~1 c.@6",
      "~1.01 cS ~0.0001 sS. ~0.02 c. ~0.4 cP.+5:id8 ~0.0001 s. ~1.02 c.@6",
    );
    const fates = [1, 2, 3, 4, 5, 6, 7].map((position) => segmentAt(mergedAnalysis(merged), position).fate);
    expect(fates.filter((fate) => fate !== "delivered")).toEqual(["lost"]);
    expect(fates[3]).toBe("lost");
  });

  test("tell a segment that nobody sent, and still what it did to its receiver", () => {
    const merged = mergedOf(`${CLIENT} ~2 c.@6`, `${SERVER} ~0.5 cR@6 ~1.5 c.@6`);
    const analysis = mergedAnalysis(merged);
    expect(statePath(analysis, "client")).not.toContain("FIN-WAIT-1");
    expect(statePath(analysis, "server").at(-1)).toBe("CLOSED");
    expect(statePath(analysis, "client").at(-1)).toBe("ESTABLISHED");
  });

  test("say which segment a capture missed: its octets were acknowledged", () => {
    const merged = mergedOf(`${CLIENT} ~1 c.`, "~6.01 cS ~0.0001 sS. ~0.02 c. ~0.1001 s.@1/6 ~1.03 c.@6");
    expect(segmentAt(mergedAnalysis(merged), 4).fate).toBe("delivered");
  });

  test("do not call lost what was sent after the other capture had ended", () => {
    const merged = mergedOf(`${CLIENT} ~5 cP.+9`, SERVER);
    expect(segmentAt(mergedAnalysis(merged), 6).fate).not.toBe("lost");
  });

  test("tell each end's own order where segments cross", () => {
    const merged = mergedOf(
      "~1 cS ~0.02 sS. ~0.0001 c. ~1 cF. ~0.015 sF.@1/1 ~0.0001 c.@2/2 ~0.005 s.@2/2",
      "~1.01 cS ~0.0001 sS. ~0.02 c. ~0.995 sF.@1/1 ~0.005 cF.@1/1 ~0.0001 s.@2/2 ~0.0151 c.@2/2",
    );
    const analysis = mergedAnalysis(merged);
    for (const side of ["client", "server"] as const)
      expect(statePath(analysis, side).slice(-3)).toEqual(["FIN-WAIT-1", "CLOSING", "TIME-WAIT"]);
  });
});

test("captures without a connection in common are not merged", () => {
  const other = "ports=5,6 ~1 cS ~0.02 sS. c.";
  expect(mergeCaptures([captureOf(compactTable(CLIENT)), captureOf(compactTable(other))])).toBe("unrelated");
});

test("the same ports with other numbers are another connection", () => {
  const other = "ic=77777 ~1 cS@=5555 ~0.02 sS.@=9999/=5556 c.@=5556/=10000";
  expect(mergeCaptures([captureOf(compactTable(CLIENT)), captureOf(compactTable(other))])).toBe("unrelated");
});

test("a capture that is given twice is one witness", () => {
  expect(mergeCaptures([captureOf(compactTable(CLIENT)), captureOf(compactTable(CLIENT))])).toBe("same");
});
