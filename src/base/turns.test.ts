import { expect, test } from "vitest";
import { allSteps, nextTurn, type Steps, takeTurns } from "./turns.ts";

function* counting(to: number, told: number[]): Steps<string> {
  for (let step = 1; step <= to; step++) {
    told.push(step);
    yield;
  }
  return "done";
}

test("all steps at once come to the result", () => {
  const told: number[] = [];
  expect(allSteps(counting(3, told))).toBe("done");
  expect(told).toEqual([1, 2, 3]);
});

test("what waits for its turn has it between the steps, and then what follows a turn", async () => {
  const told: number[] = [];
  let turns = 0;
  const taken = takeTurns(counting(3, told), {
    isLeft: () => false,
    work: 0,
    afterTurn: async () => {
      await nextTurn();
      turns++;
    },
  });
  expect(told).toEqual([1]);
  expect(await taken).toBe("done");
  expect(turns).toBe(3);
});

test("work that is left goes no further and has no result", async () => {
  const told: number[] = [];
  let isLeft = false;
  let turns = 0;
  const taken = takeTurns(counting(3, told), {
    isLeft: () => isLeft,
    work: 0,
    afterTurn: () => void turns++,
  });
  isLeft = true;
  expect(await taken).toBeNull();
  expect([told, turns]).toEqual([[1], 0]);
});
