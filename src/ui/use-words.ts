import { createContext, useContext } from "react";
import type { Language } from "../store/language.ts";
import { type Topic, wordsIn } from "./words.ts";

/** The language whose words are loaded and shown. */
export const LanguageContext = createContext<Language>("en");

/** The language shown. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The words of a topic in the language shown. */
export function useWords<T>(topic: Topic<T>): T {
  return wordsIn(topic, useLanguage());
}
