import { expect, test } from "vitest";
import type { OutcomeClass } from "./analyser.ts";
import type { ConnectionKind } from "./connection-table.ts";
import { countOutcomes } from "./count-outcomes.ts";

test("outcomes are counted, the most frequent first; an uncaptured start is its own class", () => {
  const verdicts: OutcomeClass[] = [
    { outcome: "refused", startCaptured: true },
    { outcome: "complete", startCaptured: true },
    { outcome: "complete", startCaptured: false },
    { outcome: "complete", startCaptured: true },
  ];
  const kinds = verdicts.map((verdict) => ({ verdict }) as ConnectionKind);
  const unjudged = { verdict: null } as ConnectionKind;
  expect(countOutcomes([...kinds, unjudged], [1, 1, 1, 1, 7])).toEqual([
    { outcome: "complete", startCaptured: true, count: 2 },
    { outcome: "refused", startCaptured: true, count: 1 },
    { outcome: "complete", startCaptured: false, count: 1 },
  ]);
});
