import { FLAG_NAMES } from "../../segments/flags.ts";
import { ANNOTATION_KINDS } from "../../tcp/annotation.ts";
import { TCP_STATES } from "../../tcp/state.ts";
import { CLOSINGS, OPENINGS, type Outcome, OUTCOMES } from "../../tcp/verdict.ts";
import { type FilterChoice, type FilterKey, type FilterWords, plain, STARTS } from "./filter-language.ts";

/** Keys whose values are no closed list: ends, times, frame numbers and names. */
const OPEN_KEYS = ["port", "host", "client", "server", "time", "frame", "name"] as const;
/** Keys whose values are a closed list. */
export type ListedKey = Exclude<FilterKey, (typeof OPEN_KEYS)[number]>;

export function isListed(key: FilterKey): key is ListedKey {
  return !(OPEN_KEYS as readonly FilterKey[]).includes(key);
}

/** What `failed` finds: it never opened, was broken off, or nobody answered any more. */
export const FAILED: readonly Outcome[] = [
  "refused",
  "no-answer",
  "half-open",
  "abandoned-by-client",
  "reset-by-client",
  "reset-by-server",
  "reset-by-client-during-handshake",
  "reset-by-server-during-handshake",
  "keep-alive-limit",
  "close-unanswered-by-client",
  "close-unanswered-by-server",
  "rejected-by-icmp",
];

/** The code of a connection for `outcome:`. */
export function outcomeClass(outcome: Outcome, startCaptured: boolean): string {
  return startCaptured ? outcome : `${outcome}, start not captured`;
}

/** The choices for the values of a key. @param words null: codes only */
export function choicesOf(key: ListedKey, words: FilterWords | null): readonly FilterChoice[] {
  return CHOICES[key](words);
}

const CHOICES: Readonly<Record<ListedKey, (words: FilterWords | null) => readonly FilterChoice[]>> = {
  outcome: (words) => [
    ...OUTCOMES.flatMap((outcome) => outcomeChoices(outcome, words)),
    choice(
      "failed",
      words?.failed,
      [true, false].flatMap((captured) => FAILED.map((outcome) => outcomeClass(outcome, captured))),
    ),
  ],
  start: (words) => STARTS.map((start) => choice(start, words?.start[start])),
  state: () => TCP_STATES.map((state) => choice(state)),
  end: () => TCP_STATES.map((state) => choice(state)),
  flag: () => FLAG_NAMES.map(([, name]) => choice(name)),
  note: (words) => ANNOTATION_KINDS.map((kind) => choice(kind, words?.note(kind))),
  opening: (words) => OPENINGS.map((opening) => choice(opening, words?.opening[opening])),
  closing: (words) => CLOSINGS.map((closing) => choice(closing, words?.closing[closing])),
};

function choice(name: string, word: string | null = null, finds: readonly string[] = [name]): FilterChoice {
  const names = word === null ? [plain(name)] : [plain(name), plain(word)];
  return { names, finds, value: name.toLowerCase(), word };
}

/** The words for a connection whose start was not captured match such connections only. */
function outcomeChoices(outcome: Outcome, words: FilterWords | null): FilterChoice[] {
  const cut = outcomeClass(outcome, false);
  const any = choice(outcome, words?.outcome(outcome, true), [outcome, cut]);
  if (words === null) return [any];
  const word = words.outcome(outcome, false);
  return [any, { names: [plain(word)], finds: [cut], value: null, word }];
}
