import type { OutcomeClass } from "../opened-capture.ts";

/** The filter for an outcome in the summary line. */
export function outcomeFilter({ outcome, startCaptured }: OutcomeClass): string {
  return `outcome:${outcome} start:${startCaptured ? "captured" : "not-captured"}`;
}
