import { LANGUAGES } from "../../store/language.ts";
import { LANGUAGE_NAMES } from "../language.ts";
import { Choice } from "../parts/Choice.tsx";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";

/** The languages, each under its own name. */
export function LanguageChooser() {
  const { app } = useMessages();
  return (
    <Choice
      label={app.language}
      options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value], lang: value }))}
      chosen={useSynfin((state) => state.language)}
      onChoose={useSynfin((state) => state.chooseLanguage)}
    />
  );
}
