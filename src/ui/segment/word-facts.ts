import { advance, distance } from "../../segments/sequence-number.ts";
import type { Language } from "../../store/language.ts";
import type { NumberForm } from "../../store/synfin-state.ts";
import type { AnnotationKind } from "../../tcp/annotation.ts";
import type { Fact, FactKind } from "../../tcp/fact.ts";
import type { Position } from "../../tcp/position.ts";
import { formatCount, formatDuration, formatWireNumber } from "../figures.ts";
import { wordsIn, type WordsOf } from "../words.ts";
import { callWords } from "./calls.words.ts";
import { fateReasons } from "./fates.words.ts";
import { linuxWords } from "./linux.words.ts";
import { noteWords } from "./notes.words.ts";
import { whyWords } from "./why.words.ts";

/** Explanations in two ranks: what happened and why, and the rest. */
export interface Explanation {
  readonly main: readonly string[];
  readonly also: readonly string[];
}

type Words = WordsOf<typeof whyWords> & {
  readonly behind: WordsOf<typeof callWords>["behind"];
  readonly fates: WordsOf<typeof fateReasons>;
  readonly notes: WordsOf<typeof noteWords>;
  readonly linuxDifferences: WordsOf<typeof linuxWords>;
};

function factWords(language: Language): Words {
  return {
    ...wordsIn(whyWords, language),
    behind: wordsIn(callWords, language).behind,
    fates: wordsIn(fateReasons, language),
    notes: wordsIn(noteWords, language),
    linuxDifferences: wordsIn(linuxWords, language),
  };
}

type FactOf<Kind extends FactKind> = Extract<Fact, { kind: Kind }>;

/** Annotations that say better than the fate what became of the segment. */
const TELLS_FATE: ReadonlySet<AnnotationKind> = new Set([
  "rejected",
  "icmp-unreachable",
  "stray-syn",
  "rst-not-exact",
  "rst-outside",
]);

/** What wording one fact needs from the others. */
interface FactContext {
  readonly words: Words;
  readonly form: NumberForm;
  /** False if a text prints the sequence number relative to an unknown base. */
  readonly isWireTold: boolean;
  readonly sequence: FactOf<"sequence-number"> | undefined;
  readonly isReset: boolean;
  readonly isFateTold: boolean;
}

/** Sentences for the facts of one segment, in the order of the facts. Moves and offered options are shown elsewhere. */
export function wordFacts(
  facts: readonly Fact[],
  language: Language,
  form: NumberForm,
  isWireTold = true,
): Explanation {
  const context: FactContext = {
    words: factWords(language),
    form,
    isWireTold,
    sequence: facts.find((fact) => fact.kind === "sequence-number"),
    isReset: facts.some((fact) => fact.kind === "segment" && fact.flags.includes("RST")),
    isFateTold: facts.some((fact) => fact.kind === "annotation" && TELLS_FATE.has(fact.annotation.kind)),
  };
  return {
    main: distinct(facts.flatMap((fact) => mainSentences(fact, context))),
    also: distinct(facts.map((fact) => sideSentence(fact, context))),
  };
}

/** Each sentence once; no empty ones. */
function distinct(sentences: readonly string[]): string[] {
  return [...new Set(sentences)].filter(Boolean);
}

function mainSentences(fact: Fact, { words, form, sequence, isFateTold, isWireTold }: FactContext): string[] {
  switch (fact.kind) {
    case "call":
      return [words.behind(fact.side, fact.certainty, fact.calls)];
    case "sequence-number":
      return [wordSequenceNumber(fact, words, form, isWireTold)];
    case "takes":
      return wordTakes(fact, sequence, words, form);
    case "acknowledgment":
      return [wordAcknowledgment(fact, words, form)];
    case "annotation":
      return [wordAnnotation(fact, words)];
    case "fate":
      return isFateTold ? [] : [wordFate(fact, words)];
    default:
      return [];
  }
}

function sideSentence(fact: Fact, { words, form, isReset }: FactContext): string {
  switch (fact.kind) {
    case "sequence-number":
      return wordDerivedNumber(fact, words, form);
    case "negotiated":
      return wordNegotiated(fact, words);
    case "window":
      // A RST asks for no data, so its window says nothing.
      return isReset ? "" : wordWindow(fact, words);
    case "round-trip":
      return words.roundTrip[fact.of](formatDuration(fact.duration), words.segment(fact.from));
    case "other-ttl":
      return words.otherTtl(fact.ttl, fact.usual, fact.others);
    case "wait":
      return wordWait(fact, words);
    case "linux-differs":
      return words.linuxDifferences[fact.difference];
    default:
      return "";
  }
}

