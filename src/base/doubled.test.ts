import { afterEach, expect, test } from "vitest";
import { doubled, emptied, lengthened } from "./doubled.ts";

/** `ArrayBuffer.prototype.transfer` of ES2024, as far as it is used; Node 20 does not have it. */
function transfer(this: ArrayBuffer, length: number): ArrayBuffer {
  structuredClone(this, { transfer: [this] });
  return new ArrayBuffer(length);
}
const prototype = ArrayBuffer.prototype as { transfer?: unknown };
const own = prototype.transfer;
afterEach(() => {
  if (own === undefined) delete prototype.transfer;
  else prototype.transfer = own;
});

test("a longer array starts with what the shorter one held, and is 0 behind it", () => {
  expect(doubled(Uint16Array.of(1, 65535))).toEqual(Uint16Array.of(1, 65535, 0, 0));
  expect(lengthened(Float64Array.of(0.5), 3)).toEqual(Float64Array.of(0.5, 0, 0));
});

test("the memory of what is replaced is given back where the browser can", () => {
  prototype.transfer = transfer;
  const [short, other] = [Uint32Array.of(7), Uint8Array.of(1, 2)];
  expect(doubled(short)).toEqual(Uint32Array.of(7, 0));
  expect(emptied(other)).toEqual(new Uint8Array(0));
  expect([short.length, other.length]).toEqual([0, 0]);
});
