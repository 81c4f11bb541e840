import { expect, test } from "vitest";
import { hexOctets, uint16, uint16Little, uint32, uint32Little } from "../base/octets.ts";

const octets = Uint8Array.of(0xf1, 2, 3, 0xf4);

test("numbers in both orders, without a sign", () => {
  expect([uint16(octets, 0), uint32(octets, 0)]).toEqual([0xf102, 0xf10203f4]);
  expect([uint16Little(octets, 2), uint32Little(octets, 0)]).toEqual([0xf403, 0xf40302f1]);
});

test("octets beyond the end read as 0", () => {
  expect([uint16(octets, 3), uint16(octets, 4), uint32(octets, 2)]).toEqual([0xf400, 0, 0x03f40000]);
  expect([uint16Little(octets, 3), uint16Little(octets, 4), uint32Little(octets, 2)]).toEqual([
    0xf4, 0, 0xf403,
  ]);
});

test("octets for people", () => expect(hexOctets(octets, 1, 9)).toBe("02 03 f4"));
