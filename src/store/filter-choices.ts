import { ANNOTATION_KINDS } from "../tcp/annotation.ts";
import { TCP_STATES } from "../tcp/state.ts";
import { CLOSINGS, OPENINGS, type Outcome, OUTCOMES } from "../tcp/verdict.ts";
import { type FilterChoice, type FilterKey, type FilterWords, plain, STARTS } from "./filter-language.ts";

/** Keys whose values are a closed list. */
export type ListedKey = Exclude<FilterKey, "port" | "host" | "time">;

/** The code of a connection for `outcome:`. */
export function outcomeClass(outcome: Outcome, startCaptured: boolean): string {
  return startCaptured ? outcome : `${outcome}, start not captured`;
}

/** The choices for the values of a key. @param words null: codes only */
export function choicesOf(key: ListedKey, words: FilterWords | null): readonly FilterChoice[] {
  return CHOICES[key](words);
}

const CHOICES: Readonly<Record<ListedKey, (words: FilterWords | null) => readonly FilterChoice[]>> = {
  outcome: (words) => OUTCOMES.flatMap((outcome) => outcomeChoices(outcome, words)),
  start: (words) => STARTS.map((start) => choice(start, words?.start[start])),
  state: () => TCP_STATES.map((state) => choice(state)),
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
