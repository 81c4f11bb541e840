import { describe, expect, test } from "vitest";
import { readText } from "../../../testing/printed-segments.ts";
import { LINE_LIMIT } from "./split-lines.ts";

const packet = (index: number): string =>
  `12:00:${String(index % 60).padStart(2, "0")}.000001 IP 10.0.0.1.5 > 10.0.0.2.80: Flags [S], seq ${index}, win 9, length 0`;
const packets = (count: number): string[] => Array.from({ length: count }, (_, index) => packet(index));
const found = (text: string, sliceLength?: number): [number, string[]] => {
  const { table, report } = readText(text, sliceLength);
  return [table.length, report.warnings.map(({ reason, place }) => `${reason.code} ${place.at}`)];
};

describe("a line that is longer than the limit", () => {
  test.each([1000, 4096, 1 << 20])("is read on, packet by packet, in slices of %d octets", (sliceLength) => {
    for (const count of [80, 200, 3000])
      expect(found(packets(count).join(" "), sliceLength)).toEqual([count, []]);
  });

  test("is passed over up to the next packet, and that is told once", () => {
    const long = "x ".repeat(LINE_LIMIT);
    const text = `${packet(1)}\n${packet(2)} ${long} ${packet(3)} ${long} ${packet(4)} ${long}\n${packet(5)}`;
    for (const sliceLength of [1000, 1 << 20])
      expect(found(text, sliceLength)).toEqual([5, ["line-too-long 2"]]);
  });

  test("without a packet holds up nothing", () => {
    const text = `${"[".repeat(40 * LINE_LIMIT)}\n${packet(1)}`;
    for (const sliceLength of [5000, 1 << 20])
      expect(found(text, sliceLength)).toEqual([1, ["line-too-long 1"]]);
  });

  test("in a page that breaks lines by elements", () => {
    const text = `${packets(300).join("<br>")}<br>${"y ".repeat(LINE_LIMIT)}${packet(1)}<br>${packet(2)}`;
    for (const sliceLength of [1000, 1 << 20])
      expect(found(text, sliceLength)).toEqual([302, ["line-too-long 1"]]);
  });
});
