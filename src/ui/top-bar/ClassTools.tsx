import { isVeiled as isVeiledIn } from "../../store/mode.ts";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";

/** Tools for teaching: the lecture view, predicting, two connections side by side. */
export function ClassTools() {
  const { predict, lecture, compare: compareWords } = useMessages();
  const isPredicting = useSynfin((state) => state.mode.kind === "predicting");
  const isVeiled = useSynfin(isVeiledIn);
  const togglePredicting = useSynfin((state) => state.togglePredicting);
  const isComparing = useSynfin(
    ({ mode }) => mode.kind === "comparing" || (mode.kind === "exploring" && mode.compareMark !== null),
  );
  const compare = useSynfin((state) => state.compare);
  const leave = useSynfin((state) => state.leaveMode);
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
      <button
        type="button"
        className="button"
        aria-pressed={isComparing}
        disabled={isVeiled}
        title={compareWords.openHint}
        onClick={isComparing ? leave : compare}
      >
        {compareWords.open}
      </button>
    </>
  );
}
