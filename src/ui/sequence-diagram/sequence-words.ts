import type { SequenceWords } from "../../diagram/sequence/sequence-words.ts";
import type { Language } from "../../store/language.ts";
import type { NumberForm } from "../../store/synfin-state.ts";
import type { ConnectionAnalysis, Fate } from "../../tcp/analysis.ts";
import type { Annotation } from "../../tcp/annotation.ts";
import { type ArrowId, arrow } from "../../tcp/arrows.ts";
import { formatDuration } from "../figures.ts";
import { segmentWords } from "../segment/segment.words.ts";
import { wordsIn, type WordsOf } from "../words.ts";
import { callWords, chipWords, diagramWords, eventWords, fateNotes } from "./diagram.words.ts";
import { labelParts } from "./segment-label.ts";

/** The words of a drawing in the language and the form of numbers chosen. */
export function sequenceWords(
  analysis: ConnectionAnalysis,
  language: Language,
  numbers: NumberForm,
): SequenceWords {
  const diagram = wordsIn(diagramWords, language);
  const { noFlags } = wordsIn(segmentWords, language);
  const chips = wordsIn(chipWords, language);
  const calls = wordsIn(callWords, language);
  const fates: Partial<Record<Fate, string>> = wordsIn(fateNotes, language);
  const events: Partial<Record<ArrowId, string>> = wordsIn(eventWords, language);
  return {
    label: (position) => labelParts(analysis, position, numbers, noFlags),
    chip: (annotation) => wordChip(annotation, chips),
    fate: (fate) => fates[fate] ?? null,
    call: (call) => calls[call],
    duration: formatDuration,
    event: (move) => {
      const event = events[move.arrow] ?? arrow(move.arrow).event;
      return move.basis === "predicted" ? diagram.ifSilent(event) : event;
    },
    wait: (wait) => (wait < 0 ? diagram.before(formatDuration(-wait)) : diagram.wait(formatDuration(wait))),
  };
}

function wordChip({ kind, count, octets }: Annotation, chips: WordsOf<typeof chipWords>): string {
  const chip = chips[kind];
  if (typeof chip === "string") return chip;
  return chip(count === null || count < 2 ? "" : ` ${count}`, octets === undefined ? "" : ` ${octets}`);
}
