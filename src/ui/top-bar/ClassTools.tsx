import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";

/** What a teacher needs: guessing what comes next. */
export function ClassTools() {
  const { predict } = useMessages();
  const isPredicting = useSynfin((state) => state.prediction !== null);
  const togglePredicting = useSynfin((state) => state.togglePredicting);
  return (
    <button
      type="button"
      className="button"
      aria-pressed={isPredicting}
      title={isPredicting ? predict.closeHint : predict.openHint}
      onClick={togglePredicting}
    >
      {predict.open}
    </button>
  );
}
