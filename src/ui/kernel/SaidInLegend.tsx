import { useWords } from "../use-words.ts";
import { kernelWords } from "./kernel.words.ts";

/** What the rows of a kernel are. */
export function SaidInLegend() {
  const { legend } = useWords(kernelWords);
  return <li>{legend}</li>;
}
