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

test("numbers and times go on where one batch of lines ends and the next begins", () => {
  const COUNT = 20_000;
  const clock = (index: number): string => new Date(index * 10).toISOString().slice(11, 23);
  const lines = Array.from({ length: COUNT }, (_, index) => {
    const counted = `seq ${1 + index * 10}:${11 + index * 10}, ack 1, win 9, length 10`;
    return `${clock(index + 2)}000 IP a.1 > b.80: Flags [P.], ${counted}`;
  });
  const opening = `${clock(0)}000 IP a.1 > b.80: Flags [S], seq 5000, win 9, length 0
${clock(1)}000 IP b.80 > a.1: Flags [S.], seq 7000, ack 5001, win 9, length 0`;
  const { table, report } = readText(`${opening}\n${lines.join("\n")}`, 1 << 16);
  const last = COUNT + 1;
  expect([table.length, report.warningCount]).toEqual([COUNT + 2, 0]);
  expect([table.sequenceNumber[last], table.acknowledgmentNumber[last]]).toEqual([
    5001 + (COUNT - 1) * 10,
    7001,
  ]);
  expect(table.time[last]).toBe(last * 10_000_000);
});

test("a day and a month without a year; sums of waits that pass whole seconds", () => {
  const line = (stamp: string, seq: number): string =>
    `${stamp} IP a.1 > b.80: Flags [S], seq ${seq}, win 9, length 0`;
  const days = readText(`${line("Jan 2 23:59:59.5", 1)}\n${line("Jan 3 00:00:00.5", 2)}`).table;
  expect([days.time[0], days.time[1], days.timeBase.kind]).toEqual([0, 1e9, "time-of-day"]);
  const waits = readText(`${line("600000", 1)}\n${line("600000", 2)}\n${line("12:00:00", 3)}`).table;
  expect([waits.time[0], waits.time[1], waits.time[2]]).toEqual([0, 600_000_000, Number.NaN]);
});
