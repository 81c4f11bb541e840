import { expect, test } from "vitest";
import type { ReadableFile } from "./file-slices.ts";
import { readFileSlices } from "./file-slices.ts";

const MEBI = 1 << 20;

/** Octets that differ from slice to slice, so that a wrong order shows. */
function sampleOctets(length: number): Uint8Array<ArrayBuffer> {
  const octets = new Uint8Array(length);
  for (let at = 0; at < length; at++) octets[at] = (at * 31 + (at >>> 11)) & 0xff;
  return octets;
}

/** What the slices hold together; copies each at once, because its memory is used again. */
async function joined(slices: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const slice of slices) parts.push(slice.slice());
  return new Uint8Array(Buffer.concat(parts));
}

/** Equality by digest: a difference in millions of octets must not be printed. */
function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

test.each([0, 1, MEBI, MEBI + 1, 5 * MEBI + 7])(
  "a file of %i octets comes whole and in order",
  async (size) => {
    const octets = sampleOctets(size);
    expect(isSame(await joined(readFileSlices(new Blob([octets]))), octets)).toBe(true);
  },
);

test("a stream is read a mebioctet at a time, to its last octet", async () => {
  const octets = sampleOctets(2 * MEBI + 70_000);
  let given = 0;
  const trickling: ReadableFile = {
    size: octets.length,
    slice: () => {
      throw new Error("nothing is left for slices");
    },
    stream: () =>
      new ReadableStream({
        type: "bytes",
        pull: (controller) => {
          if (given < octets.length) controller.enqueue(octets.slice(given, (given += 65_536)));
          else {
            controller.close();
            controller.byobRequest?.respond(0);
          }
        },
      }),
  };
  const lengths: number[] = [];
  for await (const { length } of readFileSlices(trickling)) lengths.push(length);
  expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(octets.length);
  expect(Math.min(...lengths.slice(0, -1))).toBeGreaterThanOrEqual(MEBI);
});

test("a stream that stalls half way is left, and slices go on from there", async () => {
  const octets = sampleOctets(3 * MEBI);
  const whole = new Blob([octets]);
  const sliced: (number | undefined)[] = [];
  const stalling: ReadableFile = {
    size: whole.size,
    slice: (from, to) => {
      sliced.push(from);
      return whole.slice(from, to);
    },
    stream: () => stallAfter(octets.subarray(0, MEBI)),
  };
  expect(isSame(await joined(readFileSlices(stalling, 30)), octets)).toBe(true);
  expect(sliced).toEqual([MEBI]);
});

test("a browser without byte streams reads by slices", async () => {
  const octets = sampleOctets(2 * MEBI);
  const whole = new Blob([octets]);
  const plain: ReadableFile = {
    size: whole.size,
    slice: (from, to) => whole.slice(from, to),
    stream: () => new ReadableStream(),
  };
  expect(isSame(await joined(readFileSlices(plain)), octets)).toBe(true);
});

test("the system's error about a file that cannot be read is thrown", async () => {
  const gone: ReadableFile = {
    size: 10,
    slice: () =>
      ({ arrayBuffer: () => Promise.reject(new Error("the file was changed")) }) as unknown as Blob,
    stream: () => new ReadableStream(),
  };
  await expect(joined(readFileSlices(gone))).rejects.toThrow("the file was changed");
});

test("leaving early gives the stream back", async () => {
  let isCancelled = false;
  const file: ReadableFile = {
    size: 4 * MEBI,
    slice: () => new Blob([]),
    stream: () =>
      new ReadableStream({
        type: "bytes",
        pull: (controller) => controller.enqueue(new Uint8Array(1024)),
        cancel: () => {
          isCancelled = true;
        },
      }),
  };
  for await (const slice of readFileSlices(file)) {
    expect(slice.length).toBe(MEBI);
    break;
  }
  expect(isCancelled).toBe(true);
});

/** A byte stream that gives its octets and then never answers again. */
function stallAfter(octets: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  let isGiven = false;
  return new ReadableStream({
    type: "bytes",
    pull: (controller) => {
      if (isGiven) return new Promise<void>(() => {});
      isGiven = true;
      controller.enqueue(octets.slice());
      return undefined;
    },
  });
}
