import { describe, expect, test } from "vitest";
import { Mark } from "../../../segments/segment-table.ts";
import { printedTimes, readText } from "../../../testing/printed-segments.ts";

/** Lines of one connection that goes on, with the given stamps before them. */
function stamped(...stamps: string[]): string {
  return stamps
    .map((stamp, i) => `${stamp} IP a.1 > b.80: Flags [.], ack ${900000000 + i}, win 5, length 0`)
    .join("\n");
}

describe("what a stamp counts from", () => {
  test.each([
    ["time-of-day", "12:49:33.192719", "46173.192719000"],
    ["time-of-day", "12:49:33.192719123", "46173.192719123"],
    ["time-of-day", "10:01:02.100", "36062.100000000"],
    ["time-of-day", "12:49:33", "46173.000000000"],
    ["time-of-day", "12:49:33,5", "46173.500000000"],
    ["epoch", "1616244573.192969", "1616244573.192969000"],
    ["epoch", "2021-03-20 12:49:33.192969", "1616244573.192969000"],
    ["epoch", "03/20/2021 12:49:33.192969", "1616244573.192969000"],
    ["relative", "0.045277", "0.045277000"],
    ["relative", "000250", "0.000250000"],
    ["relative", "10. 000250", "10.000250000"],
    ["time-of-day", "Mar 28 11:41:17 router logger: 11:41:17.674430", "42077.674430000"],
    ["time-of-day", "00:00:00:00:00:00 > 52:54:00:ab:cd:ef 12:49:33.192719", "46173.192719000"],
  ])("%s: %s", (kind, stamp, time) => {
    expect(readText(stamped(stamp)).table.timeBase.kind).toBe(kind);
    expect(printedTimes(stamped(stamp))).toEqual([time]);
  });

  test("an hour above 23 is no time", () => {
    expect(printedTimes(stamped("25:49:33.192719"))).toEqual([null]);
  });

  test("lines without a stamp have no time", () => {
    expect(printedTimes("IP a.1 > b.80: Flags [S], seq 1, win 5, length 0")).toEqual([null]);
    expect(readText("IP a.1 > b.80: Flags [S], seq 1, win 5, length 0").table.timeBase.kind).toBe("none");
  });
});

describe("-ttt and -ttttt look like a time of day", () => {
  test("deltas add up, over packets of other protocols too", () => {
    const lines = stamped("00:00:00.000000", "00:00:00.000250", "00:00:00.000030").split("\n");
    lines.splice(2, 0, "00:00:00.000100 IP a.53 > b.99: UDP, length 12");
    expect(printedTimes(lines.join("\n"))).toEqual(["0.000000000", "0.000250000", "0.000380000"]);
  });

  test("without a decrease they count from the first line", () => {
    expect(printedTimes(stamped("00:00:00.000000", "00:00:00.000250", "00:00:00.000280"))).toEqual([
      "0.000000000",
      "0.000250000",
      "0.000280000",
    ]);
  });

  test("the two lines of -v count once", () => {
    const head = (delta: string): string =>
      `${delta} IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto TCP (6), length 40)\n    a.1 > b.80: Flags [.], cksum 0x1 (correct), ack 900000000, win 5, length 0`;
    expect(
      printedTimes(["00:00:00.000000", "00:00:00.000250", "00:00:00.000030"].map(head).join("\n")),
    ).toEqual(["0.000000000", "0.000250000", "0.000280000"]);
  });
});

describe("stamps out of order", () => {
  test("X04: one that is hours off has no time, keeps its place and is told", () => {
    const { table, report } = readText(
      stamped("02:24:03.518594", "22:49:27.762588", "02:24:03.518636", "02:24:05.472290"),
    );
    expect(Array.from({ length: 4 }, (_, row) => Number.isNaN(table.time[row]))).toEqual([
      false,
      true,
      false,
      false,
    ]);
    expect((table.marks[1] ?? 0) & Mark.TimeSuspect).toBe(Mark.TimeSuspect);
    expect(report.warnings.map(({ place, reason }) => [place.at, reason.code])).toEqual([
      [2, "time-out-of-order"],
    ]);
  });

  test("of two that exclude each other, the one near its successor is right", () => {
    const times = printedTimes(
      stamped("13:15:40.439590", "12:03:10.399044", "13:15:40.439616", "13:15:57.601816"),
    );
    expect(times.map((time) => time !== null)).toEqual([true, false, true, true]);
  });

  test("a few microseconds are interleaving, not an error", () => {
    const times = printedTimes(stamped("12:00:00.000020", "12:00:00.000010", "12:00:00.000030"));
    expect(times.every((time) => time !== null)).toBe(true);
  });

  test("midnight goes on into the next day", () => {
    expect(
      printedTimes(stamped("23:59:59.900000", "23:59:59.950000", "00:00:00.010000", "00:00:05.010000")),
    ).toEqual(["86399.900000000", "86399.950000000", "86400.010000000", "86405.010000000"]);
  });

  test("another console keeps its own times", () => {
    const later = stamped("14:00:00.000001", "14:00:00.000002", "14:00:00.000003");
    const earlier = stamped("13:00:00.000001", "13:00:00.000002", "13:00:00.000003").replaceAll("a.1", "c.1");
    expect(printedTimes(`${later}\n${earlier}`)).not.toContain(null);
  });

  test("stamps of another kind find no place on the axis", () => {
    const times = printedTimes(stamped("12:00:00.000001", "12:00:00.000002", "1616244573.192969"));
    expect(times).toEqual(["43200.000001000", "43200.000002000", null]);
  });
});

test("the last time of any packet is noted", () => {
  const { table } = readText(`${stamped("12:00:00.000001")}\n12:00:09.000001 IP a.53 > b.99: UDP, length 12`);
  expect(table.lastRecordTime).toBe(9e9);
});
