import { captureOf } from "../../store/selectors.ts";
import { Choice } from "../parts/Choice.tsx";
import { useSynfin } from "../use-synfin.ts";
import { useWords } from "../use-words.ts";
import { formShown, formsOf } from "./row-times.ts";
import { timesWords } from "./times.words.ts";

/** How times are shown, among the forms that the capture allows. */
export function TimesChooser() {
  const words = useWords(timesWords);
  const capture = useSynfin(captureOf);
  const times = useSynfin((state) => state.times);
  const showTimes = useSynfin((state) => state.showTimes);
  if (capture === null) return null;
  const isPrinted = capture.timeBase.kind === "time-of-day";
  return (
    <Choice
      label={words.label}
      hint={words.hint}
      options={formsOf(capture).map((value) => ({
        value,
        label: isPrinted && value === "utc" ? words.printed : words.names[value],
      }))}
      chosen={formShown(times, capture)}
      onChoose={showTimes}
    />
  );
}
