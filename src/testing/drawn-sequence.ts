import { present } from "../base/assert.ts";
import { layOut, type SequenceLayout } from "../diagram/sequence/layout.ts";
import { metricsFor } from "../diagram/sequence/metrics.ts";
import type { SequenceWords } from "../diagram/sequence/sequence-words.ts";
import type { TimeScale } from "../diagram/sequence/time-scale.ts";
import { ACK, flagNames } from "../segments/flags.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import { formatAnnotation } from "../tcp/annotation.ts";
import { arrow } from "../tcp/arrows.ts";
import { analyseTable } from "./analyse-table.ts";
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

/** Words as the core spells them, with wire numbers: long ones, so that what fits with them fits. */
export function plainWords({ segments }: ConnectionAnalysis): SequenceWords {
  return {
    label: (position) => {
      const row = position - 1;
      const flags = segments.flags[row] ?? 0;
      return {
        flags: flagNames(flags).join(","),
        sequence: `seq=${segments.sequenceNumber[row]}`,
        acknowledgment: flags & ACK ? `ack=${segments.acknowledgmentNumber[row]}` : null,
        payload: segments.payloadLength[row] ? `len=${segments.payloadLength[row]}` : null,
        window: `win=${segments.window[row]}`,
      };
    },
    chip: formatAnnotation,
    fate: (fate) => (fate === "lost-or-ignored" ? fate : null),
    call: (call) => call,
    duration: (nanoseconds) => `${nanoseconds / 1e6} ms`,
    event: (move) => arrow(move.arrow).event,
    wait: (nanoseconds) => `${nanoseconds / 1e9} s later`,
  };
}

/** The layout of the first connection of a case. */
export function layoutOfCase(id: string, width = 620, scale: TimeScale = "compressed"): SequenceLayout {
  const analysis = present(analysesOfCase(id)[0], `connection of ${id}`);
  return layOut(analysis, plainWords(analysis), metricsFor(width), scale);
}
