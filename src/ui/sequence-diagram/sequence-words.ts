import type { SequenceWords } from "../../diagram/sequence/sequence-words.ts";
import type { NumberForm } from "../../store/synfin-state.ts";
import type { ConnectionAnalysis } from "../../tcp/analysis.ts";
import type { Annotation } from "../../tcp/annotation.ts";
import { arrow } from "../../tcp/arrows.ts";
import { formatDuration } from "../figures.ts";
import type { Messages } from "../messages/en.ts";
import { labelParts } from "./segment-label.ts";

/** The words of a drawing in the language and the form of numbers chosen. */
export function sequenceWords(
  analysis: ConnectionAnalysis,
  messages: Messages,
  numbers: NumberForm,
): SequenceWords {
  const { diagram, segment } = messages;
  return {
    label: (position) => labelParts(analysis, position, numbers, segment.noFlags),
    chip: (annotation) => wordChip(annotation, messages),
    fate: (fate) => diagram.fates[fate] ?? null,
    call: (call) => diagram.calls[call],
    duration: formatDuration,
    event: (move) => {
      const event = diagram.events[move.arrow] ?? arrow(move.arrow).event;
      return move.basis === "predicted" ? diagram.ifSilent(event) : event;
    },
    wait: (wait) => (wait < 0 ? diagram.before(formatDuration(-wait)) : diagram.wait(formatDuration(wait))),
  };
}

function wordChip({ kind, count, octets }: Annotation, { diagram }: Messages): string {
  const chip = diagram.chips[kind];
  if (typeof chip === "string") return chip;
  return chip(count === null || count < 2 ? "" : ` ${count}`, octets === undefined ? "" : ` ${octets}`);
}
