import { describe, expect, test } from "vitest";
import { ACK, SYN } from "../segments/flags.ts";
import { Mark } from "../segments/segment-table.ts";
import { compactExchange } from "../testing/compact-exchange.ts";
import { compactTable } from "../testing/compact-notation.ts";
import { analyseCompact, analyseText } from "../testing/story.ts";
import { analyseTable } from "./analyse-table.ts";
import type { ConnectionAnalysis } from "./analysis.ts";
import { numberBases } from "./exchange/number-bases.ts";
import { fateAt, isSkippedAt, receiverAt, segmentAt, senderAt } from "./segment-at.ts";

/** Relative numbers of every segment: `0/-`, `0/1`, `1/1`. */
function relativeNumbers(analysis: ConnectionAnalysis): string[] {
  return Array.from({ length: analysis.segments.length }, (_, row) => {
    const { sequence, acknowledgment } = segmentAt(analysis, row + 1);
    return `${sequence.relative ?? "-"}/${acknowledgment.relative ?? "-"}`;
  });
}

describe("relative numbers", () => {
  test("count from the SYN of the end whose numbers they are", () => {
    expect(relativeNumbers(analyseCompact("cS sS. c. cP.+10 s. cF. sF. c."))).toEqual([
      "0/-",
      "0/1",
      "1/1",
      "1/1",
      "1/11",
      "11/1",
      "1/12",
      "12/2",
    ]);
  });

  test("are below 0 before their base", () => {
    expect(relativeNumbers(analyseCompact("mid cP.@1000+10 ~0.1 cP.@900+10 ~0.1 s."))[1]).toMatch(/^-99\//u);
  });

  test("go on beyond 2 and 4 GiB, round the circle", () => {
    const gigabyte = "cP.+1000000000 s.";
    const analysis = analyseCompact(`cS sS. c. ${`${gigabyte} `.repeat(6)}`);
    expect(relativeNumbers(analysis).slice(-2)).toEqual(["5000000001/1", "1/6000000001"]);
  });

  test("lie where the circle puts them once an end has begun anew", () => {
    const exchange = compactExchange("cS sS. ~1 cS* sS.@=77 c.");
    expect(exchange.isNewInitial[3]).toBe(1);
    expect(numberBases(exchange).origin).toEqual([exchange.start[0], null]);
  });

  test("are all that a text tells which counts from a base of its own", async () => {
    const [analysis] = await analyseText(
      "10:00:00.1 IP 10.0.0.1.40000 > 10.0.0.2.80: Flags [P.], seq 11:21, ack 7, win 64, length 10",
    );
    const { sequence, acknowledgment } = segmentAt(analysis, 1);
    expect(sequence).toEqual({ wire: null, relative: 11 });
    expect(acknowledgment).toEqual({ wire: null, relative: 7 });
  });
});

describe("a segment", () => {
  test("has both ends, its flags, what it carries and what became of it", () => {
    const analysis = analyseCompact("cS sS. c. cP.+10 s.");
    expect(segmentAt(analysis, 1)).toMatchObject({ sender: "client", receiver: "server", flags: SYN });
    expect(segmentAt(analysis, 1).acknowledgment).toEqual({ wire: null, relative: null });
    expect(segmentAt(analysis, 4)).toMatchObject({ payloadLength: 10, fate: "delivered" });
    expect(segmentAt(analysis, 5)).toMatchObject({ sender: "server", receiver: "client", flags: ACK });
    expect(senderAt(analysis, 5)).toBe("server");
    expect(receiverAt(analysis, 5)).toBe("client");
    expect(fateAt(analysis, 4)).toBe("delivered");
  });

  test("does not tell what the capture does not", () => {
    const table = compactTable("cS sS. c. cP.+10 s.");
    table.marks[3] |=
      Mark.SequenceUnknown | Mark.LengthUnknown | Mark.WindowUnknown | Mark.AcknowledgmentUnknown;
    const [analysis] = analyseTable(table);
    expect(segmentAt(analysis, 4)).toMatchObject({
      sequence: { wire: null, relative: null },
      acknowledgment: { wire: null, relative: null },
      payloadLength: null,
      window: null,
    });
  });

  test("has a window that is shifted after the handshake only, by what its sender offered", () => {
    const analysis = analyseCompact("cS:ws7 sS.:ws3 c. s.");
    expect([1, 2, 3, 4].map((position) => segmentAt(analysis, position).shift)).toEqual([0, 0, 7, 3]);
    expect(segmentAt(analyseCompact("mid c. s."), 1).shift).toBeNull();
  });

  test("of a self-connect goes to its sender", () => {
    const table = compactTable("cS cS. c.");
    Object.assign(table.flows, { isLoop: () => true });
    const [analysis] = analyseTable(table);
    expect(segmentAt(analysis, 2)).toMatchObject({
      sender: "client",
      receiver: "client",
    });
  });

  test("is skipped where it is a second record of the same packet, or a stray SYN", () => {
    const analysis = analyseCompact("cS sS. c. cS@=77 s. cP.@=1001+5 s.");
    expect([1, 2, 3, 4, 5].map((position) => isSkippedAt(analysis, position))).toEqual([
      false,
      false,
      false,
      true,
      false,
    ]);
  });
});
