import { TIME_SCALES } from "../../store/synfin-state.ts";
import { Choice } from "../parts/Choice.tsx";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";

/** How time becomes height in the sequence diagram. */
export function TimeScaleChooser() {
  const { timeScale: words } = useMessages().diagram;
  const scale = useSynfin((state) => state.timeScale);
  return (
    <Choice
      label={words.label}
      hint={words.hints[scale]}
      options={TIME_SCALES.map((value) => ({ value, label: words.names[value] }))}
      chosen={scale}
      onChoose={useSynfin((state) => state.chooseTimeScale)}
    />
  );
}
