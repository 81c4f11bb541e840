import { stateAfter } from "../../diagram/sequence/course.ts";
import type { firstDifference } from "../../store/compare/first-difference.ts";
import type { Move } from "../../tcp/analysis.ts";
import { stateNames } from "../state-names.ts";
import { useLanguage, useWords } from "../use-words.ts";
import { compareWords } from "./compare.words.ts";

/** Says where two state paths differ. */
export function useDifferenceWords(): (difference: ReturnType<typeof firstDifference>) => string {
  const language = useLanguage();
  const words = useWords(compareWords);
  const say = (move: Move | null): string => {
    if (move === null) return words.over;
    const { position, side, from, basis } = move;
    const to = stateNames(stateAfter(move), language);
    return basis === "timer" ? words.waits(side, from, to) : words.moves(position, side, from, to);
  };
  return (difference) => {
    if (difference === null) return words.same;
    if (difference === "initial") return words.initial;
    return words.differs(say(difference.one), say(difference.other));
  };
}
