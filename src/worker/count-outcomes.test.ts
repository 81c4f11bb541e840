import { expect, test } from "vitest";
import type { OutcomeClass } from "./analyser.ts";
import type { ConnectionKind, ConnectionTable } from "./connection-table.ts";
import { countOutcomes } from "./count-outcomes.ts";

test("outcomes are counted, the most frequent first; an uncaptured start is its own class", () => {
  const verdicts: OutcomeClass[] = [
    { outcome: "refused", startCaptured: true },
    { outcome: "complete", startCaptured: true },
    { outcome: "complete", startCaptured: false },
    { outcome: "complete", startCaptured: true },
  ];
  const kinds = verdicts.map((verdict) => ({ verdict }) as ConnectionKind);
  const table = { length: 4, kind: Uint32Array.of(0, 1, 2, 3), kinds } as unknown as ConnectionTable;
  expect(countOutcomes(table)).toEqual([
    { outcome: "complete", startCaptured: true, count: 2 },
    { outcome: "refused", startCaptured: true, count: 1 },
    { outcome: "complete", startCaptured: false, count: 1 },
  ]);
});
