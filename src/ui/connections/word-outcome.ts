import type { Language } from "../../store/language.ts";
import type { Outcome } from "../../tcp/verdict.ts";
import { wordsIn } from "../words.ts";
import { outcomeNames, withoutStart } from "./outcome-names.words.ts";

/** How a connection ended; one whose start is not in the capture cannot be called complete. */
export function wordOutcome(outcome: Outcome, startCaptured: boolean, language: Language): string {
  const name = wordsIn(outcomeNames, language)[outcome];
  if (startCaptured) return name;
  const { closed, other } = wordsIn(withoutStart, language);
  return outcome === "complete" ? closed : other(name);
}