function wordFate({ fate, provedBy, contradictedBy }: FactOf<"fate">, words: Words): string {
  return words.fates[fate](segment(provedBy, words), segment(contradictedBy, words));
}

function segment(position: Position | null, words: Words): string | null {
  return position === null ? null : words.segment(position);
}

/** A number in the form that the page shows; `relative` is `value` in relative form, null if that is not known. */
function formatNumber(number: number, value: number, relative: number | null, form: NumberForm): string {
  const isRelative = form === "relative" && relative !== null;
  return isRelative ? String(relative + distance(value, number)) : formatWireNumber(number, form);
}

function wordSequenceNumber(
  { role, value }: FactOf<"sequence-number">,
  words: Words,
  form: NumberForm,
  isWireTold: boolean,
): string {
  if (role === "initial")
    return isWireTold ? words.initial(formatWireNumber(value, form)) : words.initialNotTold(String(value));
  return role === "unknown" ? words.unknownNumber : "";
}

function wordDerivedNumber(
  { role, value, relative }: FactOf<"sequence-number">,
  words: Words,
  form: NumberForm,
): string {
  return role === "derived" ? words.derived(formatNumber(value, value, relative, form)) : "";
}

function wordTakes(
  { first, next, payloadLength, countsSyn, countsFin }: FactOf<"takes">,
  sequence: FactOf<"sequence-number"> | undefined,
  words: Words,
  form: NumberForm,
): string[] {
  const format = (number: number): string =>
    formatNumber(number, sequence?.value ?? 0, sequence?.relative ?? null, form);
  const sentences: string[] = [];
  if (payloadLength > 0) {
    const start = advance(first, countsSyn ? 1 : 0);
    sentences.push(words.carries(payloadLength, format(start), format(advance(start, payloadLength - 1))));
  }
  if (countsFin) sentences.push(words.finTakes(format(advance(next, -1))));
  return sentences;
}

function wordAcknowledgment(fact: FactOf<"acknowledgment">, words: Words, form: NumberForm): string {
  const { value, relative, reason, of, sequenceNumber, isNew } = fact;
  const ack = formatNumber(value, value, relative, form);
  if (reason === "beyond-captured") return words.acknowledgesBeyond(ack);
  if (!isNew) return words.acknowledgesAgain(ack);
  if (of === null || sequenceNumber === null) return "";
  if (reason === "inside-segment") return words.acknowledgesInside(ack, words.segment(of));
  return words.acknowledges(
    ack,
    formatNumber(sequenceNumber, value, relative, form),
    words.segment(of),
    fact,
  );
}

function wordAnnotation({ annotation, factor }: FactOf<"annotation">, words: Words): string {
  const { kind, count, refersTo, interval, octets } = annotation;
  return words.notes[kind]({
    count,
    earlier: segment(refersTo, words),
    interval: interval === null ? null : formatDuration(interval),
    octets: octets ?? null,
    factor,
  });
}

function wordNegotiated(
  { option, client, server, isInUse }: FactOf<"negotiated">,
  { negotiated }: Words,
): string {
  if (!isInUse) {
    if (client === null && server === null) return "";
    return negotiated.onlyOne(negotiated.refused[option], client === null ? "server" : "client");
  }
  if (option === "mss") return negotiated.mss(client ?? 0, server ?? 0);
  if (option === "window-scale") return negotiated.windowScale(client ?? 0, server ?? 0);
  return option === "timestamps" ? negotiated.timestamps : negotiated.sack;
}

function wordWindow({ field, shift, octets }: FactOf<"window">, words: Words): string {
  if (shift === null || octets === null) return words.unscaledWindow(formatCount(field));
  if (shift === 0) return words.window(formatCount(octets));
  return words.scaledWindow(formatCount(field), shift, formatCount(octets));
}

function wordWait({ side, state, endsAt, duration }: FactOf<"wait">, words: Words): string {
  const lasts = duration === null ? null : formatDuration(duration);
  const until = segment(endsAt, words);
  if (state === "TIME-WAIT") return lasts === null ? "" : words.waits.timeWait(side, lasts);
  if (state === "CLOSE-WAIT") return words.waits.closeWait(side, until, lasts);
  return state === "FIN-WAIT-2" ? words.waits.finWait2(side, until, lasts) : "";
}
