import { expect, test } from "vitest";
import { UnitCutter } from "./unit-cutter.ts";

/** Units of one length octet and that many octets. */
function cutterOf(units: string[]): UnitCutter {
  return new UnitCutter((octets, at, end) => {
    const length = 1 + (octets[at] ?? 0);
    if (end - at < length) return -length;
    units.push(Array.from(octets.subarray(at + 1, at + length)).join(""));
    return length;
  });
}

test.each([1, 2, 3, 5, 100])("units come whole whatever the slices (%i)", (size) => {
  const stream = new Uint8Array([1, 7, 0, 3, 1, 2, 3, 2, 8, 9, 4, 1]);
  const units: string[] = [];
  const cutter = cutterOf(units);
  for (let at = 0; at < stream.length; at += size) cutter.push(stream.slice(at, at + size));
  expect(units).toEqual(["7", "", "123", "89"]);
  expect(cutter.offset).toBe(10);
  expect(Array.from(cutter.pending)).toEqual([4, 1]);
  expect(cutter.missing).toBe(3);
});

test("a unit longer than what is there is passed over to its end", () => {
  const starts: number[] = [];
  const cutter = new UnitCutter((octets, at) => {
    starts.push(octets[at] ?? 0);
    return 4;
  });
  cutter.push(new Uint8Array([1, 0]));
  cutter.push(new Uint8Array([0]));
  cutter.push(new Uint8Array([0, 2, 0, 0, 0, 3]));
  expect(starts).toEqual([1, 2, 3]);
  expect(cutter.missing).toBe(3);
});

test("a unit may look ahead at what follows it", () => {
  const pairs: string[] = [];
  const cutter = new UnitCutter((octets, at, end) => {
    if (end - at < 3) return -3;
    pairs.push(`${octets[at]} before ${octets[at + 1]}`);
    return 1;
  });
  for (const octet of [1, 2, 3, 4, 5]) cutter.push(new Uint8Array([octet]));
  expect(pairs).toEqual(["1 before 2", "2 before 3", "3 before 4"]);
  expect(Array.from(cutter.pending)).toEqual([4, 5]);
});
