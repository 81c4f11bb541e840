import type { OutcomeClass } from "./opened-capture.ts";

/** The filter that the word of the summary line stands for. */
export function outcomeFilter({ outcome, startCaptured }: OutcomeClass): string {
  return `outcome:${outcome} start:${startCaptured ? "captured" : "not-captured"}`;
}
