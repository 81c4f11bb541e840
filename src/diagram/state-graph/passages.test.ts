import { expect, test } from "vitest";
import { present } from "../../base/assert.ts";
import { analysesOfCase } from "../../testing/drawn-sequence.ts";
import { nextPassage, type Passages, passagesOf } from "./passages.ts";

function passagesOfCase(id: string): Passages {
  return passagesOf(present(analysesOfCase(id)[0], `connection of ${id}`));
}

test("a state is entered where the connection begins in it, and by each end at its own segment", () => {
  const { intoNode } = passagesOfCase("C07");
  expect(intoNode.get("CLOSED-start")).toEqual({ client: [0], server: [] });
  expect(intoNode.get("LISTEN")).toEqual({ client: [], server: [0] });
  expect(intoNode.get("TIME-WAIT")).toEqual({ client: [7], server: [6] });
  expect(intoNode.get("LAST-ACK")).toBeUndefined();
});

test("an edge knows the segments that took it", () => {
  expect(passagesOfCase("C07").alongEdge.get("FIN-WAIT-1>CLOSING")).toEqual({ client: [5], server: [5] });
});

test("FIN-WAIT-2 passed within one segment is entered too", () => {
  expect(passagesOfCase("C03").intoNode.get("FIN-WAIT-2")).toEqual({ client: [5], server: [] });
});

test("picking again and again goes through all segments and round", () => {
  const passage = { client: [2, 9], server: [4] };
  expect([0, 2, 4, 9].map((position) => nextPassage(passage, position))).toEqual([2, 4, 9, 2]);
});
