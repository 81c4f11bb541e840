import { expect, test } from "vitest";
import { readLeadingStamp, readStamp } from "./time-stamp.ts";

const NEW_YEAR_2024 = Date.UTC(2024, 0, 1) / 1000;

/** `kind seconds nanoseconds`, or null. */
function told(stamp: ReturnType<typeof readStamp>): string | null {
  return stamp && `${stamp.kind} ${stamp.seconds} ${stamp.nanoseconds}`;
}

test.each<[string, string | null]>([
  ["12:49:33.192719 ", "clock 46173 192719000"],
  ["12:49:33,192719 ", "clock 46173 192719000"],
  ["12:49:33 ", "clock 46173 0"],
  ["-00:00:01.000250 ", "clock -2 999750000"],
  ["-00:00:01 ", "clock -1 0"],
  ["24:00:00.000000 ", null],
  ["12:60:00.000000 ", null],
  ["2024-01-01 00:00:01.5 ", `date ${NEW_YEAR_2024 + 1} 500000000`],
  ["2024/01/01T00:00:01 ", `date ${NEW_YEAR_2024 + 1} 0`],
  ["01/01/2024 00:00:01 ", `date ${NEW_YEAR_2024 + 1} 0`],
  ["2024-13-01 00:00:01 ", "clock 1 0"],
  ["2024-00-01 00:00:01 ", "clock 1 0"],
  ["2024-01-32 00:00:01 ", "clock 1 0"],
  ["2024-01-00 00:00:01 ", "clock 1 0"],
  ["2024-01-01 25:00:01 ", null],
  ["Jan  2 00:00:01 ", `day ${Date.UTC(1972, 0, 2) / 1000 + 1} 0`],
  ["Foo  2 00:00:01 ", "clock 1 0"],
  ["1616244573.192969 ", "epoch 1616244573 192969000"],
  [" 3  0.007224 (0.0048) ", "relative 0 7224000"],
  ["000250 IP ", "delta 0 250000"],
  ["10. 000001 IP ", "delta 10 1000"],
  ["00:11:22:33:44:55 > 66:77:88:99:aa:bb ", null],
  ["12:49:33.5 00:11:22:33:44:55 ", "clock 46173 500000000"],
  ["no digits ", null],
  ["", null],
])("what stands before a packet: %j", (prefix, expected) => expect(told(readStamp(prefix))).toBe(expected));

test.each<[string, string | null]>([
  ["12:49:33.192719 IP a > b", "clock 46173 192719000"],
  ["0.5 IP a > b at 12:00:00", "relative 0 500000000"],
  ["7 o'clock 12:00:00", null],
  ["at 12:00:00", null],
])("what opens a line: %j", (line, expected) => expect(told(readLeadingStamp(line))).toBe(expected));
