import type { Tour, WordsOf } from "../tour.ts";
import type { closing } from "../tours/closing.ts";
import type { enduring } from "../tours/enduring.ts";
import type { losing } from "../tours/losing.ts";
import type { opening } from "../tours/opening.ts";

/** The words that every lesson of a chapter needs, by the name of the example: one too few does not compile. */
type WordsOfAll<Tours extends Readonly<Record<string, Tour>>> = {
  readonly [Name in keyof Tours]: WordsOf<Tours[Name]>;
};

export type OpeningWords = WordsOfAll<typeof opening>;
export type LosingWords = WordsOfAll<typeof losing>;
export type ClosingWords = WordsOfAll<typeof closing>;
export type EnduringWords = WordsOfAll<typeof enduring>;
