import { TIME_SCALES, type TimeScaleChoice } from "../../store/synfin-state.ts";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";

/** How time becomes height in the sequence diagram. */
export function TimeScaleChooser() {
  const { diagram } = useMessages();
  const { timeScale: words } = diagram;
  const scale = useSynfin((state) => state.timeScale);
  const choose = useSynfin((state) => state.chooseTimeScale);
  return (
    <select
      className="button"
      aria-label={words.label}
      title={words.hints[scale]}
      value={scale}
      onChange={({ currentTarget }) => choose(currentTarget.value as TimeScaleChoice)}
    >
      {TIME_SCALES.map((choice) => (
        <option key={choice} value={choice}>
          {words.names[choice]}
        </option>
      ))}
    </select>
  );
}
