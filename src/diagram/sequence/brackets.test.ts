import { expect, test } from "vitest";
import { present } from "../../base/assert.ts";
import { analysesOfCase } from "../../testing/drawn-sequence.ts";
import { bracketsOf } from "./brackets.ts";

function bracketsIn(id: string) {
  return bracketsOf(present(analysesOfCase(id)[0], "analysis"));
}

test("each repeated SYN is tied to the copy before it, all in one lane", () => {
  const { spans, lanes } = bracketsIn("A04");
  expect(spans.endingIn(1, 99).map(({ from, to, lane }) => [from, to, lane])).toEqual([
    [1, 2, 0],
    [2, 3, 0],
    [3, 4, 0],
    [4, 5, 0],
    [5, 6, 0],
    [6, 7, 0],
  ]);
  expect(lanes).toEqual({ client: 1, server: 0 });
});

test("without a retransmission there is no bracket", () => {
  const { spans, lanes } = bracketsIn("A01");
  expect(spans.endingIn(1, 99)).toEqual([]);
  expect(lanes).toEqual({ client: 0, server: 0 });
});

test("brackets that overlap lie in different lanes", () => {
  const analysis = present(analysesOfCase("B06")[0], "analysis");
  const copy = (position: number, refersTo: number) =>
    ({ position, refersTo, kind: "retransmission", count: null, interval: null }) as const;
  const { spans } = bracketsOf({ ...analysis, annotations: [copy(6, 4), copy(7, 5), copy(8, 7)] });
  expect(spans.endingIn(1, 99).map(({ lane }) => lane)).toEqual([0, 1, 0]);
});
