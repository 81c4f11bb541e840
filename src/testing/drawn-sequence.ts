import { present } from "../base/assert.ts";
import { layOut, type SequenceLayout } from "../diagram/sequence/layout.ts";
import { metricsFor } from "../diagram/sequence/metrics.ts";
import type { TimeScale } from "../diagram/sequence/time-scale.ts";
import { analyseTable } from "../tcp/analyse-table.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import { plainWords } from "./plain-words.ts";
import { STATE_CASES, tableOfCase } from "./state-cases.ts";

/** The connections of a case of docs/state-machine.md section 12. */
export function analysesOfCase(id: string): ConnectionAnalysis[] {
  return analyseTable(
    tableOfCase(
      present(
        STATE_CASES.find((each) => each.id === id),
        `case ${id}`,
      ),
    ),
  );
}

/** The layout of the first connection of a case. */
export function layoutOfCase(id: string, width = 620, scale: TimeScale = "compressed"): SequenceLayout {
  const analysis = present(analysesOfCase(id)[0], `connection of ${id}`);
  return layOut(analysis, plainWords(analysis), metricsFor(width), scale);
}
