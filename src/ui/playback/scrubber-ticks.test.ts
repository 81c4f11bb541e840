import { expect, test } from "vitest";
import { ACK, FIN, SYN } from "../../segments/flags.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import { markedTicks, scrubberTicks } from "./scrubber-ticks.ts";

function exchange(rows: readonly (readonly [fromClient: boolean, flags: number, payload: number])[]) {
  return {
    segments: {
      length: rows.length,
      flags: Uint16Array.from(rows, ([, flags]) => flags),
      payloadLength: Uint32Array.from(rows, ([, , payload]) => payload),
    },
    fromClient: Uint8Array.from(rows, ([fromClient]) => Number(fromClient)),
  } as ConnectionAnalysis;
}

test("one path a colour; the client's ticks go up, data is longer", () => {
  const analysis = exchange([
    [true, SYN, 0],
    [false, SYN | ACK, 0],
    [true, ACK, 0],
    [true, ACK, 100],
  ]);
  expect(scrubberTicks(analysis)).toEqual([
    { colourClass: "segment-syn", path: "M0.25 0v-0.7M0.5 0v0.7" },
    { colourClass: "segment-bare-ack", path: "M0.75 0v-0.7" },
    { colourClass: "segment-with-payload", path: "M1 0v-1" },
  ]);
});

test("in a long connection the SYN and FIN still have their tick", () => {
  const rows = Array.from({ length: 100_000 }, (_, i): [boolean, number, number] => [
    true,
    i === 54_321 ? FIN | ACK : ACK,
    10,
  ]);
  const ticks = scrubberTicks(exchange(rows));
  expect(ticks.find(({ colourClass }) => colourClass === "segment-fin")?.path).toBe("M0.54322 0v-1");
  const count = ticks.reduce((sum, { path }) => sum + path.split("M").length - 1, 0);
  expect(count).toBeLessThanOrEqual(601);
});

test("marked segments have notches at both edges of the scrubber", () => {
  expect(markedTicks([1, 3], 4)).toBe("M0.25 -1.2v0.5M0.25 1.2v-0.5M0.75 -1.2v0.5M0.75 1.2v-0.5");
  expect(markedTicks([], 4)).toBe("");
});
