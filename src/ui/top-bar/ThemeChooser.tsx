import { THEMES } from "../../store/synfin-state.ts";
import { Choice } from "../parts/Choice.tsx";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";

/** The themes, that of the system first. */
export function ThemeChooser() {
  const { theme: words } = useMessages();
  return (
    <Choice
      label={words.label}
      options={THEMES.map((value) => ({ value, label: words[value] }))}
      chosen={useSynfin((state) => state.theme)}
      onChoose={useSynfin((state) => state.chooseTheme)}
    />
  );
}
