import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeOptions, splitOptions } from "./options.ts";

// tcpdump: options [mss 1460,sackOK,TS val 2670079469 ecr 0,nop,wscale 7]
const SYN_OPTIONS = [2, 4, 0x05, 0xb4, 4, 2, 8, 10, 0x9f, 0x26, 0x19, 0xed, 0, 0, 0, 0, 1, 3, 3, 7];

test("the options of a SYN", () => {
  expect(decodeOptions(new Uint8Array(SYN_OPTIONS))).toEqual({
    mss: 1460,
    sackPermitted: true,
    timestamps: [2670074349, 0],
    windowScale: 7,
  });
});

test("SACK blocks are unsigned wire numbers", () => {
  const octets = new Uint8Array([1, 1, 5, 10, 0xff, 0xff, 0xff, 0xf0, 0, 0, 0, 9]);
  expect(decodeOptions(octets).sack).toEqual([[4294967280, 9]]);
});

test("Fast Open: kind 34 and the experimental kind with its magic", () => {
  expect(decodeOptions(new Uint8Array([34, 2])).fastOpenCookie).toEqual(new Uint8Array(0));
  expect(decodeOptions(new Uint8Array([34, 4, 7, 8])).fastOpenCookie).toEqual(new Uint8Array([7, 8]));
  expect(decodeOptions(new Uint8Array([254, 6, 0xf9, 0x89, 1, 2])).fastOpenCookie).toEqual(
    new Uint8Array([1, 2]),
  );
});

test("an option that runs past the header ends the list and is called malformed", () => {
  const options = splitOptions(new Uint8Array([1, 2, 9, 5]));
  expect(options.map((option) => option.isMalformed)).toEqual([false, true]);
  expect(decodeOptions(new Uint8Array([2, 9, 5, 0xb4]))).toEqual({});
});

test("nothing is read after the End option", () => {
  expect(decodeOptions(new Uint8Array([0, 2, 4, 5, 0xb4]))).toEqual({});
});

test("any octets: the split covers them in order and never throws", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (octets) => {
      const options = splitOptions(octets);
      const covered = options.reduce((sum, option) => sum + option.length, 0);
      const endsEarly = options.at(-1)?.kind === 0;
      expect(endsEarly ? covered <= octets.length : covered === octets.length).toBe(true);
      decodeOptions(octets);
    }),
  );
});
