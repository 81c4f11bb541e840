import { expect, test } from "vitest";
import type { Move } from "../../tcp/analysis.ts";
import { analyseCompact } from "../../testing/story.ts";
import { firstDifference } from "./first-difference.ts";

test("two ways that lead to other pairs of states differ, although neither state is known", () => {
  const one = analyseCompact("cS c./=500001 cP.+5/=500101 cF./=500101");
  const swap = (move: Move): Move =>
    move.either === null ? move : { ...move, either: ["CLOSING", move.either[1]] };
  const other = { ...one, moves: one.moves.map(swap) };
  expect(firstDifference(one, one)).toBeNull();
  expect(firstDifference(one, other)).toMatchObject({
    one: { position: 4, either: ["LAST-ACK", "FIN-WAIT-1"] },
    other: { position: 4, either: ["CLOSING", "FIN-WAIT-1"] },
  });
});

test("a server that never answered differs at its first move, not before the first segment", () => {
  const good = analyseCompact("cS sS. c. cF. s. sF. c.");
  expect(firstDifference(good, analyseCompact("cS cS"))).toMatchObject({
    one: { side: "server", to: "SYN-RECEIVED" },
    other: null,
  });
  expect(firstDifference(good, analyseCompact("cP.+5 s. cF."))).toBe("initial");
});
