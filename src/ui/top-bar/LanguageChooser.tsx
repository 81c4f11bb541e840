import { type Language, LANGUAGES } from "../../store/language.ts";
import { LANGUAGE_NAMES } from "../language.ts";
import { useMessages } from "../use-messages.ts";
import { useSynfin } from "../use-synfin.ts";

/** The languages, each under its own name. */
export function LanguageChooser() {
  const { app } = useMessages();
  const language = useSynfin((state) => state.language);
  const chooseLanguage = useSynfin((state) => state.chooseLanguage);
  return (
    <select
      className="button"
      aria-label={app.language}
      value={language}
      onChange={({ currentTarget }) => chooseLanguage(currentTarget.value as Language)}
    >
      {LANGUAGES.map((choice) => (
        <option key={choice} value={choice} lang={choice}>
          {LANGUAGE_NAMES[choice]}
        </option>
      ))}
    </select>
  );
}
