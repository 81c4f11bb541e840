import type { SequenceWords } from "../diagram/sequence/sequence-words.ts";
import { ACK, flagNames } from "../segments/flags.ts";
import type { ConnectionAnalysis } from "../tcp/analysis.ts";
import { formatAnnotation } from "../tcp/annotation.ts";
import { arrow } from "../tcp/arrows.ts";

/** Words as the core spells them, with wire numbers. They are long, so that shorter words fit too. */
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
