import { captureOf } from "../../store/selectors.ts";
import type { TimeForm } from "../../store/time-form.ts";
import { useSynfin } from "../use-synfin.ts";
import { formShown } from "./time-forms.ts";

/** The form in which times are shown: the chosen one, if the capture allows it. */
export function useTimeForm(): TimeForm {
  return useSynfin((state) => {
    const capture = captureOf(state);
    return capture === null ? "connection" : formShown(state.times, capture);
  });
}
