import { expect, test } from "vitest";
import { TextDecoding } from "./decode-text.ts";

function decode(octets: readonly number[], sliceLength: number): string {
  const decoding = new TextDecoding("utf-8");
  let text = "";
  for (let at = 0; at < octets.length; at += sliceLength) {
    text += decoding.decode(Uint8Array.from(octets.slice(at, at + sliceLength)));
  }
  return text + decoding.finish();
}

test("characters that slices divide stay whole", () => {
  const octets = [...new TextEncoder().encode("첫 → 번째")];
  for (const sliceLength of [1, 2, 3, 100]) expect(decode(octets, sliceLength)).toBe("첫 → 번째");
});

test("what is not UTF-8 is windows-1252 from there on, ASCII intact", () => {
  const octets = [...new TextEncoder().encode("ok "), 0xe9, 0x20, 0x41, 0x80];
  expect(decode(octets, 100)).toBe("ok é A€");
  expect(decode(octets, 1).replace(/[^ -~]/g, "")).toBe("ok  A");
});

test("UTF-16 in both byte orders", () => {
  expect(new TextDecoding("utf-16le").decode(Uint8Array.of(0x41, 0, 0x42, 0))).toBe("AB");
  expect(new TextDecoding("utf-16be").decode(Uint8Array.of(0, 0x41, 0, 0x42))).toBe("AB");
});
