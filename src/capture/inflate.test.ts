import { constants, gunzipSync, gzipSync, inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { slicesOf } from "../testing/read-octets.ts";
import { inflateToDamage } from "./inflate-damaged.ts";
import { inflate, type InflateOutcome } from "./inflate.ts";

/** Octets that compress badly: every damaged piece holds something. */
const CONTENT = Uint8Array.from(
  { length: 20_000 },
  (_, at) => Math.imul(at ^ (at >>> 3), Math.imul(at, 0x2545f491) | 1) >>> 25,
);
const STREAM = new Uint8Array(gzipSync(CONTENT));

async function inflated(stream: Uint8Array, sliceLength: number) {
  const outcome: InflateOutcome = { length: 0, isDamaged: false };
  const parts: number[] = [];
  for await (const chunk of inflate(slicesOf(stream, sliceLength), outcome)) parts.push(...chunk);
  return { ...outcome, content: Uint8Array.from(parts) };
}

/** Three stored blocks: what they hold comes out as it went in, up to the octet before the third. */
function storedBlocks(third: number): Uint8Array {
  const block = (kind: number, octets: Uint8Array): number[] => {
    const { length } = octets;
    return [kind, length & 255, length >>> 8, ~length & 255, (~length >>> 8) & 255, ...octets];
  };
  const header = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3];
  const [first, second] = [CONTENT.subarray(0, 700), CONTENT.subarray(700, 1500)];
  return Uint8Array.from([...header, ...block(0, first), ...block(0, second), third, 1, 2, 3, ...CONTENT]);
}

test.each([1, 100, 1533, 4096, 100_000])(
  "everything before a damage comes out, in slices of %d octets",
  async (sliceLength) => {
    // A block of the kind 3 does not exist (RFC 1951 section 3.2.3).
    const { length, isDamaged, content } = await inflated(storedBlocks(0b110), sliceLength);
    expect({ length, isDamaged }).toEqual({ length: 1500, isDamaged: true });
    expect(content).toEqual(CONTENT.subarray(0, 1500));
  },
);

test.each([0.02, 0.5, 0.9])("a stream cut at %f of its length gives what its octets hold", async (part) => {
  const cut = STREAM.subarray(0, Math.floor(STREAM.length * part));
  const held = inflateRawSync(cut.subarray(10), { finishFlush: constants.Z_SYNC_FLUSH });
  for (const sliceLength of [333, 100_000]) {
    const { length, isDamaged, content } = await inflated(cut, sliceLength);
    expect({ length, isDamaged }).toEqual({ length: held.length, isDamaged: true });
    expect(content).toEqual(CONTENT.subarray(0, length));
  }
});

test("whole streams one behind the other come out one behind the other", async () => {
  expect(await inflated(STREAM, 1000)).toEqual({
    length: CONTENT.length,
    isDamaged: false,
    content: CONTENT,
  });
  const two = Uint8Array.from([...STREAM, ...gzipSync(CONTENT.subarray(0, 9))]);
  const { length, isDamaged } = await inflated(two, 5000);
  expect({ length, isDamaged }).toEqual({ length: CONTENT.length + 9, isDamaged: false });
});

test.each([
  ["fixed codes", gzipSync(CONTENT, { strategy: constants.Z_FIXED })],
  ["codes without repetitions", gzipSync(CONTENT, { strategy: constants.Z_HUFFMAN_ONLY })],
  ["stored blocks", gzipSync(CONTENT, { level: 0 })],
  ["far repetitions", gzipSync(Uint8Array.from([...CONTENT, ...CONTENT, ...CONTENT, ...CONTENT]))],
  [
    "a name in its header",
    Uint8Array.from([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3, 0x61, 0, ...STREAM.subarray(10)]),
  ],
])("what is inflated without the browser is what was deflated: %s", (_, stream) => {
  const parts: number[] = [];
  const chunks = inflateToDamage(new Uint8Array(stream));
  let next = chunks.next();
  for (; !next.done; next = chunks.next()) parts.push(...next.value);
  expect(next.value).toBe(1);
  expect(Uint8Array.from(parts)).toEqual(new Uint8Array(gunzipSync(stream)));
});
