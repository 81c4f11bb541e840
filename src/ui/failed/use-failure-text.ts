import type { OpenFailure } from "../../store/opened-capture.ts";
import { useMessages } from "../use-messages.ts";
import { useWords } from "../use-words.ts";
import { failureWords } from "./failure.words.ts";

/** Says why something could not be opened, in one sentence. */
export function useFailureText(): (failure: OpenFailure) => string {
  const { failed } = useMessages();
  const { refusal, linkRefusal } = useWords(failureWords);
  return (failure) => {
    if (failure.kind === "link") return linkRefusal(failure.refusal);
    if (failure.kind === "refused") return refusal(failure.name, failure.refusal);
    return failed[failure.kind](failure.name, failure.message);
  };
}
