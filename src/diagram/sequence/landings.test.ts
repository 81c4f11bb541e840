import { expect, test } from "vitest";
import { present } from "../../base/assert.ts";
import { analysesOfCase } from "../../testing/drawn-sequence.ts";
import { landings } from "./landings.ts";

test("what arrives at one end in one row lands one below the other, oldest first", () => {
  const { segments } = present(analysesOfCase("A01")[0], "analysis");
  const fromClient = Uint8Array.of(1, 1, 1);
  const { offset, spread } = landings({ segments, fromClient, arrivesAt: Uint32Array.of(3, 3, 3) });
  expect([...offset]).toEqual([0, 11, 22]);
  expect([...spread]).toEqual([0, 0, 22]);
});

test("what arrives at different ends, and what never arrives, moves nothing", () => {
  const { segments } = present(analysesOfCase("A01")[0], "analysis");
  const { offset, spread } = landings({
    segments,
    fromClient: Uint8Array.of(1, 0, 1),
    arrivesAt: Uint32Array.of(2, 2, 0),
  });
  expect([...offset, ...spread]).toEqual([0, 0, 0, 0, 0, 0]);
});
