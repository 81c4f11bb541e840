import { useWords } from "../use-words.ts";
import { witnessWords } from "./witness.words.ts";

/** What the marks of two captures mean. */
export function WitnessLegend() {
  const { legend } = useWords(witnessWords);
  return Object.entries(legend).map(([mark, said]) => <li key={mark}>{said}</li>);
}
