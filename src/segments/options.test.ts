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

/** The lengths of RFC 9293 section 3.2, RFC 7323, RFC 2018 and RFC 7413; any other says nothing. */
const WRONG_LENGTHS = [
  ["maximum segment size", [2, 3, 5]],
  ["maximum segment size", [2, 5, 5, 0xb4, 0]],
  ["window scale", [3, 2]],
  ["window scale", [3, 4, 7, 7]],
  ["SACK permitted", [4, 3, 0]],
  ["SACK", [5, 6, 0, 0, 0, 1]],
  ["timestamps", [8, 6, 0, 0, 0, 1]],
  ["experiment without its magic", [254, 6, 0xf9, 0x88, 1, 2]],
  ["experiment too short for one", [254, 3, 0xf9]],
  ["another kind of one octet", [30, 3, 7]],
  ["another kind with that magic", [253, 6, 0xf9, 0x89, 1, 2]],
] as const;

test.each(WRONG_LENGTHS)("%s: %j is left out", (_name, octets) => {
  expect(decodeOptions(new Uint8Array([...octets, 3, 3, 9]))).toEqual({ windowScale: 9 });
});

test("an experimental cookie may be empty: a request", () => {
  expect(decodeOptions(new Uint8Array([254, 4, 0xf9, 0x89])).fastOpenCookie).toEqual(new Uint8Array(0));
});

test("a raw option holds its value and no more", () => {
  const values = splitOptions(new Uint8Array([1, 3, 3, 7, 2, 9, 5])).map(({ octets }) => octets.join());
  expect(values).toEqual(["", "7", "5"]);
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
