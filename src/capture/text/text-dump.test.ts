import { describe, expect, test } from "vitest";
import { printedSegments, readText } from "../../testing/printed-segments.ts";

describe("where lines end, wrap and stop", () => {
  const SYN = "12:00:00.000001 IP 10.0.0.1.5 > 10.0.0.2.80: Flags [S], seq 7, win 9, length 0";

  test("the start of a packet that does not go on is what else it is", () => {
    for (const after of ["", SYN, "Prose goes on."]) {
      const { report } = readText(
        `12:00:00.000000 IP 10.0.0.1.5 >\n${after}\n${SYN.replace("seq 7", "seq 8")}`,
      );
      expect(report.warnings).toEqual([]);
    }
    expect(printedSegments(`12:00:00.000000 IP 10.0.0.1.5 >\n${SYN}`)).toEqual([
      "2: 10.0.0.1.5 > 10.0.0.2.80 SYN 7 - 9 0",
    ]);
  });

  test("a line without its fields below prose is not joined with it", () => {
    const { table, report } = readText(
      `${SYN.replace(", win 9, length 0", "")}\nAnd so it goes.\nwin 9, length 0`,
    );
    expect(table.length).toBe(1);
    expect(report.warnings.map(({ reason }) => reason.code)).toEqual(["fields-missing"]);
  });

  test("payload below a packet without a time ends at the next packet", () => {
    const bare = SYN.slice(16);
    const next = bare.replace("seq 7", "seq 8");
    const inside = "12:00:00.0 IP 1.1.1.1.1 > 2.2.2.2.2: Flags [S], seq 1, win 1, length 0";
    expect(printedSegments(`${bare}\nE..4....@.@.....\n${inside}\n${next}`)).toHaveLength(2);
  });

  test("what looks like a packet and cannot be read is told", () => {
    const { report } = readText(`${SYN}\nso > here seq 5 ack 6 it stops`);
    expect(report.warnings.map(({ reason }) => reason.code)).toEqual(["not-understood"]);
  });

  test("quiet lines behind other arrows name their ends all the same", () => {
    const quiet =
      "12:00:00.000001 02:00:00:00:00:01 > 02:00:00:00:00:02, IPv4, length 60: 10.0.0.1.5 > 10.0.0.2.80: tcp 0";
    expect(readText(quiet).refusal?.kind).toBe("text-quiet");
  });
});
