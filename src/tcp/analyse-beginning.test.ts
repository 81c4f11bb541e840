import { describe, expect, test } from "vitest";
import { compactTable } from "../testing/compact-notation.ts";
import { story } from "../testing/story.ts";
import { analyseBeginning } from "./analyse-beginning.ts";
import { analyseConnection } from "./analyse-connection.ts";
import { type ConnectionAnalysis, FATES } from "./analysis.ts";
import { ConnectionGrouping } from "./connections/group-connections.ts";

function beginning(compact: string, upTo: number): ConnectionAnalysis {
  const table = compactTable(compact);
  const grouping = new ConnectionGrouping(table);
  grouping.finish();
  return analyseBeginning(table, grouping.connections, 0, upTo);
}

function whole(compact: string): ConnectionAnalysis {
  const table = compactTable(compact);
  const grouping = new ConnectionGrouping(table);
  grouping.finish();
  return analyseConnection(table, grouping.connections, 0);
}

/** Everything of an analysis, so that no part of it can differ unnoticed. */
function everything(analysis: ConnectionAnalysis): unknown {
  return JSON.parse(
    JSON.stringify(analysis, (_, value: unknown) =>
      ArrayBuffer.isView(value) ? [...(value as Uint8Array)] : plain(value),
    ),
  );
}

function plain(value: unknown): unknown {
  if (typeof value === "bigint") return `${value}n`;
  return value instanceof Map ? [...value] : value;
}

/** How many segments they share, and two ways to go on. */
const ALIKE: readonly (readonly [shared: number, one: string, other: string])[] = [
  [1, "cS sS. c.", "cS ~1 cS sS. c."],
  [1, "cS sS. c.", "cS sR."],
  [1, "cS sS. c.", "cS"],
  [2, "cS sS. c. cP.+5 s.", "cS sS. ~1 sS. c."],
  [4, "cS sS. c. cF. s. sF. c.", "cS sS. c. cF. ~1 cF. sF. c."],
  [4, "cS sS. c. cP.+5 s.", "cS sS. c. cP.+5 ~1 cP.@1+5 s."],
  [5, "cS sS. c. cF. s. sF. c.", "cS sS. c. cF. s."],
  [6, "cS sS. c. cF. sF. c.", "cS sS. c. cF. sF. c. ~1 sF.@1 c."],
];

describe("the beginning of a connection", () => {
  test.each(ALIKE)("is the same for %i segments, however it goes on: %s, %s", (shared, one, other) => {
    for (let upTo = 0; upTo <= shared; upTo++) {
      expect(everything(beginning(one, upTo))).toEqual(everything(beginning(other, upTo)));
    }
  });

  test("knows nothing before the first segment", () => {
    const analysis = beginning("cS sS. c.", 0);
    expect(analysis.segments.length).toBe(0);
    expect(analysis.initial.client.state).toBeNull();
    expect(analysis.initial.server.state).toBeNull();
    expect([analysis.moves, analysis.epilogue, analysis.annotations]).toEqual([[], [], []]);
  });

  test("does not say that nobody answers a SYN that may still be answered", () => {
    const analysis = beginning("cS sR.", 1);
    expect(FATES[analysis.fate[0] ?? 0]).toBe("unknown");
    expect(story(analysis)).toEqual(["client SYN: SYN-SENT, unknown"]);
  });

  test("learns of a loss only from the segment that shows it", () => {
    const lost = "cS sS. c. cP.+5 ~1 cP.@1+5 s.";
    expect(FATES[whole(lost).fate[3] ?? 0]).toBe("lost-or-late");
    expect(FATES[beginning(lost, 4).fate[3] ?? 0]).toBe("assumed");
    expect(beginning(lost, 5).annotations.map(({ kind }) => kind)).toContain("retransmission");
  });

  test("tells the whole story when all is there", () => {
    for (const [, one, other] of ALIKE) {
      for (const compact of [one, other]) {
        const all = whole(compact);
        expect(story(beginning(compact, all.segments.length))).toEqual(story(all));
      }
    }
  });
});
