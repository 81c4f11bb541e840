import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";

/** What a teacher needs: the lecture view, and guessing what comes next. */
export function ClassTools() {
  const { predict, lecture } = useMessages();
  const isPredicting = useSynfin((state) => state.prediction !== null);
  const togglePredicting = useSynfin((state) => state.togglePredicting);
  const present = useSynfin((state) => state.present);
  return (
    <>
      <button type="button" className="button" title={lecture.openHint} onClick={() => present(true)}>
        {lecture.open}
      </button>
      <button
        type="button"
        className="button"
        aria-pressed={isPredicting}
        title={isPredicting ? predict.closeHint : predict.openHint}
        onClick={togglePredicting}
      >
        {predict.open}
      </button>
    </>
  );
}
