import type { OpenFailure } from "../../store/opened-capture.ts";
import type { Messages } from "../messages/en.ts";

/** Why something could not be opened, in one sentence. */
export function wordFailure(failure: OpenFailure, { failed, refusal, linkRefusal }: Messages): string {
  if (failure.kind === "link") return linkRefusal(failure.refusal);
  if (failure.kind === "refused") return refusal(failure.name, failure.refusal);
  return failed[failure.kind](failure.name, failure.message);
}
